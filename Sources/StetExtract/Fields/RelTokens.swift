internal import StetHTML
internal import StetModel

/// The words of a `rel` attribute.
enum RelTokens {
  /// Whether `rel` has this word (lower case), in any case.
  static func contains(_ word: String, _ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .rel) else { return false }
    guard value.count >= word.utf8.count else { return false }
    return document.values.withUnsafeBufferPointer { values in
      UnsafeBufferPointer(rebasing: values[value.indices]).split(whereSeparator: ASCII.isSpace).contains { token in
        token.count == word.utf8.count && zip(token, word.utf8).allSatisfy { ASCII.lowercased($0) == $1 }
      }
    }
  }
}
