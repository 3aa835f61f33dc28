/// Text in which finds are marked.
public struct MarkedText: Sendable, Hashable {
  /// A stretch that was looked for, or one between two of them.
  public struct Segment: Sendable, Hashable {
    /// The text, as it stands in the record.
    public internal(set) var text: String
    /// Whether it was looked for.
    public let isMatch: Bool
  }

  /// The stretches, in order; never empty ones.
  public private(set) var segments: [Segment] = []

  /// Whether anything in it was looked for.
  public var hasMatch: Bool { segments.contains { $0.isMatch } }

  /// Reads what FTS5 marked in a text that `WordRuns.split` had cut, and puts its runs together again.
  init(_ marked: String) {
    var isMatch = false
    // The second character of a pair, which the next pair begins with.
    var tail: (scalar: Unicode.Scalar, isMatch: Bool)?
    var run: [Unicode.Scalar] = []
    func endRun() {
      guard let first = run.first else { return }
      if let held = tail {
        if held.scalar == first {
          append(first, held.isMatch || isMatch)
        } else {
          append(held.scalar, held.isMatch)
          append(first, isMatch)
        }
      } else {
        append(first, isMatch)
      }
      tail = run.count > 1 ? run.last.map { ($0, isMatch) } : nil
      run = []
    }
    for scalar in marked.unicodeScalars {
      if WordRuns.isUnspaced(scalar) {
        run.append(scalar)
        continue
      }
      endRun()
      switch scalar {
      case Self.start: isMatch = true
      case Self.end: isMatch = false
      case WordRuns.separator: break
      default:
        if let held = tail { append(held.scalar, held.isMatch) }
        tail = nil
        append(scalar, isMatch)
      }
    }
    endRun()
    if let held = tail { append(held.scalar, held.isMatch) }
  }

  /// Around what was found; `WordRuns.split` leaves no such characters in a text that it cuts.
  static let start: Unicode.Scalar = "\u{2}"
  static let end: Unicode.Scalar = "\u{3}"

  private mutating func append(_ scalar: Unicode.Scalar, _ isMatch: Bool) {
    if segments.last?.isMatch != isMatch { segments.append(Segment(text: "", isMatch: isMatch)) }
    segments[segments.count - 1].text.unicodeScalars.append(scalar)
  }
}
