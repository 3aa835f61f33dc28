internal import Glibc
internal import StetModel

/// A text in which many phrases are looked for, one after the other.
///
/// `String.contains` prepares a table for every phrase; strstr(3) on the bytes takes a hundredth of that.
struct PhraseSearch: Sendable {
  /// The text in lower case, ended by a NUL byte. One inside would end the search early; pages have none.
  private let characters: [CChar]

  /// Searches a text, ignoring case.
  init(lowercasing text: String) {
    // Most texts are ASCII, for which String's way costs ten times as much.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      characters = Array(text.lowercased().utf8CString)
      return
    }
    characters = text.utf8.map { CChar(bitPattern: ASCII.lowercased($0)) } + [0]
  }

  /// Whether a phrase, given in lower case, stands in the text.
  func contains(_ phrase: String) -> Bool {
    characters.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return false }
      return phrase.withCString { strstr(start, $0) != nil }
    }
  }
}
