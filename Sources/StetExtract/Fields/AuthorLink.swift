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
    guard let value = document.value(node, .href), value.count < 300 else { return false }
    let path = document.values[value.indices]
    let folders: [StaticString] = [
      "/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/auteurs/", "/autore/", "/writer/", "/writers/",
      "/contributor/", "/contributors/", "/by/", "/profile/", "/profiles/", "/people/", "/staff/", "/journalist/",
      "/reporter/", "/critic/", "/critics/", "/reviewer/", "/columnist/", "/redactie/", "/forfatter/", "?author=",
    ]
    return folders.contains { ByteSearch.findIgnoringCase($0, in: path) != nil }
  }
}
