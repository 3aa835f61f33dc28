internal import Glibc
internal import Synchronization

/// fsync(2) of several files at once.
///
/// A file system makes the files that are synced at the same time durable in one go (ext4: one commit of its journal),
/// so 32 fsyncs that wait together cost about what one costs. syncfs(2) is as fast, but waits for everybody's files, and
/// before Linux 5.8 it keeps errors to itself.
struct SyncThreads {
  /// More gain nothing measurable.
  static let maximum = 32

  /// Syncs every descriptor.
  /// - Parameter threads: how many wait at the same time; 1: one after the other, in order.
  /// - Returns: for each descriptor its error, nil when it is durable.
  static func sync(_ descriptors: [Int32], threads: Int, calls: FileSystemCalls) -> [SystemCallError?] {
    let work = Work(descriptors, calls)
    let helpers = start(min(threads, descriptors.count) - 1, work)
    // This thread works too: it is all there is when the system gives no other.
    work.run()
    for helper in helpers { pthread_join(helper, nil) }
    return work.errors.withLock { $0 }
  }

  private static func start(_ count: Int, _ work: Work) -> [pthread_t] {
    var started: [pthread_t] = []
    while started.count < count {
      let pointer = Unmanaged.passRetained(work)
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { pointer in
          guard let pointer else { return nil }
          Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
          return nil
        }, pointer.toOpaque())
      guard result == 0 else {
        pointer.release()
        break
      }
      started.append(thread)
    }
    return started
  }

  /// Deals out the descriptors to the threads.
  private final class Work: Sendable {
    let errors: Mutex<[SystemCallError?]>
    private let descriptors: [Int32]
    private let calls: FileSystemCalls
    private let next = Atomic(0)

    init(_ descriptors: [Int32], _ calls: FileSystemCalls) {
      self.descriptors = descriptors
      self.calls = calls
      errors = Mutex(Array(repeating: nil, count: descriptors.count))
    }

    func run() {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < descriptors.count else { return }
        do throws(SystemCallError) {
          try calls.fsync(descriptors[index])
        } catch {
          errors.withLock { $0[index] = error }
        }
      }
    }
  }
}
