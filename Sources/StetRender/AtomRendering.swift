public import StetModel

/// Versions as an Atom feed (RFC 4287).
///
/// An entry is one version: its id comes from the digest, so that a feed reader that has it does not show it again, and
/// shows a changed page as news.
public enum AtomRendering {
  /// The feed up to its first entry.
  /// - Parameters:
  ///   - id: a digest of what tells this feed from others.
  ///   - updated: the moment of the newest entry; nil without entries: then the feed bears the start of Unix time, since it
  ///     has to bear one and must not change from one writing to the next.
  ///   - links: where the feed itself is, and what belongs to it.
  public static func head(id: Digest, title: String, updated: Timestamp?, links: [AtomLink] = []) -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
    <id>\(id.uuid)</id>
    \(XMLText.element("title", title))
    <updated>\(updated ?? Timestamp(secondsSince1970: 0))</updated>
    <generator version="\(StetVersion.text)">stet</generator>

    """ + links.map { $0.element + "\n" }.joined()
  }

  /// The end of the feed.
  public static let foot = "</feed>\n"

  /// One version.
  /// - Parameters:
  ///   - summary: what has changed in it, for a person.
  ///   - content: HTML to show in place of the record.
  ///   - links: in place of the one to the page.
  ///   - categories: besides those of the record.
  public static func entry(
    _ version: StoredVersion, summary: String?, content html: String? = nil, links: [AtomLink]? = nil,
    categories: [AtomCategory] = []
  ) -> String {
    let snapshot = version.snapshot
    let review = snapshot.review
    let page = snapshot.page.description
    var lines = [
      "<entry>", "<id>\(version.digest.uuid)</id>", XMLText.element("title", title(snapshot)),
      "<updated>\(snapshot.captured)</updated>",
    ]
    if let published = review?.published, isDateTime(published) { lines.append("<published>\(published)</published>") }
    lines += authors(snapshot)
    lines += (links ?? (HTMLText.isWebAddress(page) ? [AtomLink("alternate", page)] : [])).map(\.element)
    let terms = ((review?.categories ?? []) + (review?.tags ?? [])).map { AtomCategory($0.name) }
    lines += (categories + terms).map(\.element)
    if let summary { lines.append(XMLText.element("summary", summary)) }
    let content =
      html ?? review.map(HTMLRendering.article) ?? HTMLText.element("p", version.absence)
    lines.append(XMLText.element("content", content, attributes: " type=\"html\"\(language(review))"))
    return (lines + ["</entry>", ""]).joined(separator: "\n")
  }

  private static func title(_ snapshot: Snapshot) -> String {
    guard let review = snapshot.review else {
      return "\(snapshot.cause == .gone ? "Gone" : "Redacted"): \(snapshot.page)"
    }
    return review.title ?? snapshot.page.description
  }

  /// An entry needs an author (RFC 4287, 4.1.2): where the page names none, the site stands for them.
  private static func authors(_ snapshot: Snapshot) -> [String] {
    let authors = snapshot.review?.authors ?? []
    guard !authors.isEmpty else {
      let site = snapshot.review?.siteName ?? PageAddress(snapshot.page.description)?.host ?? snapshot.page.description
      return ["<author>\(XMLText.element("name", site))</author>"]
    }
    return authors.map { author in
      let address = author.url.flatMap { HTMLText.isWebAddress($0) ? XMLText.element("uri", $0) : nil } ?? ""
      return "<author>\(XMLText.element("name", author.name))\(address)</author>"
    }
  }

  /// Whether a date is one of RFC 3339 with its offset: Atom takes no other.
  static func isDateTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 25,
      Timestamp(String(decoding: bytes.prefix(19), as: UTF8.self) + "Z") != nil
    else { return false }
    if bytes.count == 20 { return bytes[19] == UInt8(ascii: "Z") }
    let digits = [20, 21, 23, 24].allSatisfy { ASCII.isDigit(bytes[$0]) }
    return digits && bytes[22] == UInt8(ascii: ":")
      && (bytes[19] == UInt8(ascii: "+") || bytes[19] == UInt8(ascii: "-"))
  }

  /// A language tag as far as its form goes (BCP 47).
  private static func language(_ review: Review?) -> String {
    guard let language = review?.language else { return "" }
    let parts = language.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { index, part in
      (1...8).contains(part.count) && part.allSatisfy { ASCII.isLetter($0) || (index > 0 && ASCII.isDigit($0)) }
    }
    return isTag ? " xml:lang=\"\(language)\"" : ""
  }
}
