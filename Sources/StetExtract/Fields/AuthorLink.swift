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

  /// Whether the link leads to a member of the site, and is called so: forums and some magazines name authors so.
  static func leadsToMember(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard let name = document.value(node, .class), let value = document.value(node, .href),
      ByteSearch.findIgnoringCase("username", in: document.values[name.indices]) != nil
    else { return false }
    // Relative addresses start with the folder.
    let address = document.values[value.indices]
    return ["/members/", "/user/", "/users/", "viewprofile"].contains {
      ByteSearch.findIgnoringCase($0, in: address) != nil
    } || ByteSearch.starts(address, with: "members/")
  }

  /// Whether the link's path looks like an author's page.
  static func leadsToAuthor(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .href) else { return false }
    return AddressWords.kinds(in: document.values[value.indices]).contains(.author)
  }
}
