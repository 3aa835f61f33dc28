internal import StetHTML
internal import StetModel

/// Reads sitemaps and indexes of sitemaps in XML.
final class SitemapReader: XMLHandler {
  private var scope: SitemapScope
  private var stack: [SitemapName?] = []
  private var hasRoot = false
  private var isFeed = false
  private var item: Item?
  private var collected: SitemapName?
  private var text: [UInt8] = []

  /// One `url` or `sitemap`.
  private struct Item {
    var location: [UInt8]?
    var modified: StatedTime?
    var published: StatedTime?
    var title: String?
  }

  static func read(_ bytes: [UInt8], _ scope: SitemapScope, charset: String?) throws(DiscoveryError) -> Sitemap {
    let refusal = DiscoveryDocument.refusal(.notASitemap, at: scope.address, kind: "sitemap")
    let reading: XMLReading<SitemapReader>
    do throws(XMLError) {
      reading = try XMLReader.read(bytes, httpCharset: charset) { SitemapReader(scope) }
    } catch {
      throw DiscoveryDocument.error(error, at: scope.address, empty: .notASitemap, kind: "sitemap")
    }
    if reading.handler.isFeed {
      guard let feed = try? XMLFeedReader.read(bytes, at: scope.address, charset: charset) else { throw refusal }
      return FeedSitemap.sitemap(feed, scope)
    }
    guard reading.handler.hasRoot else { throw refusal }
    return reading.handler.scope.sitemap(
      .xml, isTruncated: reading.isTruncated, isMended: !reading.isWellFormed)
  }

  private init(_ scope: SitemapScope) { self.scope = scope }

  // MARK: Events

  func name(_ local: String, prefix: String?, namespace: String?) -> Int {
    SitemapName(local: local, prefix: prefix, namespace: namespace)?.rawValue ?? 0
  }

  var wantsText: Bool { collected != nil }
  var isDone: Bool { isFeed || scope.isCut }

  func start(_ number: Int, _ attributes: [XMLAttribute]) {
    let name = SitemapName(rawValue: number)
    let parent = stack.last ?? nil
    stack.append(name)
    switch name {
    case .urlset, .index: hasRoot = true
    case .feed: isFeed = !hasRoot
    case .url, .sitemap: if hasRoot { item = Item() }
    case .location, .modified: if parent == .url || parent == .sitemap { collect(name) }
    case .newsTitle, .newsDate: if parent == .news { collect(name) }
    case .news, nil: break
    }
  }

  func end() {
    guard let name = stack.popLast() ?? nil else { return }
    if name == collected {
      collected = nil
      finish(name)
    }
    if let finished = item, name == .url || name == .sitemap {
      item = nil
      take(finished, name)
    }
  }

  func text(_ piece: Span<UInt8>) {
    // No address is longer; what is, is refused by its length.
    let room = max(2 * Sitemap.maximumAddressBytes - text.count, 0)
    piece.withUnsafeBufferPointer { text.append(contentsOf: $0.prefix(room)) }
  }

  // MARK: Items

  private func collect(_ name: SitemapName?) {
    collected = name
    text.removeAll(keepingCapacity: true)
  }

  private func finish(_ name: SitemapName) {
    let trimmed = text.drop { $0 <= 0x20 }
    let written = trimmed.prefix(trimmed.lastIndex { $0 > 0x20 }.map { $0 + 1 - trimmed.startIndex } ?? 0)
    switch name {
    case .location: if item?.location == nil { item?.location = Array(written) }
    case .modified: item?.modified = StatedTime(String(decoding: written, as: UTF8.self))
    case .newsDate: item?.published = StatedTime(String(decoding: written, as: UTF8.self))
    case .newsTitle: item?.title = FeedText.plain(String(decoding: written, as: UTF8.self), type: "")
    default: break
    }
  }

  private func take(_ item: Item, _ name: SitemapName) {
    let location = item.location ?? []
    if name == .sitemap {
      scope.take(sitemap: location, modified: item.modified)
    } else {
      scope.take(page: location, title: item.title, published: item.published, modified: item.modified)
    }
  }
}
