internal import StetHTML

/// Finds the element that holds the text of the page: the one whose blocks sum up best, as tight round them as possible.
struct BodyFinder {
  let survey: PageSurvey
  let clutter: ClutterMap
  private let scores: BlockScores
  private var document: HTMLDocument { survey.document }

  init(_ survey: PageSurvey) {
    self.survey = survey
    clutter = ClutterMap.draw(survey)
    scores = BlockScores(survey, clutter)
  }

  /// The region; nil when the page has no block of prose at all.
  func find() -> BodyRegion? {
    guard let best = best(in: 0..<document.count) else { return nil }
    var root = tightened(best)
    var (ownArticle, rivals): (Int?, [Int]) = (nil, [])
    if let several = severalArticles(in: root), let inner = self.best(in: document.subtree(several[0])) {
      root = tightened(inner)
      ownArticle = several[0]
      rivals = Array(several.dropFirst())
    }
    let roots = withSiblings(root)
    let inside = roots.reduce(0) { $0 + max(scores.sum[$1], 0) }
    let all = max(proseOfPage(), 1)
    let confidence = min(1, inside / 600) * (0.4 + 0.6 * min(1, inside / all))
    var region = BodyRegion(roots, clutter: clutter, article: article(of: root), confidence: confidence, in: document)
    region.rivals = rivals
    region.ownArticle = ownArticle
    return region
  }

  // MARK: Choice

  private func best(in range: Range<Int>) -> Int? {
    var best: Int?
    var bestValue = 20.0
    for index in range where index > 0 && !clutter.isClutter[index] && survey.isVisible[index] {
      guard scores.sum[index] > 20 else { continue }
      let value = scores.sum[index] * bonus(index)
      // On equal terms the inner one wins: it comes later.
      if value >= bestValue {
        best = index
        bestValue = value
      }
    }
    return best
  }

  private func bonus(_ index: Int) -> Double {
    let signals = survey.signals[index]
    switch document.tag(index) {
    case .html, .body: return 0.85
    case .p, .li, .blockquote, .a, .span, .em, .strong, .dd, .td, .pre: return 0.6
    default: break
    }
    if isNamedBody(index) { return 1.25 }
    if !signals.isDisjoint(with: [.widget, .aside, .biography]), !signals.contains(.builder) { return 0.7 }
    if signals.isBodyLike { return 1.18 }
    if document.tag(index) == .article { return 1.2 }
    if document.tag(index) == .main { return 1.1 }
    return 1
  }

  /// Whether the markup says outright that this is the body of the article.
  private func isNamedBody(_ index: Int) -> Bool {
    guard let value = document.value(index, .itemprop) else { return false }
    let name = document.values[value.indices]
    return ["articleBody", "reviewBody", "description articleBody", "text articleBody"].contains {
      (wanted: String) in name.elementsEqual(wanted.utf8)
    }
  }

  /// Steps inwards as long as one child holds nearly everything.
  private func tightened(_ root: Int) -> Int {
    var root = root
    while true {
      let child = document.children(root).first {
        scores.sum[$0] >= 0.9 * scores.sum[root] && !clutter.isClutter[$0] && isContainer($0)
      }
      guard let child else { return root }
      // What the step would leave outside must not be running text.
      let left = scores.sum[root] - scores.sum[child]
      if left > 80, document.children(root).contains(where: { $0 != child && scores.isProse[$0] }) { return root }
      root = child
    }
  }

  private func isContainer(_ index: Int) -> Bool {
    switch document.tag(index) {
    case .text, .p, .li, .blockquote, .pre, .a, .span, .em, .strong, .font, .center, .h1, .h2, .h3: false
    default: true
    }
  }

  /// When a region holds several whole articles (an endless page), all of them, the page's own first.
  private func severalArticles(in root: Int) -> [Int]? {
    let articles = survey.landmarks.articles.filter {
      document.contains(root, $0) && $0 != root && !clutter.isClutter[$0] && scores.sum[$0] > 300
    }
    // In document order the outer article comes before those inside it.
    var outer: [Int] = []
    for article in articles where article >= outer.last.map(document.end) ?? 0 { outer.append(article) }
    guard outer.count > 1, let first = outer.first, outer.dropFirst().contains(where: hasOwnHead) else { return nil }
    // An excerpt in a list of posts is no article: the list stays as it is, and is told by its kind.
    return scores.sum[first] > 0.2 * scores.sum[root] && scores.sum[first] > 400 ? outer : nil
  }

  /// Whether an article has what only a whole one has: an h1, a byline or a date of its own. Sections have not.
  private func hasOwnHead(_ article: Int) -> Bool {
    let landmarks = survey.landmarks
    return inside(article, landmarks.headings).contains { document.tag($0) == .h1 }
      || inside(article, landmarks.bylines).contains { survey.weight[$0] > 0 && survey.weight[$0] < 100 }
      || !inside(article, landmarks.times).isEmpty
  }

  /// Those of some nodes, given in document order, that stand in a subtree.
  private func inside(_ node: Int, _ landmarks: [Int]) -> ArraySlice<Int> {
    func firstPlace(from bound: Int) -> Int {
      var (low, high) = (0, landmarks.count)
      while low < high {
        let middle = (low + high) / 2
        if landmarks[middle] < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return landmarks[firstPlace(from: node)..<firstPlace(from: document.end(node))]
  }

  // MARK: Neighbours

  /// The root with those siblings that hold running text of the same kind.
  private func withSiblings(_ root: Int) -> [Int] {
    let parent = document.parent(root)
    guard parent > 0, document.tag(parent) != .html else { return [root] }
    let rootSignals = survey.signals[root]
    return document.children(parent).filter { sibling in
      if sibling == root { return true }
      guard !clutter.isClutter[sibling], survey.isVisible[sibling], document.tag(sibling) != .text else { return false }
      let signals = survey.signals[sibling]
      guard signals.isDisjoint(with: Signals.furniture.union([.lead, .header, .widget, .aside, .title, .rating])),
        survey.linkDensity(sibling) < 0.25
      else { return false }
      let isAlike = document.tag(sibling) == document.tag(root) && signals == rootSignals && !signals.isEmpty
      let isParagraph = document.tag(sibling) == .p && survey.ownPunctuation[sibling] > 0
      return scores.sum[sibling] > (isAlike || isParagraph ? 40 : 200) && document.tag(sibling) != .article
    }
  }

  /// The nearest `<article>`, or the highest ancestor that holds little prose beyond the root's.
  private func article(of root: Int) -> Int {
    if let article = document.closest(root, .article) { return article }
    var best = root
    for ancestor in document.ancestors(root) {
      if ancestor <= 0 || document.tag(ancestor) == .body || document.tag(ancestor) == .html { break }
      if Double(survey.weight[ancestor]) > 1.6 * Double(survey.weight[root]) + 1500 { break }
      best = ancestor
    }
    return best
  }

  private func proseOfPage() -> Double {
    var total = 0.0
    for index in 0..<document.count where scores.isProse[index] { total += Double(survey.ownWeight[index]) }
    return total
  }
}
