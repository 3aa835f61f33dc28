public import StetHTML
public import StetModel

/// A feed that a page announces in a `link` element.
public struct FeedLink: Sendable, Hashable {
  /// The feed's address.
  public var address: PageAddress
  /// The title of the link; nil when it has none.
  public var title: String?
  /// The type in lower case, such as `application/rss+xml`; nil when the link has none, as `rel=feed` may.
  public var type: String?
  /// Whether it seems to be a feed of readers' comments, which announces no pages.
  public var isForComments: Bool

  /// The feeds that a page announces, in document order, each address once.
  ///
  /// By the rules of Mozilla's browser: `rel` has the word `feed`, or it has `alternate` without `stylesheet` and the type
  /// is that of RSS or Atom; words and types in any case, space around them dropped. Types that are no feed's own
  /// (`text/xml`, `application/rdf+xml`) announce none. The type of JSON Feed counts too, and `application/json` where
  /// the address has the word "feed": elsewhere it is some programming interface.
  /// - Parameters:
  ///   - document: the page.
  ///   - address: its final address; a `base` element is heeded.
  public static func all(in document: HTMLDocument, at address: PageAddress) -> [FeedLink] {
    let base = PageBase.of(document, at: address)
    var found: [FeedLink] = []
    var known: Set<PageAddress> = []
    for node in 0..<document.count where document.tag(node) == .link {
      guard let href = document.attribute(node, .href), let target = base.resolving(href)?.withoutFragment,
        href.utf8.contains(where: { $0 > 0x20 })
      else { continue }
      let type = document.attribute(node, .type).map(normalized)
      guard announcesFeed(LinkRelation.words(node, document), type: type, target: target), known.insert(target).inserted
      else { continue }
      let title = FeedText.plain(document.attribute(node, .title), type: "text")
      found.append(
        FeedLink(
          address: target, title: title, type: type.flatMap { $0.isEmpty ? nil : $0 },
          isForComments: isForComments(target, title: title)))
    }
    return found
  }

  private static func announcesFeed(_ relation: Set<String>, type: String?, target: PageAddress) -> Bool {
    if relation.contains("feed") { return true }
    guard relation.contains("alternate"), !relation.contains("stylesheet"), let type else { return false }
    switch type {
    case "application/rss+xml", "application/atom+xml", "application/feed+json": return true
    case "application/json": return target.path.lowercased().contains("feed")
    default: return false
    }
  }

  /// The type without parameters and space, in lower case.
  private static func normalized(_ type: String) -> String {
    let bytes = type.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 > 0x20 }
    return ASCII.lowercased(String(decoding: bytes, as: UTF8.self))
  }

  private static func isForComments(_ address: PageAddress, title: String?) -> Bool {
    let words = ["comments", "kommentare", "commentaires", "comentarios", "commenti"]
    let segments = address.path.lowercased().split { $0 == "/" || $0 == "-" || $0 == "." }
    if segments.contains(where: { words.contains(String($0)) }) { return true }
    guard let title = title?.lowercased() else { return false }
    return title.contains("comment") || words.contains(where: title.contains)
  }
}
