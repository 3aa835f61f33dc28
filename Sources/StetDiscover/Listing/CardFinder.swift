internal import StetHTML
internal import StetModel

/// Finds the articles that a listing page lists: links at like places, each in a card of its own.
struct CardFinder {
  /// A list has at least so many articles.
  static let fewestCards = 3
  /// How far up the place of a link is looked at.
  private static let maximumDepth = 64

  private let links: ListingLinks
  private let regions: SideRegions

  /// Links at places that are alike.
  private struct Group {
    var members: [Int] = []
    var worth: [Double] = []
    var cards: [Int] = []
    var sum: Double { worth.reduce(0, +) }
    var mean: Double { worth.isEmpty ? 0 : sum / Double(worth.count) }
  }

  init(_ links: ListingLinks) {
    self.links = links
    regions = SideRegions(links)
  }

  /// The articles in the order of the page.
  var entries: [Discovered] {
    let groups = groups()
    guard let best = groups.max(by: { $0.sum < $1.sum }), best.mean >= 0.4 else { return [] }
    let area = area(of: best)
    var chosen: [(link: Int, card: Int)] = []
    /// For each node the article in whose card it stands.
    var owners = [Int32](repeating: -1, count: links.document.count)
    for group in groups.sorted(by: { $0.sum > $1.sum }) where group.mean >= 0.4 && group.mean >= best.mean * 0.6 {
      let before = owners
      for (link, card) in zip(group.members, group.cards) where area.contains(links.links[link].node) {
        // The author in the card of an article is no article.
        let owner = before[links.links[link].node]
        guard owner < 0 || links.links[Int(owner)].target == links.links[link].target else { continue }
        chosen.append((link, card))
        for node in links.document.subtree(card) where owners[node] < 0 { owners[node] = Int32(link) }
      }
    }
    chosen.sort { $0.link < $1.link }
    return entries(chosen)
  }

  // MARK: Groups

  private func groups() -> [Group] {
    var byPlace: [[UInt8]: Group] = [:]
    let own = PageKey(links.address)
    for (index, link) in links.links.enumerated() {
      guard links.isOwn(link.target), !ArticleAddress.isOther(link.target), PageKey(link.target) != own else {
        continue
      }
      byPlace[place(of: link.node), default: Group()].members.append(index)
    }
    let repeats = Dictionary(links.links.map { ($0.target, 1) }, uniquingKeysWith: +)
    return byPlace.values.compactMap { group in
      guard Set(group.members.map { links.links[$0].target }).count >= Self.fewestCards else { return nil }
      var group = group
      let texts = Dictionary(group.members.map { (links.label(links.links[$0].node) ?? "", 1) }, uniquingKeysWith: +)
      for (position, member) in group.members.enumerated() {
        let link = links.links[member]
        let card = card(
          of: link, after: position > 0 ? links.links[group.members[position - 1]] : nil,
          before: position + 1 < group.members.count ? links.links[group.members[position + 1]] : nil)
        group.cards.append(card)
        group.worth.append(worth(of: link, in: card, texts: texts, repeats: repeats[link.target] ?? 1))
      }
      return group
    }
  }

  /// Where a link stands: the elements around it, each with the first word of its class, numbers left out.
  private func place(of node: Int) -> [UInt8] {
    var place: [UInt8] = []
    var current = node
    var depth = 0
    while current > 0, depth < Self.maximumDepth {
      place.append(links.document.tag(current).rawValue)
      place.append(contentsOf: firstClass(current))
      place.append(0)
      current = links.document.parent(current)
      depth += 1
    }
    return place
  }

  private func firstClass(_ node: Int) -> [UInt8] {
    guard let value = links.document.value(node, .class) else { return [] }
    for word in links.document.values[value.indices].split(whereSeparator: ASCII.isSpace) {
      let name = word.prefix(40).filter { !ASCII.isDigit($0) }
      if !Self.varying.contains(name) { return name }
    }
    return []
  }

  /// Classes that tell one card of a list from the next.
  private static let varying: Set<[UInt8]> = Set(
    ["odd", "even", "first", "last", "alt", "active", "featured", "sticky", "is-first", "is-last"].map {
      Array($0.utf8)
    })

  /// The largest part of the page around a link without another link of its group.
  private func card(of link: ListingLinks.Link, after previous: ListingLinks.Link?, before next: ListingLinks.Link?)
    -> Int
  {
    var card = link.node
    var depth = 0
    while depth < Self.maximumDepth {
      let parent = links.document.parent(card)
      guard parent > 0, links.document.tag(parent) != .body else { return card }
      if let previous, previous.target != link.target, previous.node > parent { return card }
      if let next, next.target != link.target, next.node < links.document.end(parent) { return card }
      card = parent
      depth += 1
    }
    return card
  }

  // MARK: Worth

  /// How much a card is like that of an article: 0 to about 1.
  private func worth(of link: ListingLinks.Link, in card: Int, texts: [String: Int], repeats: Int) -> Double {
    if regions[link.node] { return 0 }
    let document = links.document
    let text = links.label(link.node) ?? ""
    // "Read more" again and again names nothing.
    if !text.isEmpty, texts[text] ?? 1 > 2 { return 0.05 }
    var worth = 0.0
    var hasHeading = document.closest(link.node, .h1, .h2, .h3, .h4, .h5, .h6).map { $0 >= card } ?? false
    var (hasPicture, hasTime) = (false, false)
    for node in document.subtree(card) {
      switch document.tag(node) {
      case .h1, .h2, .h3, .h4, .h5, .h6: hasHeading = hasHeading || node >= link.node && node < document.end(link.node)
      case .img, .picture: hasPicture = true
      case .time: hasTime = true
      default: break
      }
    }
    if hasHeading { worth += 0.35 }
    if hasTime || CardDate.isPrinted(in: card, document) { worth += 0.15 }
    if document.textRange(card).count - document.textRange(link.node).count >= 80 { worth += 0.15 }
    if hasPicture { worth += 0.1 }
    let words = text.split(separator: " ").count
    if text.utf8.count >= 15, words >= 3 || text.utf8.contains(where: { $0 >= 0x80 }) { worth += 0.2 }
    if ArticleAddress.isLikely(link.target) { worth += 0.2 }
    // Links on every page are found often on this one, too.
    return repeats > 6 ? worth / 2 : worth
  }

  /// The part of the page in which the cards of a group stand, with what stands next to it: the first article of a list
  /// often has a place of its own.
  private func area(of group: Group) -> Range<Int> {
    guard let first = group.cards.first, let last = group.cards.last else { return 0..<0 }
    var area = first
    while area > 0, !links.document.contains(area, last) { area = links.document.parent(area) }
    let parent = links.document.parent(area)
    return links.document.subtree(parent > 0 ? parent : max(area, 0))
  }

  // MARK: Entries

  private func entries(_ chosen: [(link: Int, card: Int)]) -> [Discovered] {
    var entries: [Discovered] = []
    var places: [PageKey: Int] = [:]
    for (link, card) in chosen {
      let target = links.links[link].target
      let title = CardTitle.of(links.links[link].node, card, links)
      let time = CardTime.of(card, links)
      if let place = places[PageKey(target)] {
        entries[place].title = CardTitle.better(entries[place].title, title)
        entries[place].published = entries[place].published ?? time
      } else {
        places[PageKey(target)] = entries.count
        entries.append(Discovered(address: target, source: .listing, title: title, published: time))
      }
    }
    return entries
  }
}
