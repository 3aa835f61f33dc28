public import StetModel

/// What somebody searches for.
///
/// Words stand side by side and all have to be found; `"quoted words"` have to follow on each other; `harb*` finds what
/// begins so; `-word` leaves out what has it. `title:`, `author:`, `item:`, `tag:` and `body:` before a word say where it
/// has to stand. `host:example.org` (hosts below it count), `after:` and `before:` with a date (2026, 2026-11, 2026-11-22)
/// filter; `after` counts the day itself, `before` does not. Anything else is text, whatever signs are in it.
public struct SearchQuery: Sendable, Hashable {
  /// What has to be there.
  public internal(set) var wanted: [SearchTerm] = []
  /// What must not be there.
  public internal(set) var unwanted: [SearchTerm] = []
  /// One of these hosts, or below it; empty: any.
  public internal(set) var hosts: [String] = []
  /// None of these hosts.
  public internal(set) var unwantedHosts: [String] = []
  /// Published, or else captured, at or after.
  public internal(set) var after: Timestamp?
  /// Published, or else captured, before.
  public internal(set) var before: Timestamp?

  private static let maximumTerms = 64
  private static let maximumBytes = 8192

  /// Reads a query.
  /// - Throws: for one that names no word, a date that is none, and one that is too long. No text is a syntax error.
  public init(_ text: String) throws(SearchQueryError) {
    guard text.utf8.count <= Self.maximumBytes else { throw Self.tooLong }
    var scanner = SearchScanner(text)
    while let piece = scanner.next() { try add(piece) }
    guard wanted.count + unwanted.count <= Self.maximumTerms else { throw Self.tooLong }
    guard !wanted.isEmpty else {
      throw SearchQueryError(
        code: .noWords,
        description: "Cannot search for '\(text)': there is no word in it to look for. Name at least one.")
    }
  }

  private mutating func add(_ piece: SearchScanner.Piece) throws(SearchQueryError) {
    switch piece.name {
    case "host":
      piece.isNegated ? unwantedHosts.append(ASCII.lowercased(piece.text)) : hosts.append(ASCII.lowercased(piece.text))
    case "after": after = try Self.date(piece)
    case "before": before = try Self.date(piece)
    default:
      let term = SearchTerm(
        field: piece.name.flatMap(SearchField.init), text: piece.text, isPrefix: piece.isPrefix)
      guard term.hasWord else { return }
      if piece.isNegated { unwanted.append(term) } else { wanted.append(term) }
    }
  }

  private static func date(_ piece: SearchScanner.Piece) throws(SearchQueryError) -> Timestamp {
    try date(
      piece.isNegated ? "" : piece.text, written: "\(piece.isNegated ? "-" : "")\(piece.name ?? ""):\(piece.text)")
  }

  /// The beginning of a date, which somebody wrote like that.
  static func date(_ text: String, written: String) throws(SearchQueryError) -> Timestamp {
    guard [4, 7, 10].contains(text.utf8.count), let date = DateWord.start(of: text) else {
      throw SearchQueryError(
        code: .badDate,
        description: "Cannot search by '\(written)': that is not a date. Write it as 2026, 2026-11 or 2026-11-22.")
    }
    return date
  }

  private static let tooLong = SearchQueryError(
    code: .tooLong,
    description: "Cannot search for so much: more than \(maximumTerms) words or \(maximumBytes) bytes. Use fewer.")

  /// The words for FTS5.
  var expression: String {
    let wanted = wanted.map { "(\($0.expression))" }.joined(separator: " AND ")
    guard !unwanted.isEmpty else { return wanted }
    return "(\(wanted)) NOT (" + unwanted.map { "(\($0.expression))" }.joined(separator: " OR ") + ")"
  }
}
