/// What a `HostGate` knows of one host.
struct HostTurns: Sendable {
  /// The pause for this host; nil for the general one.
  var delay: Duration?
  /// When the last request ended.
  var lastEnd: HostMoment?
  /// Not to be asked before then.
  var notBefore: HostMoment?
  /// Whether someone is through, or next.
  private(set) var isTaken = false
  private var waiting: [(number: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []

  /// Whether there is anything that no earlier run has told.
  var isNews: Bool { [lastEnd, notBefore].contains { $0.map { $0.date == nil } ?? false } }

  /// How many wait in line.
  var waitingCount: Int { waiting.count }

  /// Takes the turn if nobody has it.
  mutating func take() -> Bool {
    guard !isTaken else { return false }
    isTaken = true
    return true
  }

  /// Lines up for the turn.
  mutating func wait(_ number: UInt64, _ continuation: CheckedContinuation<Bool, Never>) {
    waiting.append((number, continuation))
  }

  /// Leaves the line. Whom to tell; nil when it has its turn by now.
  mutating func giveUp(_ number: UInt64) -> CheckedContinuation<Bool, Never>? {
    waiting.firstIndex { $0.number == number }.map { waiting.remove(at: $0).continuation }
  }

  /// Hands the turn to the next in line, who is to be told; nil when there is nobody.
  mutating func pass() -> CheckedContinuation<Bool, Never>? {
    guard !waiting.isEmpty else {
      isTaken = false
      return nil
    }
    return waiting.removeFirst().continuation
  }

  /// When the host may be asked next.
  /// - Parameter presumedEnd: when a request may have ended that nobody has told of.
  /// - Returns: by the clock's uptime; nil: now.
  func opening(delay general: Duration, presumedEnd: Duration? = nil) -> Duration? {
    let afterPause = [lastEnd?.uptime, presumedEnd].compactMap(\.self).max().map { $0 + (delay ?? general) }
    return [afterPause, notBefore?.uptime].compactMap(\.self).max()
  }
}
