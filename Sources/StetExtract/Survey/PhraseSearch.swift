internal import Glibc

/// A text in which many phrases are looked for, one after the other.
///
/// `String.contains` prepares a table for every phrase; strstr(3) on the bytes takes a hundredth of that.
struct PhraseSearch: Sendable {
  /// The text in lower case, ended by a NUL byte. One inside would end the search early; pages have none.
  private let characters: [UInt8]

  /// Searches a text, ignoring case.
  init(lowercasing text: String) {
    var lower = LowerCase.utf8(text)
    lower.append(0)
    characters = lower
  }

  /// Whether a phrase, given in lower case, stands in the text.
  func contains(_ phrase: String) -> Bool {
    characters.withUnsafeBufferPointer { text in
      text.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress else { return false }
        return phrase.withCString { strstr(start, $0) != nil }
      }
    }
  }
}
