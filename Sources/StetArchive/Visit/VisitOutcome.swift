/// What a visit to a page brought.
public enum VisitOutcome: Sendable, Hashable, CustomStringConvertible {
  /// The page was stored for the first time.
  case new
  /// The page differs, or is back after a tombstone: a version was written.
  case changed
  /// Nothing differs that makes a version (or the server said so: 304).
  case unchanged
  /// A tombstone was written.
  case gone
  /// The page was not found (404, 410), and no tombstone was written.
  case absent
  /// What came is set aside and replaces nothing.
  case quarantined
  /// Other rules of extraction read the stored page differently: a version was written.
  case reextracted
  /// The text of a version or of an observation was taken out.
  case redacted
  /// An outcome that a later version of stet wrote.
  case other(String)

  /// Reads the spelled form.
  public init(_ text: String) {
    self = Self.known.first { $0.description == text } ?? .other(text)
  }

  /// The spelled form, as visit lines have it.
  public var description: String {
    switch self {
    case .new: "new"
    case .changed: "changed"
    case .unchanged: "unchanged"
    case .gone: "gone"
    case .absent: "absent"
    case .quarantined: "quarantined"
    case .reextracted: "reextracted"
    case .redacted: "redacted"
    case .other(let text): text
    }
  }

  /// Whether the visit saw the page as a reader does.
  var sawThePage: Bool {
    switch self {
    case .new, .changed, .unchanged: true
    default: false
    }
  }

  /// Whether the visit did not find the page, or something else in its place.
  var isFailure: Bool {
    switch self {
    case .gone, .absent, .quarantined: true
    default: false
    }
  }

  private static let known: [VisitOutcome] = [
    .new, .changed, .unchanged, .gone, .absent, .quarantined, .reextracted, .redacted,
  ]
}
