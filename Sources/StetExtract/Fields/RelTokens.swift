internal import StetHTML
internal import StetModel

/// The words of a `rel` attribute.
enum RelTokens {
  /// Whether `rel` has this word (lower case), in any case.
  static func contains(_ word: String, _ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .rel) else { return false }
    guard value.count >= word.utf8.count else { return false }
    return document.values.withUnsafeBufferPointer { values in
      let bytes = UnsafeBufferPointer(rebasing: values[value.indices])
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, !ASCII.isSpace(bytes[end]) { end += 1 }
        if end - start == word.utf8.count,
          zip(bytes[start..<end], word.utf8).allSatisfy({ ASCII.lowercased($0) == $1 })
        {
          return true
        }
        start = end + 1
      }
      return false
    }
  }
}
