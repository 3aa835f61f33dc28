internal import StetHTML
internal import StetModel

/// Tags and categories, as readers see them under or over the text.
struct TermsField {
  let reading: PageReading
  let titleNode: Int?
  /// Names that the page's metadata gives as its keywords.
  private let keywords: Set<String>
  /// Names that it gives as its section.
  private let sections: Set<String>

  init(reading: PageReading, titleNode: Int?) {
    self.reading = reading
    self.titleNode = titleNode
    keywords = Self.keywords(reading)
    let sections = reading.data.articles.prefix(6).filter { $0.belonging != .elsewhere }.flatMap {
      $0.sections.prefix(10)
    }
    self.sections = Set((sections + reading.meta.all("article:section").prefix(4)).map { Self.key($0) }).subtracting([
      ""
    ])
  }

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// One list of links that stand together.
  private struct Group {
    var holder: Int
    var links: [Int]
    var votes: [TermLink.Kind: Int] = [:]
    /// What the label just before the list says.
    var label: TermLink.Kind?
  }

  /// The candidates for both fields: `tags` and `categories`.
  func ballots() -> (tags: Ballot<[Term]>, categories: Ballot<[Term]>) {
    var tags = Ballot<[Term]>("tags", threshold: 0.5)
    var categories = Ballot<[Term]>("categories", threshold: 0.5)
    for group in groups() {
      // One line may hold both: "Filed under: Reviews · Tags: War, Festival".
      for kind in [TermLink.Kind.tag, .category] {
        let links = group.links.filter { self.kind(of: $0, in: group) == kind }
        var terms = links.compactMap(term)
        guard !terms.isEmpty, terms.count <= 60, !isAlphabet(terms) else { continue }
        let score = score(group, links, kind) + (isConfirmed(terms) ? 0.25 : 0)
        if kind == .tag, links.count == group.links.count { terms = withPlainTerms(terms, group) }
        let rule = kind == .tag ? "links to tags that stand together" : "links to categories that stand together"
        let candidate = Candidate(unique(terms), source: "page", .node(group.holder), rule: rule, score: score)
        if kind == .tag { tags.add(candidate) } else { categories.add(candidate) }
      }
    }
    categories.add(kicker())
    return (tags, categories)
  }

  /// The link to the page's section that stands over or under the headline: its path is where the page's own begins,
  /// or the metadata names it as the section.
  private func kicker() -> Candidate<[Term]>? {
    guard let titleNode else { return nil }
    let site = OwnSite(reading)
    for node in survey.landmarks.anchors where node > titleNode - 60 && node < titleNode + 40 {
      guard survey.weight[node] < 40, site.holds(node), !reading.isForeign(node), let term = term(node),
        reading.surroundingSignals(node).isDisjoint(with: [.navigation, .share, .logo]),
        document.closest(node, .nav) == nil,
        let target = document.attribute(node, .href).flatMap(survey.address.resolving), !target.isRoot
      else { continue }
      let path = target.path.hasSuffix("/") ? target.path : target.path + "/"
      let isAbove = reading.address.path.hasPrefix(path) && reading.address.path.utf8.count > path.utf8.count + 3
      guard isAbove && node < titleNode || sections.contains(Self.key(term.name)), isAlone(node) else { continue }
      guard !AuthorLink.leadsToAuthor(node, document), !path.hasPrefix("/@") else { continue }
      return Candidate(
        [term], source: "page", .node(node), rule: "a link to the page's section beside the headline", score: 0.56)
    }
    return nil
  }

  /// Whether a link stands for itself, rather than in a menu.
  private func isAlone(_ node: Int) -> Bool {
    let block = Int(survey.block[node])
    guard block > 0, links(in: block) == 1 else { return false }
    let holder = document.parent(block)
    return document.tag(block) != .li || (holder > 0 && links(in: holder) < 3 && reading.isInArticle(node))
  }

  private func links(in node: Int) -> Int { document.subtree(node).prefix(80).count { document.tag($0) == .a } }

  // MARK: Groups

  /// Links that may be terms, gathered by the list or line that holds them.
  private func groups() -> [Group] {
    var groups: [Group] = []
    let labelled = LabelledLinks(reading).kinds()
    let site = OwnSite(reading)
    var position: [Int: Int] = [:]
    for node in survey.landmarks.anchors where survey.weight[node] > 0 && survey.weight[node] < 80 {
      let own = TermLink.kind(node, document)
      if own == nil, AuthorLink.isRelAuthor(node, document) || AuthorLink.leadsToAuthor(node, document) { continue }
      let holder = holder(of: node)
      let called = survey.signals[holder].union(survey.signals[max(document.parent(holder), 0)])
      guard own != nil || labelled[node] != nil || !called.isDisjoint(with: [.tag, .category]) else { continue }
      guard document.value(node, .href)?.count ?? 0 > 1, site.holds(node) else { continue }
      guard isAllowed(node) else { continue }
      if let index = position[holder] {
        groups[index].links.append(node)
      } else {
        guard groups.count < 200 else { break }
        position[holder] = groups.count
        groups.append(Group(holder: holder, links: [node]))
      }
      if let vote = labelled[node] ?? own, let index = position[holder] { groups[index].votes[vote, default: 0] += 1 }
      if let kind = labelled[node], let index = position[holder] { groups[index].label = kind }
    }
    return groups
  }

