internal import StetHTML
internal import StetModel

/// The words of a `rel` attribute (HTML standard, 4.6.7).
enum LinkRelation {
  /// The words in lower case; empty without the attribute.
  static func words(_ node: Int, _ document: HTMLDocument) -> Set<String> {
    guard let value = document.value(node, .rel) else { return [] }
    let words = document.values[value.indices].split(whereSeparator: ASCII.isSpace)
    return Set(words.map { ASCII.lowercased(String(decoding: $0, as: UTF8.self)) })
  }
}
