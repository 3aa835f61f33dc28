internal import StetHTML

/// Nodes that the rules for fields start from, in document order.
struct Landmarks {
  /// `<html>` elements.
  private(set) var roots: [Int] = []
  private(set) var metas: [Int] = []
  /// `<link>` elements.
  private(set) var links: [Int] = []
  /// `<title>` elements outside drawings.
  private(set) var titles: [Int] = []
  /// Visible h1 to h6.
  private(set) var headings: [Int] = []
  /// Elements that are called title or headline and are no headings.
  private(set) var titled: [Int] = []
  /// `<time>` elements.
  private(set) var times: [Int] = []
  /// Visible `<a href>`.
  private(set) var anchors: [Int] = []
  /// Elements that are called byline or author.
  private(set) var bylines: [Int] = []
  /// Elements that are called biography, or author and box.
  private(set) var biographies: [Int] = []
  /// Elements that are called date.
  private(set) var dates: [Int] = []
  /// Elements that are called rating, score, stars.
  private(set) var ratings: [Int] = []
  /// Elements that are called lead, deck, excerpt.
  private(set) var leads: [Int] = []
  /// Elements that are called verdict, pros or cons.
  private(set) var verdicts: [Int] = []
  /// Elements that are called breadcrumb.
  private(set) var breadcrumbs: [Int] = []
  /// Elements that are called logo.
  private(set) var logos: [Int] = []
  /// Elements that are called comments.
  private(set) var comments: [Int] = []
  /// `<article>` elements.
  private(set) var articles: [Int] = []
  private(set) var scripts = 0

  mutating func note(_ index: Int, _ tag: Tag, in document: HTMLDocument, signals: Signals, isVisible: Bool) {
    switch tag {
    case .html: roots.append(index)
    case .meta: metas.append(index)
    case .link: links.append(index)
    case .title:
      // Drawings are shallow: farther up none is looked for.
      if !document.ancestors(index).prefix(50).contains(where: { document.tag($0) == .svg }) { titles.append(index) }
    case .script: scripts += 1
    case .time: times.append(index)
    case .article: articles.append(index)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if isVisible { headings.append(index) }
    case .a:
      if isVisible, document.value(index, .href) != nil { anchors.append(index) }
    default: break
    }
    guard document.nodes[index].attributeCount > 0, tag != .body, tag != .html else { return }
    guard isVisible, !signals.isEmpty else { return }
    if signals.contains(.title) { titled.append(index) }
    if !signals.isDisjoint(with: [.byline, .author]) { bylines.append(index) }
    if signals.contains(.biography) || signals.isSuperset(of: [.author, .box]) { biographies.append(index) }
    if signals.contains(.date) { dates.append(index) }
    if signals.contains(.rating) { ratings.append(index) }
    if signals.contains(.lead) { leads.append(index) }
    if !signals.isDisjoint(with: [.verdict, .pros, .cons]) { verdicts.append(index) }
    if signals.contains(.breadcrumb) { breadcrumbs.append(index) }
    if signals.contains(.logo) { logos.append(index) }
    if signals.contains(.comment) { comments.append(index) }
  }
}