  /// The list that a link's entry belongs to, or the block that it stands in; one called tags or categories, if it is
  /// near.
  private func holder(of node: Int) -> Int {
    var holder = max(Int(survey.block[node]), 0)
    if document.tag(holder) == .li || document.tag(holder) == .dd { holder = max(document.parent(holder), 0) }
    for (step, ancestor) in document.ancestors(node).enumerated() {
      if step > 4 || ancestor <= 0 || survey.weight[ancestor] > 600 { break }
      // An entry of a list is called "tag" as often as the list.
      if survey.weight[ancestor] <= survey.weight[node] + 2, step < 4 { continue }
      if !survey.signals[ancestor].isDisjoint(with: [.tag, .category]), document.tag(ancestor) != .a {
        return ancestor
      }
    }
    return holder
  }

  private func isAllowed(_ node: Int) -> Bool {
    let round = reading.surroundingSignals(node)
    guard round.isDisjoint(with: Self.foreign) else { return false }
    if round.contains(.footer), !reading.isInArticle(node), round.isDisjoint(with: [.tag, .post]) { return false }
    if round.contains(.widget) || round.contains(.cloud) && document.value(node, .style) != nil,
      !reading.isInArticle(node)
    {
      return false
    }
    // Words of a sentence that link to a tag are no list of tags.
    let block = Int(survey.block[node])
    let (words, linked) = (Int(survey.ownWeight[block]), Int(survey.ownLinkWeight[block]))
    guard words > 60, linked * 2 < words, !RelTokens.contains("tag", node, document) else { return words < 700 }
    return words < 700 && TermLabels.kind(String(survey.line(block).prefix(40))) != nil
  }

  /// Like `PageReading.isForeign`, but for clouds: some sites call the tags of one article so.
  private static let foreign: Signals = [
    .comment, .related, .sidebar, .advert, .menu, .consent, .overlay, .pagination, .breadcrumb, .navigation, .share,
    .newsletter,
  ]

  /// Letters to choose from: the index of a glossary.
  private func isAlphabet(_ terms: [Term]) -> Bool {
    terms.count > 4 && terms.count { $0.name.utf8.count == 1 } * 2 > terms.count
  }

  // MARK: Metadata

  /// Whether the page's metadata gives half of the terms or more as its own.
  private func isConfirmed(_ terms: [Term]) -> Bool {
    let known = terms.count { keywords.contains(Self.key($0.name)) }
    return known * 2 >= terms.count && known > 0
  }

  private static func key(_ name: some StringProtocol) -> String {
    ASCII.lowercased(String(name.filter { $0.isLetter || $0.isNumber }))
  }

  /// What the metadata gives as keywords.
  private static func keywords(_ reading: PageReading) -> Set<String> {
    var words: [String] = []
    for name in ["keywords", "news_keywords", "article:tag", "parsely-tags", "sailthru.tags", "article:section"] {
      words += reading.meta.all(name).prefix(80).flatMap { $0.split(separator: ",").prefix(80).map(String.init) }
    }
    for article in reading.data.articles.prefix(6) where article.belonging != .elsewhere {
      words += (article.keywords.prefix(80) + article.sections.prefix(20)).flatMap { word in
        word.split(separator: ",").map { $0.split(separator: ":").last.map(String.init) ?? String($0) }
      }
    }
    return Set(words.map { key($0) }).subtracting([""])
  }

  // MARK: Plain terms

