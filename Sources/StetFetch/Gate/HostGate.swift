public import StetModel
internal import Synchronization

/// Lets one request at a time through to each host, with a pause from the end of one to the start of the next.
///
/// One gate serves everything that a run sends: pages, redirects, robots.txt, feeds. Those who wait at a host come
/// through in the order in which they came. What the gate holds grows with the hosts, not with the addresses that are
/// yet to be asked for, as long as these are not sent to wait here: ask for a host's next page when the last one is done.
public final class HostGate: Sendable {
  /// Why someone was not let through.
  public enum Refusal: Error, Sendable, Hashable {
    /// The host asked to be left alone for longer than the caller is patient.
    case postponed(until: Timestamp)
    /// The gate opens only after the caller's deadline, or never: it is closed.
    case tooLate
    /// The task was cancelled.
    case cancelled
  }

  private let delay: Duration
  private let clock: any FetchClock
  /// When the gate was made, where an earlier run may have asked any host just before.
  private let presumedEnd: Duration?
  private let hosts: Mutex<[HostKey: HostTurns]>
  private let lastNumber = Atomic<UInt64>(0)
  private let closed = Mutex(Closing())

  /// Whether the gate is closed; until then the pauses that somebody waits for, to be ended when it closes.
  private struct Closing {
    var isClosed = false
    var pauses: [UInt64: Task<Void, any Error>] = [:]
  }

  /// A gate.
  /// - Parameters:
  ///   - delay: the pause at hosts that have none of their own.
  ///   - records: what is remembered of earlier runs.
  ///   - recordsEndEarly: whether the last run was killed before it could tell all: then it may have asked any host just
  ///     now, and each is owed its pause first.
  public init(
    delay: Duration, clock: any FetchClock = SystemClock(), records: [HostRecord] = [], recordsEndEarly: Bool = false
  ) {
    self.delay = delay
    self.clock = clock
    let (uptime, now) = (clock.uptime, clock.now)
    presumedEnd = recordsEndEarly ? uptime : nil
    var hosts: [HostKey: HostTurns] = [:]
    for record in records {
      func moment(_ date: Timestamp) -> Duration {
        uptime + .seconds(date.secondsSince1970 - now.secondsSince1970)
      }
      var turns = HostTurns()
      turns.lastEnd = record.lastRequest.map { date in
        // No request has ended in the future: a clock was wrong, and a pause would last for years.
        HostMoment(
          uptime: min(moment(date), uptime), date: min(date, Timestamp(secondsSince1970: now.secondsSince1970 + 1)))
      }
      turns.notBefore = record.notBefore.map { HostMoment(uptime: moment($0), date: $0) }
      turns.delay = record.delay
      hosts[record.host] = turns
    }
    self.hosts = Mutex(hosts)
  }

  /// Waits for the turn and the pause of a host. Whoever is through calls `leave` when the request has ended.
  /// - Parameters:
  ///   - patience: how long to wait for a host that asked to be left alone; the pause and the line do not count.
  ///   - deadline: by the clock's uptime; whoever could not come through by then is told so at once.
  public func enter(
    _ host: HostKey, patience: Duration? = nil, deadline: Duration? = nil
  ) async throws(Refusal) {
    guard await turn(host) else { throw .cancelled }
    while true {
      switch outlook(host, patience, deadline) {
      case .open: return
      case .refused(let refusal):
        pass(host)
        throw refusal
      case .pause(let duration): await pause(duration)
      }
      if Task.isCancelled {
        pass(host)
        throw .cancelled
      }
    }
  }

  /// Waits for the pause of a host, but for nobody's turn: to do that here, and go to `enter` only afterwards, is for those
  /// who wait in a smaller place before they set out. Returns at once where `enter` would refuse.
  public func approach(_ host: HostKey, patience: Duration? = nil, deadline: Duration? = nil) async {
    while wait(for: host) != nil, case .pause(let duration) = outlook(host, patience, deadline), !Task.isCancelled {
      await pause(duration)
    }
  }

  private enum Outlook {
    case open
    case pause(Duration)
    case refused(Refusal)
  }

  /// What to do at a host now, for one whose turn it is.
  private func outlook(_ host: HostKey, _ patience: Duration?, _ deadline: Duration?) -> Outlook {
    guard !closed.withLock({ $0.isClosed }) else { return .refused(.tooLate) }
    let (now, turns) = (clock.uptime, hosts.withLock { $0[host] ?? HostTurns() })
    guard let opening = opening(turns), opening > now else { return .open }
    if let patience, let notBefore = turns.notBefore, notBefore.uptime > now + patience {
      return .refused(.postponed(until: date(notBefore)))
    }
    if let deadline, opening > deadline { return .refused(.tooLate) }
    return .pause(opening - now)
  }

  /// Lets nobody through any more: who waits is told so, at once where it waits for a pause. Who is through is not
  /// disturbed.
  public func close() {
    let pauses = closed.withLock { closed in
      closed.isClosed = true
      defer { closed.pauses = [:] }
      return closed.pauses
    }
    for pause in pauses.values { pause.cancel() }
  }

  /// Waits, unless the task is cancelled or the gate closed.
  private func pause(_ duration: Duration) async {
    let (clock, number) = (clock, lastNumber.add(1, ordering: .relaxed).newValue)
    let pause = Task { try await clock.sleep(for: duration) }
    let isClosed = closed.withLock { closed in
      if !closed.isClosed { closed.pauses[number] = pause }
      return closed.isClosed
    }
    if isClosed { pause.cancel() }
    await withTaskCancellationHandler {
      _ = await pause.result
    } onCancel: {
      pause.cancel()
    }
    closed.withLock { $0.pauses[number] = nil }
  }

