public import StetModel

/// A date or moment as a person writes it on the command line, in UTC.
public enum DateWord {
  /// The last second of what the word names: `2026`, `2026-11`, `2026-11-22`, `2026-11-22T06:00`,
  /// `2026-11-22T06:00:03`, with or without `Z`. Nil for anything else.
  static func end(of word: String) -> Timestamp? {
    let text = word.hasSuffix("Z") ? String(word.dropLast()) : word
    switch text.utf8.count {
    case 4 where text == word: return Timestamp("\(text)-12-31T23:59:59Z")
    case 7 where text == word:
      // The longest day that the month has.
      return (28...31).reversed().lazy.compactMap { Timestamp("\(text)-\($0)T23:59:59Z") }.first
    case 10 where text == word: return Timestamp("\(text)T23:59:59Z")
    case 16: return Timestamp("\(text):59Z")
    case 19: return Timestamp("\(text)Z")
    default: return nil
    }
  }

  /// The first second of what the word names; also of a date-time with an offset, whose day is taken as it stands.
  public static func start(of word: String) -> Timestamp? {
    switch word.utf8.count {
    case 4: Timestamp("\(word)-01-01T00:00:00Z")
    case 7: Timestamp("\(word)-01T00:00:00Z")
    case 10...: Timestamp("\(word.prefix(10))T00:00:00Z")
    default: nil
    }
  }
}
