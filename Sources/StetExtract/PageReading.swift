internal import StetHTML
internal import StetModel

/// Everything that the rules for fields look at.
///
/// A class, since every rule holds it: see `HTMLDocument`.
final class PageReading {
  let page: Page
  let document: HTMLDocument
  let address: PageAddress
  let survey: PageSurvey
  let meta: MetaTags
  let data: LinkedData
  /// Where the text stands; nil when there is none to be found.
  var region: BodyRegion?
  /// Short lines near the headline and the ends of the text, once the headline is known.
  var linesNearText: [FoundLine]?
  /// The page's language, as a hint for dates.
  var language: String?

  /// What the page says of itself that makes it part of a forum.
  private(set) lazy var forumSigns = ForumSigns(self)
  /// The posts of a page that is a thread of a forum, and of the like; nil for all others.
  private(set) lazy var discussion = Discussion.find(self, forumSigns)
  /// The entries of the site's menus.
  private(set) lazy var menu = SiteMenu(self)
  /// What a box with data about the thing reviewed says.
  private(set) lazy var box = DataBox(self)

  /// Whether the site's profile says where the text stands.
  private(set) var isRegionFromProfile = false
  private let profile: SiteProfile?

  init(_ page: Page, _ document: HTMLDocument, profile: SiteProfile?) {
    self.page = page
    self.document = document
    address = page.final
    survey = PageSurvey(document, address: BaseAddress.of(document, at: page.final))
    meta = MetaTags(document, nodes: survey.landmarks.metas)
    data = LinkedData.read(document, pageAddress: address, microformats: survey.mayHoldMicroformats)
    self.profile = profile
    region = BodyFinder(survey).find()
    let roots = profileNodes(.body).map(\.node)
    if let first = roots.first, survey.weight[first] > 0 {
      let outer = roots.filter { root in !roots.contains { $0 != root && document.contains($0, root) } }
      let article = document.closest(first, .article) ?? max(document.parent(first), 0)
      let clutter = region?.clutter ?? ClutterMap.draw(survey)
      region = BodyRegion(outer, clutter: clutter, article: article, confidence: 1, in: document)
      isRegionFromProfile = true
    }
  }

  /// What the first of the profile's rules for a field that finds something finds.
  func profileNodes(_ field: ProfileField) -> [(node: Int, rule: ProfileRule)] {
    for rule in profile?.rules[field] ?? [] {
      let nodes = rule.selector.all(in: document)
      if !nodes.isEmpty { return nodes.map { ($0, rule) } }
    }
    return []
  }

  /// Elements that the profile wants out of the body.
  func profileRemovals() -> [Int] { profile?.removed.flatMap { $0.all(in: document) } ?? [] }

  /// The words of `<title>`; nil when there are none.
  var documentTitle: String? {
    survey.landmarks.titles.lazy.map { [survey] in LineReader(survey).hiddenLine(of: $0) }.first { !$0.isEmpty }
  }

  /// The nodes between two places, as far as the page has them.
  func nodes(from first: Int, to last: Int) -> Range<Int> {
    let lower = min(max(first, 0), document.count)
    return lower..<max(lower, min(last, document.count))
  }

  /// Whether a node is part of the article: in its element, and not in clutter round it.
  func isInArticle(_ node: Int) -> Bool {
    guard let region else { return true }
    return document.contains(region.article, node) && !region.clutter.isClutter[node]
  }

  /// The widest element round a node that holds little else: a box with its heading and its picture. Never one that
  /// holds the start of the text or of the page's headlines.
  func box(round node: Int) -> Int {
    var box = node
    for ancestor in document.ancestors(node).prefix(8) {
      guard ancestor > 0, survey.weight[ancestor] <= survey.weight[node] + 90, ancestor != region?.start else { break }
      if let start = region?.start, document.contains(ancestor, start), !document.contains(start, ancestor) { break }
      box = ancestor
    }
    return box
  }

  /// What the elements round a node are called: itself and its ancestors, up to the one that also holds the text.
  func surroundingSignals(_ node: Int) -> Signals {
    var found = ownSignals(node)
    let start = region?.start ?? 0
    for ancestor in document.ancestors(node).prefix(60) {
      if ancestor == start || (document.contains(ancestor, start) && !document.contains(start, ancestor)) { break }
      // A column that holds a good part of the text is the page's own, whatever it is called.
      if let region, !region.clutter.isClutter[ancestor], survey.weight[ancestor] > survey.weight[start] / 3 { break }
      found.formUnion(ownSignals(ancestor))
      if document.tag(ancestor) == .nav { found.insert(.navigation) }
    }
    return found
  }

  /// What an element is called. The foot of a post is part of the post.
  private func ownSignals(_ node: Int) -> Signals {
    let signals = survey.signals[node]
    let isOfPost = signals.contains(.post) || document.contains(region?.article ?? document.count, node)
    return isOfPost ? signals.subtracting(.footer) : signals
  }

  /// Whether a node stands in something that is about other pages or by other people.
  func isForeign(_ node: Int) -> Bool {
    !surroundingSignals(node).isDisjoint(with: Self.foreign)
  }

  static let foreign: Signals = [
    .comment, .related, .sidebar, .cloud, .advert, .menu, .consent, .overlay, .pagination, .breadcrumb,
  ]
}