  /// The request that was let through has ended.
  public func leave(_ host: HostKey) {
    let end = clock.uptime
    hosts.withLock { hosts in
      hosts[host, default: HostTurns()].lastEnd = HostMoment(uptime: end)
      return hosts[host]?.pass()
    }?.resume(returning: true)
  }

  /// Sets the pause of one host, in place of the general one: the longest of the site's own and of its Crawl-delay, say.
  public func setDelay(_ delay: Duration, of host: HostKey) {
    hosts.withLock { $0[host, default: HostTurns()].delay = delay }
  }

  /// Sets the pause of one host unless it has a longer one: before anybody knows what the host itself asks for.
  public func setDelay(atLeast delay: Duration, of host: HostKey) {
    hosts.withLock { hosts in
      let before = hosts[host]?.delay ?? .zero
      hosts[host, default: HostTurns()].delay = max(before, delay)
    }
  }

  /// Leaves a host alone for so long from now on, or longer if that was said before.
  public func postpone(_ host: HostKey, for duration: Duration) {
    let moment = clock.uptime + duration
    hosts.withLock { hosts in
      if let before = hosts[host]?.notBefore, before.uptime >= moment { return }
      hosts[host, default: HostTurns()].notBefore = HostMoment(uptime: moment)
    }
  }

  /// The date, by the clock that the gate goes by.
  var now: Timestamp { clock.now }

  /// How long until the host may be asked, if nobody else asks it meanwhile; zero when it may be now. Nil while someone
  /// asks it or is about to.
  public func wait(for host: HostKey) -> Duration? {
    let (now, turns) = (clock.uptime, hosts.withLock { $0[host] ?? HostTurns() })
    guard !turns.isTaken else { return nil }
    return max(.zero, (opening(turns) ?? now) - now)
  }

  /// What a host wants, as far as is known: its pause, nil for the general one, and for how long it is to be left alone,
  /// nil when it may be asked now.
  public func wishes(of host: HostKey) -> (delay: Duration?, notBefore: Duration?) {
    let turns = hosts.withLock { $0[host] ?? HostTurns() }
    return (turns.delay, turns.notBefore.flatMap { $0.uptime > clock.uptime ? $0.uptime : nil })
  }

  /// What to remember of a host for later runs; nil when there is nothing.
  public func record(of host: HostKey) -> HostRecord? {
    hosts.withLock { $0[host] }.flatMap { record(of: host, $0, at: clock.uptime) }
  }

  private func record(of host: HostKey, _ turns: HostTurns, at now: Duration) -> HostRecord? {
    let notBefore = turns.notBefore.flatMap { $0.uptime > now ? date($0) : nil }
    guard turns.lastEnd != nil || notBefore != nil else { return nil }
    return HostRecord(host: host, lastRequest: turns.lastEnd.map(date), notBefore: notBefore, delay: turns.delay)
  }

  private func opening(_ turns: HostTurns) -> Duration? { turns.opening(delay: delay, presumedEnd: presumedEnd) }

  /// How many wait in line at a host, besides who is next.
  func waitingCount(_ host: HostKey) -> Int { hosts.withLock { $0[host]?.waitingCount ?? 0 } }

  /// What to remember for later runs, by host: every host that was asked, or is to be left alone still.
  var records: [HostRecord] { records { _ in true } }

  /// Those of `records` that this gate's run has learned something new of: the hosts that it asked, or that it is to leave
  /// alone. What earlier runs knew of all others still holds as it stands.
  public var news: [HostRecord] { records(where: \.isNews) }

  private func records(where isWanted: (HostTurns) -> Bool) -> [HostRecord] {
    let now = clock.uptime
    return hosts.withLock { $0 }
      .compactMap { host, turns in isWanted(turns) ? record(of: host, turns, at: now) : nil }
      .sorted { $0.host < $1.host }
  }

  /// The date of a moment: the one that is remembered of it, else rounded up, so that no pause becomes shorter.
  private func date(_ moment: HostMoment) -> Timestamp {
    if let date = moment.date { return date }
    let distance = (moment.uptime - clock.uptime).components
    // `now` may be a whole second behind.
    return Timestamp(
      secondsSince1970: clock.now.secondsSince1970 + 1 + distance.seconds + (distance.attoseconds > 0 ? 1 : 0))
  }

  /// Waits for the turn. False when the task was cancelled.
  private func turn(_ host: HostKey) async -> Bool {
    let isFree = hosts.withLock { $0[host, default: HostTurns()].take() }
    guard !isFree else { return true }
    let number = lastNumber.add(1, ordering: .relaxed).newValue
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Bool? = hosts.withLock { hosts in
          // Looked at under the lock: who is cancelled later is found in line.
          guard !Task.isCancelled else { return false }
          // It may have become free meanwhile.
          guard hosts[host, default: HostTurns()].take() else {
            hosts[host, default: HostTurns()].wait(number, continuation)
            return nil
          }
          return true
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      hosts.withLock { $0[host]?.giveUp(number) }?.resume(returning: false)
    }
  }

  /// Lets the next in line go, without a request of one's own.
  private func pass(_ host: HostKey) {
    hosts.withLock { $0[host]?.pass() }?.resume(returning: true)
  }
}
