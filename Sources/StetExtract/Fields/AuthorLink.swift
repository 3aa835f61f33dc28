internal import StetHTML
internal import StetModel

/// Links to pages about authors.
enum AuthorLink {
  /// Whether the link says `rel=author`.
  static func isRelAuthor(_ node: Int, _ document: HTMLDocument) -> Bool {
    RelTokens.contains("author", node, document)
  }

  /// Whether the link's path calls its target an author, as no social network does.
  static func saysAuthor(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .href), value.count < 300 else { return false }
    return ByteSearch.findIgnoringCase("/author", in: document.values[value.indices]) != nil
  }

  /// Whether the link's path looks like an author's page.
  static func leadsToAuthor(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .href) else { return false }
    return AddressWords.kinds(in: document.values[value.indices]).contains(.author)
  }
}
