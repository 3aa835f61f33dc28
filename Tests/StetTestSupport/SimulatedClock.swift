public import StetFetch
public import StetModel
internal import Synchronization

/// A clock that moves when someone waits for it, and by as much: weeks pass in no time.
///
/// With several waiting at once it moves to the end of each wait as it is asked for, so each finds that its own has
/// passed, and perhaps more.
public final class SimulatedClock: FetchClock {
  private struct Content {
    var uptime = Duration.seconds(1000)
    var waits: [Duration] = []
  }

  private let start: Timestamp
  private let content = Mutex(Content())

  /// A clock that shows a date.
  public init(_ start: Timestamp = Timestamp(secondsSince1970: 1_800_000_000)) { self.start = start }

  /// Time since some fixed moment.
  public var uptime: Duration { content.withLock { $0.uptime } }

  /// The date.
  public var now: Timestamp {
    Timestamp(secondsSince1970: start.secondsSince1970 + (uptime - .seconds(1000)).components.seconds)
  }

  /// What was waited for, in order.
  public var waits: [Duration] { content.withLock { $0.waits } }

  /// Lets time pass.
  public func advance(by duration: Duration) { content.withLock { $0.uptime += duration } }

  /// Waits at once.
  public func sleep(for duration: Duration) async throws(CancellationError) {
    guard !Task.isCancelled else { throw CancellationError() }
    content.withLock { content in
      content.uptime += duration
      content.waits.append(duration)
    }
    await Task.yield()
  }
}
