public import StetModel

/// What is known of a site: what the pages say that the archive saw last at one host.
///
/// What several of them say word for word is the site's and no article's: calls to subscribe, disclosures, what marks mean.
/// It is judged by the texts of records alone, so that it costs no second look at any page, and it holds numbers, no text.
public struct SiteKnowledge: Sendable {
  /// So many other pages are asked.
  public static let maximumPages = 16
  /// On so many of them, at least, something has to stand.
  public static let fewestPages = 2
  /// What makes more than this share of a text is not the site's: the pages are editions of one text.
  public static let largestShare = 0.25

  private struct SeenPage {
    let key: PageKey
    /// What its text says, and how long that is in bytes; 0 of what was left out of it.
    let blocks: [BlockPrint: Int]
    let bytes: Int

    /// The bytes of its text that another page has too.
    func common(with other: SeenPage) -> Int {
      blocks.reduce(0) { $0 + (other.blocks[$1.key] == nil ? 0 : $1.value) }
    }
  }

  /// The one seen last comes first; one more than are asked, since a page is not asked about itself.
  private var pages: [SeenPage] = []

  /// Nothing is known yet.
  public init() {}

  /// Takes a page in, as the one seen last. One that says for the most part what another one says is the same under
  /// another address, and counts once.
  /// - Parameter recurring: what was left out of the text.
  public mutating func note(_ key: PageKey, _ body: [Block], recurring: [RecurringBlock]) {
    let body = MeasuredBody(body)
    var blocks: [BlockPrint: Int] = [:]
    for block in recurring { blocks[block.print] = 0 }
    for case let entry? in body.entries { blocks[entry.print, default: 0] += entry.bytes }
    let page = SeenPage(key: key, blocks: blocks, bytes: body.bytes)
    pages.removeAll { $0.key == key }
    guard !blocks.isEmpty, !pages.contains(where: { 2 * page.common(with: $0) > page.bytes }) else { return }
    pages.insert(page, at: 0)
    if pages.count > Self.maximumPages + 1 { pages.removeLast() }
  }

  /// The blocks of a page's text that are the site's, each once, in the order of the text.
  ///
  /// They stand on at least two other pages, and on at least half of those that are asked. Pages that have more than a
  /// quarter of this text are not asked, and where more than that would go nothing goes.
  public func recurring(in body: [Block], of key: PageKey) -> [RecurringBlock] {
    let others = pages.lazy.filter { $0.key != key }.prefix(Self.maximumPages)
    guard others.count >= Self.fewestPages else { return [] }
    let body = MeasuredBody(body)
    let limit = Int(Double(body.bytes) * Self.largestShare)
    var counts: [BlockPrint: Int] = [:]
    var asked = 0
    for other in others {
      let common = body.entries.compactMap(\.self).filter { other.blocks[$0.print] != nil }
      guard common.reduce(0, { $0 + $1.bytes }) <= limit else { continue }
      asked += 1
      for print in Set(common.map(\.print)) { counts[print, default: 0] += 1 }
    }
    let needed = max(Self.fewestPages, (asked + 1) / 2)
    let found = body.furniture { counts[$0, default: 0] >= needed }.compactMap { body.entries[$0] }
    guard found.reduce(0, { $0 + $1.bytes }) <= limit else { return [] }
    var seen = Set<BlockPrint>()
    return found.filter { seen.insert($0.print).inserted }.map {
      RecurringBlock($0.print, pages: counts[$0.print, default: 0], of: asked)
    }
  }
}
