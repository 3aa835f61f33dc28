internal import Glibc

/// System threads for work that waits for the disk or keeps a core busy.
enum Threads {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// How many processors there are.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Runs the body on this thread and on others at the same time, and returns when all are done. There are fewer others
  /// when the system gives no more.
  /// - Parameter own: what this thread does instead.
  static func run(others count: Int, own: () -> Void, _ body: @escaping @Sendable () -> Void) {
    var started: [pthread_t] = []
    while started.count < count {
      let work = Unmanaged.passRetained(Work(body))
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { pointer in
          guard let pointer else { return nil }
          Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
          return nil
        }, work.toOpaque())
      guard result == 0 else {
        work.release()
        break
      }
      started.append(thread)
    }
    own()
    for thread in started { pthread_join(thread, nil) }
  }
}
