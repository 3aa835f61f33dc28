public import StetModel

/// What is known of a host's robots.txt.
public struct RobotsState: Sendable, Hashable {
  /// When the file was last asked for.
  public var checked: Timestamp
  /// What came of it.
  public var answer: RobotsAnswer
  /// The last file that was had, at most 500 KiB of it; nil when there was none, or it is there no more.
  public var copy: [UInt8]?
  /// When that was; nil without a copy.
  public var copied: Timestamp?

  /// A state.
  public init(checked: Timestamp, answer: RobotsAnswer, copy: [UInt8]? = nil, copied: Timestamp? = nil) {
    self.checked = checked
    self.answer = answer
    self.copy = copy
    self.copied = copied
  }

  /// How long a copy is gone by while the file cannot be had: 30 days (RFC 9309, 2.3.1.4 and 2.4).
  static let grace: Int64 = 30 * 86400

  /// Whether the file need not be asked for again.
  func isFresh(at now: Timestamp) -> Bool {
    let age = now.secondsSince1970 - checked.secondsSince1970
    // A moment that is still to come is another clock's.
    return age >= 0 && age < answer.lifetime
  }

  /// The copy to go by; nil when there is none, or it is too old.
  func usableCopy(at now: Timestamp) -> (bytes: [UInt8], copied: Timestamp)? {
    guard let copy, let copied else { return nil }
    if answer == .file { return (copy, copied) }
    guard case .unreachable = answer else { return nil }
    let age = now.secondsSince1970 - copied.secondsSince1970
    return age >= 0 && age <= Self.grace ? (copy, copied) : nil
  }
}
