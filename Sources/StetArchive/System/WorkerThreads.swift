// For pthread_attr_t: once a module below imports Dispatch, the compiler takes the type for Dispatch's (Swift 6.3).
internal import CDispatch
internal import Glibc

/// System threads for work that keeps a core busy or waits for the disk, one body on each.
package struct WorkerThreads {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// As the main thread has it: a thread must not fail on a page that the main thread reads.
  private static let stackBytes = 8 << 20

  private var threads: [pthread_t] = []

  /// How many processors there are.
  package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Starts up to `count` threads; fewer when the system gives no more.
  package init(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, Self.stackBytes)
    for _ in 0..<count {
      let work = unsafe Unmanaged.passRetained(Work(body))
      var thread = pthread_t()
      let result = unsafe pthread_create(
        &thread, &attributes,
        { pointer in
          guard let pointer = unsafe pointer else { return nil }
          unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
          return nil
        }, unsafe work.toOpaque())
      guard result == 0 else {
        unsafe work.release()
        break
      }
      threads.append(thread)
    }
  }

  /// How many there are.
  package var count: Int { threads.count }

  /// Waits for the end of all.
  package func join() {
    for thread in threads { pthread_join(thread, nil) }
  }
}
