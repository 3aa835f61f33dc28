internal import CCurl
internal import CDispatch
internal import Glibc

/// A system thread that waits for the network; signals go to other threads.
struct LoopThread: Sendable {
  private final class Work {
    private var body: (() -> Void)?
    init(_ body: @escaping () -> Void) { self.body = body }

    func run() {
      let body = self.body
      self.body = nil
      body?()
    }
  }

  /// What the system calls it (ps -T); 15 letters at most.
  static let name = "stet-transfers"

  private let thread: pthread_t

  /// Starts a thread; nil when the system gives none.
  init?(_ body: sending @escaping () -> Void) {
    let work = unsafe Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    // A signal must end a wait of the thread that the user's command runs on.
    var (every, before) = (sigset_t(), sigset_t())
    unsafe sigfillset(&every)
    unsafe pthread_sigmask(SIG_SETMASK, &every, &before)
    let result = unsafe pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer = unsafe pointer else { return nil }
        unsafe stet_name_thread(LoopThread.name)
        unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    guard result == 0 else {
      unsafe work.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits for its end. To be called once.
  func join() { pthread_join(thread, nil) }
}