  /// The terms of a labelled list in which some are links and some are not ("Tags: <a>one</a>, two").
  private func withPlainTerms(_ terms: [Term], _ group: Group) -> [Term] {
    guard survey.weight[group.holder] < 900, survey.linkDensity(group.holder) < 0.97 else { return terms }
    let line = survey.line(group.holder)
    guard TermLabels.kind(String(line.prefix(40))) == .tag, let colon = line.prefix(40).firstIndex(of: ":") else {
      return terms
    }
    let names = line[line.index(after: colon)...].split(separator: ",").map { TermName.cleaned(String($0)) }
    guard names.count > terms.count, names.allSatisfy({ (1...60).contains($0.utf8.count) }) else { return terms }
    let byKey = Dictionary(terms.map { (Self.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    guard byKey.keys.allSatisfy({ key in names.contains { Self.key($0) == key } }) else { return terms }
    return names.map { byKey[Self.key($0)] ?? Term(name: $0) }
  }

  // MARK: Judgement

  private func kind(of link: Int, in group: Group) -> TermLink.Kind {
    if let label = group.label, group.votes.count < 2 { return label }
    if let kind = TermLink.kind(link, document), RelTokens.contains("category", link, document) || group.votes.count < 2
    {
      // A list that is labelled or called one thing is that thing, whatever its addresses look like.
      return named(group) ?? label(before: link, in: group) ?? kind
    }
    return label(before: link, in: group) ?? TermLink.kind(link, document) ?? named(group) ?? .tag
  }

  /// What the list is called, when that is one thing only.
  private func named(_ group: Group) -> TermLink.Kind? {
    guard group.votes[.category] == nil || group.votes[.tag] == nil else { return nil }
    if group.votes[.category] != nil, group.links.contains(where: { RelTokens.contains("category", $0, document) }) {
      return .category
    }
    if let kind = TermLabels.kind(lineBefore(group.links[0], group)) { return kind }
    let signals = survey.signals[group.holder]
    if signals.contains(.tag), !signals.contains(.category) { return .tag }
    if signals.contains(.category), !signals.contains(.tag) { return .category }
    return nil
  }

  private func label(before link: Int, in group: Group) -> TermLink.Kind? {
    guard group.votes.count > 1 || group.votes.isEmpty else { return nil }
    return TermLabels.kind(lineBefore(link, group))
  }

  /// The text between the start of the list and its link, from the last separator on; else the heading before it.
  private func lineBefore(_ link: Int, _ group: Group) -> String {
    let start = document.textRange(group.holder).lowerBound
    let end = document.textRange(link).lowerBound
    let words = ReadingText.normalized(String(decoding: document.text[max(start, end - 120)..<end], as: UTF8.self))
    let separators: [Character] = ["·", "|", "•", "/"]
    let last = words.split(whereSeparator: separators.contains).last.map(String.init) ?? ""
    if !last.allSatisfy(\.isWhitespace) { return last }
    // The label may stand in an element of its own just before the list.
    let before = max(0, start - 60)
    let text = ReadingText.normalized(String(decoding: document.text[before..<start], as: UTF8.self))
    return text.split(whereSeparator: { $0 == "\n" || $0 == "." }).last.map { String($0.suffix(24)) } ?? ""
  }

  private func score(_ group: Group, _ links: [Int], _ kind: TermLink.Kind) -> Double {
    guard let first = links.first else { return 0 }
    var score = 0.3
    if links.contains(where: { RelTokens.contains("tag", $0, document) }) { score += 0.2 }
    if links.allSatisfy({ TermLink.kind($0, document) == kind }) { score += 0.2 }
    // "section" is a common class: links that say nothing themselves need a label, too.
    if kind == .category, isSection(group.holder), links.allSatisfy({ TermLink.kind($0, document) == nil }) {
      score -= 0.3
    }
    if reading.surroundingSignals(first).contains(.cloud) { score -= 0.25 }
    let wanted: Signals = kind == .tag ? .tag : .category
    if survey.signals[group.holder].contains(wanted) { score += 0.15 }
    if group.label == kind { score += 0.3 } else if TermLabels.kind(lineBefore(first, group)) == kind { score += 0.2 }
    if let region = reading.region {
      if document.contains(region.article, first) { score += 0.15 } else { score -= 0.1 }
      let near = first > (titleNode ?? region.start) - 60 && first < region.end + 300
      score += near ? 0.1 : -0.2
    }
    if let link = document.closest(first, .header, .footer), document.closest(link, .article) == nil { score -= 0.25 }
    return score
  }

  private func isSection(_ node: Int) -> Bool {
    [node, max(document.parent(node), 0)].contains { holder in
      guard let value = document.value(holder, .class) else { return false }
      return ByteSearch.findIgnoringCase("section", in: document.values[value.indices]) != nil
    }
  }

  // MARK: Terms

  private func term(_ node: Int) -> Term? {
    let name = TermName.cleaned(survey.line(node))
    guard !name.isEmpty, name.utf8.count < 120, !TermName.isPointer(name) else { return nil }
    let url = document.attribute(node, .href).flatMap(survey.address.spelling)
    return Term(name: name, url: url)
  }

  private func unique(_ terms: [Term]) -> [Term] {
    var seen = Set<String>()
    return terms.filter { seen.insert($0.name.lowercased()).inserted }
  }
}
