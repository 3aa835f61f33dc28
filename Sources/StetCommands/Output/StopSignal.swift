internal import Glibc
internal import Synchronization

/// Ctrl-C and SIGTERM as a wish that is looked at between two pages. The second signal of a kind ends at once.
enum StopSignal {
  private static let received = Atomic<Int32>(0)

  /// From now on the first SIGINT or SIGTERM only leaves its mark.
  static func watch() {
    // Touched here, because a signal handler must not be the first to initialise it.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in StopSignal.received.store(number, ordering: .relaxed) }
      // Without SA_RESTART: a wait between two requests ends early.
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
  }

  /// Whether to stop.
  static var isReceived: Bool { received.load(ordering: .relaxed) != 0 }

  /// How the command ends after a signal; nil when there was none.
  static var status: ExitStatus? {
    switch received.load(ordering: .relaxed) {
    case 0: nil
    case SIGTERM: .terminated
    default: .interrupted
    }
  }
}
