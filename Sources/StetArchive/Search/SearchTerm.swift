/// A word or a phrase to look for, as typed.
public struct SearchTerm: Sendable, Hashable {
  /// Where it has to stand; nil: anywhere.
  public let field: SearchField?
  /// Words that have to follow on each other, as typed.
  public let text: String
  /// Whether the last word need only begin so (`harb*`).
  public let isPrefix: Bool

  /// Whether there is anything in it that the full-text table has a word for.
  var hasWord: Bool { text.unicodeScalars.contains(where: WordRuns.isWordCharacter) }

  /// The term for FTS5: always one string literal, so that nothing in it has a meaning there.
  var expression: String {
    let (words, endsInside) = WordRuns.query(text, isPrefix: isPrefix)
    let literal = "\"" + words.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    return (field.map { "\($0.rawValue) : " } ?? "") + literal + (endsInside ? " *" : "")
  }
}
