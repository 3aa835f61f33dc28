import Glibc
import Synchronization

/// Holds a server's answer back until the test lets it go: no test has to guess how long something takes.
final class Gate: Sendable {
  private let isOpen = Atomic(false)

  /// Lets everything through from now on.
  func open() { isOpen.store(true, ordering: .releasing) }

  /// Waits until it is open, half a minute at most.
  func pass() {
    for _ in 0..<6000 where !isOpen.load(ordering: .acquiring) { usleep(5000) }
  }
}
