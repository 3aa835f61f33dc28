internal import StetHTML
internal import StetModel

/// The links that a selector of the user's selects.
enum SelectedLinks {
  static func entries(_ links: ListingLinks, _ selector: Selector) -> [Discovered] {
    var entries: [Discovered] = []
    var known: Set<PageAddress> = []
    let byNode = Dictionary(links.links.map { ($0.node, $0.target) }, uniquingKeysWith: { first, _ in first })
    for node in selector.all(in: links.document) {
      guard let link = links.document.subtree(node).first(where: { byNode[$0] != nil }), let target = byNode[link],
        known.insert(target).inserted
      else { continue }
      let times = CardTime.of(node, links)
      entries.append(Discovered(address: target, source: .listing, title: links.text(link), published: times))
    }
    return entries
  }
}
