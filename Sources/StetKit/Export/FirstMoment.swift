public import StetModel

/// A day, or a part of one, as a person writes it on the command line, in UTC.
public enum FirstMoment {
  /// The first second of what the word names: `2026`, `2026-11`, `2026-11-22`, `2026-11-22T06:00`,
  /// `2026-11-22T06:00:03`, the last two with or without `Z`. Nil for anything else.
  public static func of(_ word: String) -> Timestamp? {
    let text = word.hasSuffix("Z") ? String(word.dropLast()) : word
    switch text.utf8.count {
    case 4 where text == word: return Timestamp("\(text)-01-01T00:00:00Z")
    case 7 where text == word: return Timestamp("\(text)-01T00:00:00Z")
    case 10 where text == word: return Timestamp("\(text)T00:00:00Z")
    case 16: return Timestamp("\(text):00Z")
    case 19: return Timestamp("\(text)Z")
    default: return nil
    }
  }
}
