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

  /// Whether the link's address speaks of a user's profile, in whatever form: `/user,profile,30.html`, `?profile=30`.
  static func leadsToProfile(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .href), value.count < 200 else { return false }
    let address = document.values[value.indices]
    guard let start = ByteSearch.findIgnoringCase("profil", in: address), start > address.startIndex else {
      return false
    }
    // Not "high-profile".
    let before = address[start - 1]
    return !ASCII.isLetter(before) && before != UInt8(ascii: "-")
  }

  /// Whether the link leads to the page of a member whose login its words are: `/user/ada`, `/u/ada`, `user?id=ada`.
  static func isLogin(_ words: String, _ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .href), value.count < 200 else { return false }
    let address = document.values[value.indices]
    let login = Array(words.utf8.drop { $0 == UInt8(ascii: "@") })
    guard login.count > 1, address.count > login.count + 2,
      address.suffix(login.count).elementsEqual(login, by: { ASCII.lowercased($0) == ASCII.lowercased($1) })
    else { return false }
    let path = address.dropLast(login.count)
    return ["/u/", "/user/", "/users/", "/profile/", "/member/", "/members/", "user?id="].contains {
      (word: StaticString) in
      path.count >= word.utf8CodeUnitCount && ByteSearch.starts(path.suffix(word.utf8CodeUnitCount), with: word)
    }
  }

  /// Whether the link's path looks like an author's page.
  static func leadsToAuthor(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .href) else { return false }
    return AddressWords.kinds(in: document.values[value.indices]).contains(.author)
  }
}
