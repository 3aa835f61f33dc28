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
  /// - Parameters:
  ///   - body: its text, whether what recurs was left out or not.
  ///   - recurring: what was left out.
  public mutating func note(_ key: PageKey, _ body: MeasuredBody, recurring: [RecurringBlock]) {
    var blocks: [BlockPrint: Int] = [:]
    var bytes = 0
    let gone = Set(recurring.map(\.print))
    for print in gone { blocks[print] = 0 }
    for case let entry? in body.entries where !gone.contains(entry.print) {
      blocks[entry.print, default: 0] += entry.bytes
      bytes += entry.bytes
    }
    let page = SeenPage(key: key, blocks: blocks, bytes: bytes)
    pages.removeAll { $0.key == key }
    guard !blocks.isEmpty, !pages.contains(where: { 2 * page.common(with: $0) > page.bytes }) else { return }
    pages.insert(page, at: 0)
    if pages.count > Self.maximumPages + 1 { pages.removeLast() }
  }

  /// The blocks of a page's text that are the site's, each once, in the order of the text.
  ///
  /// They stand on at least two other pages, and on at least half of those that are asked. Pages that have more than a
  /// quarter of this text are not asked, and where more than that would go nothing goes.
  public func recurring(in body: MeasuredBody, of key: PageKey) -> [RecurringBlock] {
    let tally = tally(of: body, key)
    let found = body.furniture(where: tally.recurs).compactMap { body.entries[$0] }
    guard found.reduce(0, { $0 + $1.bytes }) <= Self.limit(of: body) else { return [] }
    var seen = Set<BlockPrint>()
    return found.filter { seen.insert($0.print).inserted }.map {
      RecurringBlock($0.print, pages: tally.counts[$0.print, default: 0], of: tally.asked)
    }
  }

  /// Whether a text that was read without these blocks may have more that are the site's.
  ///
  /// What stood beside those cannot be seen any more: any short line that recurs may have. Only the page itself tells.
  public func mayHaveMore(_ body: MeasuredBody, of key: PageKey, without recurring: [RecurringBlock]) -> Bool {
    guard !recurring.isEmpty else { return !self.recurring(in: body, of: key).isEmpty }
    let tally = tally(of: body, key)
    return body.hasLine(where: tally.recurs) || !body.furniture(where: tally.recurs).isEmpty
  }

  /// On how many other pages each of a text's blocks stands, of how many that were asked.
  private struct Tally {
    var counts: [BlockPrint: Int] = [:]
    var asked = 0

    func recurs(_ print: BlockPrint) -> Bool {
      counts[print, default: 0] >= max(SiteKnowledge.fewestPages, (asked + 1) / 2)
    }
  }

  private func tally(of body: MeasuredBody, _ key: PageKey) -> Tally {
    var tally = Tally()
    let others = pages.lazy.filter { $0.key != key }.prefix(Self.maximumPages)
    guard others.count >= Self.fewestPages else { return tally }
    let limit = Self.limit(of: body)
    for other in others {
      let common = body.entries.compactMap(\.self).filter { other.blocks[$0.print] != nil }
      guard common.reduce(0, { $0 + $1.bytes }) <= limit else { continue }
      tally.asked += 1
      for print in Set(common.map(\.print)) { tally.counts[print, default: 0] += 1 }
    }
    return tally
  }

  private static func limit(of body: MeasuredBody) -> Int { Int(Double(body.bytes) * largestShare) }
}
