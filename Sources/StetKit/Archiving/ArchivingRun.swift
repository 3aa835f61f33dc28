internal import Glibc
internal import StetArchive
public import StetModel

/// Several pages, one after the other: hosts take turns, each host has its pause.
public struct ArchivingRun {
  private let archiving: Archiving
  private let delay: Duration
  private let clock: () -> Duration
  private let sleep: (Duration) -> Void

  /// A run.
  /// - Parameters:
  ///   - delay: the pause between two requests to one host.
  ///   - clock: the time since some fixed moment.
  ///   - sleep: waits; a signal may end it early.
  public init(
    _ archiving: Archiving, delay: Duration, clock: @escaping () -> Duration = ArchivingRun.uptime,
    sleep: @escaping (Duration) -> Void = ArchivingRun.systemSleep
  ) {
    self.archiving = archiving
    self.delay = delay
    self.clock = clock
    self.sleep = sleep
  }

  /// Archives the pages.
  /// - Parameters:
  ///   - shouldStop: asked before every page; what is in hand is finished.
  ///   - starting: told of a page before it is fetched.
  ///   - receive: told of a page as soon as it is durable.
  /// - Throws: `ArchiveError` when the archive itself is in trouble; what `receive` throws.
  public func run(
    _ addresses: [PageAddress], shouldStop: () -> Bool = { false }, starting: (PageAddress) -> Void = { _ in },
    receive: (PageOutcome) throws -> Void
  ) throws {
    var pacing = HostPacing(delay: delay)
    var waiting = addresses
    while let next = pacing.soonest(of: waiting, at: clock()), !shouldStop() {
      if next.wait > .zero {
        sleep(next.wait)
        continue
      }
      let address = waiting.remove(at: next.index)
      starting(address)
      let outcome = try archiving.archive(address)
      pacing.noteRequest(to: address, at: clock())
      try receive(outcome)
    }
  }

  /// Time since the machine started, by a clock that nobody sets.
  public static func uptime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// nanosleep(2): ends early when a signal comes.
  public static func systemSleep(_ duration: Duration) {
    let parts = duration.components
    var time = timespec(tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
    nanosleep(&time, nil)
  }
}
