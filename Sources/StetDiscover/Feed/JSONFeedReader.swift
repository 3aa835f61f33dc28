internal import StetHTML
internal import StetModel

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).
enum JSONFeedReader {
  /// Whether a document is JSON rather than XML: its first byte tells.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[mark...].first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  static func read(_ bytes: [UInt8], at address: PageAddress) throws(DiscoveryError) -> Feed {
    let strict = try? JSONParser.parse(bytes)
    // What is not UTF-8 is mended, and so is what ends too early.
    guard let document = strict ?? (try? JSONParser.parse(bytes, leniency: .repair)),
      let version = document["version"]?.string, version.contains("jsonfeed.org/version"),
      let items = document["items"]?.array
    else { throw DiscoveryDocument.refusal(.notAFeed, at: address, kind: "feed") }
    let entries = items.compactMap { entry($0, base: address) }
    return Feed(
      format: .json, title: FeedText.plain(document["title"]?.string, type: "text"),
      home: document["home_page_url"]?.string.flatMap(address.resolving),
      next: document["next_url"]?.string.flatMap(address.resolving), entries: entries,
      entriesWithoutAddress: items.count - entries.count,
      isTruncated: strict == nil && bytes.last { $0 > 0x20 } != UInt8(ascii: "}"), isMended: strict == nil)
  }

  private static func entry(_ item: JSONValue, base: PageAddress) -> Discovered? {
    // `id` is "ideally" the address; `external_url` is a page that the entry is about, of somebody else's.
    let named = [item["url"]?.string, item["id"]?.string.flatMap { $0.contains("://") ? $0 : nil }]
    guard let address = named.lazy.compactMap({ $0.flatMap(base.resolving) }).first else { return nil }
    let authors = item["authors"]?.array ?? item["author"].map { [$0] } ?? []
    return Discovered(
      address: address, source: .feed, title: FeedText.plain(item["title"]?.string, type: "text"),
      published: item["date_published"]?.string.flatMap(StatedTime.init),
      modified: item["date_modified"]?.string.flatMap(StatedTime.init),
      authors: authors.compactMap { FeedText.plain($0["name"]?.string, type: "text") })
  }
}
