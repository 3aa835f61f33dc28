internal import Glibc
public import StetModel

/// The system's clocks.
public struct SystemClock: FetchClock {
  /// The system's clocks.
  public init() {}

  /// Time since the machine started, its sleep included (CLOCK_BOOTTIME): servers go on while it sleeps.
  public var uptime: Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_BOOTTIME, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// The date.
  public var now: Timestamp { Timestamp(secondsSince1970: Int64(time(nil))) }

  /// Waits.
  public func sleep(for duration: Duration) async throws(CancellationError) {
    do { try await Task.sleep(for: duration) } catch { throw CancellationError() }
  }
}
