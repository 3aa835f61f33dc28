internal import StetHTML
internal import StetModel

/// Finds who wrote the posts of a discussion: the first thing in each that links to a member of the site, or is called
/// a name, and that the other posts have in the same place.
struct PostNames {
  private struct Mention {
    var make: UInt64
    var name: String
    var node: Int
  }

  private static let maximumNodes = 400
  private static let maximumMentions = 12
  private static let firstBoxes = 4

  let survey: PageSurvey
  private var document: HTMLDocument { survey.document }

  /// By post, its author; empty when most posts name none.
  func authors(of boxes: [Range<Int>]) -> [(name: String, node: Int)?] {
    // Where the first few have nobody in the same place, the others need not be looked at.
    let first = boxes.prefix(Self.firstBoxes).map(mentions)
    guard haveMakeInCommon(first) else { return [] }
    let mentions = first + boxes.dropFirst(Self.firstBoxes).map(mentions)
    var seen = Set<UInt64>()
    var makes: [UInt64] = []
    for mention in mentions.joined() where seen.insert(mention.make).inserted { makes.append(mention.make) }
    for make in makes {
      let named = mentions.map { $0.first { $0.make == make } }
      let names = named.compactMap { $0?.name }
      guard names.count > 1, 10 * names.count >= 6 * boxes.count else { continue }
      // "Profile", under every post.
      if Set(names).count == 1, names.count > 2 || Self.buttons.contains(names[0].lowercased()) { continue }
      return named.map { $0.map { ($0.name, $0.node) } }
    }
    return []
  }

  private func haveMakeInCommon(_ mentions: [[Mention]]) -> Bool {
    var seen = Set<UInt64>()
    return mentions.contains { those in
      let makes = Set(those.map(\.make))
      defer { seen.formUnion(makes) }
      return !seen.isDisjoint(with: makes)
    }
  }

  /// Who is named first in a stretch of the page.
  func first(in box: Range<Int>) -> (name: String, node: Int)? {
    mentions(in: box).first { !Self.buttons.contains($0.name.lowercased()) }.map { ($0.name, $0.node) }
  }

  private func mentions(in box: Range<Int>) -> [Mention] {
    var found: [Mention] = []
    for node in box.prefix(Self.maximumNodes) where (1...60).contains(survey.weight[node]) {
      guard document.isElement(node), survey.isVisible[node], isMember(node) || isCalledName(node) else { continue }
      let name = survey.line(node)
      guard (2...60).contains(name.utf8.count), name.utf8.contains(where: { !ASCII.isSpace($0) }) else { continue }
      found.append(Mention(make: make(of: node), name: name, node: node))
      if found.count == Self.maximumMentions { break }
    }
    return found
  }

  private func isMember(_ node: Int) -> Bool {
    guard document.tag(node) == .a, let value = document.value(node, .href), value.count < 300 else { return false }
    let address = document.values[value.indices]
    return Self.memberWords.contains { ByteSearch.findIgnoringCase($0, in: address) != nil }
  }

  /// Whether an element is called a name and holds one text alone.
  private func isCalledName(_ node: Int) -> Bool {
    guard survey.weight[node] < 40, document.end(node) - node < 40, let value = document.value(node, .class),
      value.count < 80
    else { return false }
    let words = document.values[value.indices]
    guard
      ByteSearch.isEqual(words, "name")
        || Self.nameWords.contains(where: {
          ByteSearch.findIgnoringCase($0, in: words) != nil
        })
    else { return false }
    return document.subtree(node).count(where: { document.tag($0) == .text && survey.weight[$0] > 0 }) == 1
  }

  /// What an element is called, without numbers; the first class of its parent, where it has none.
  private func make(of node: Int) -> UInt64 {
    if document.value(node, .class) != nil { return PostMake.of(node, document) }
    return PostMake.of(node, document, salt: PostMake.of(max(document.parent(node), 0), document))
  }

  /// Parts of the addresses of members' pages.
  private static let memberWords: [StaticString] = [
    "members/", "/member/", "member.php", "viewprofile", "=profile", "/profile", "profile.php", "/user/", "/users/",
    "user-", "/u/", "/people/", "/author/", "user?id=", "user.php", "userinfo",
  ]

  private static let nameWords: [StaticString] = [
    "username", "user-name", "user_name", "author-name", "authorname", "author_name", "nickname", "postername",
    "poster-name", "post-author", "postauthor", "creator",
  ]

  private static let buttons: Set<String> = [
    "profile", "view profile", "find", "quote", "reply", "pm", "private message", "send pm", "message", "website",
    "contact", "posts", "profil", "mehr", "more",
  ]
}
