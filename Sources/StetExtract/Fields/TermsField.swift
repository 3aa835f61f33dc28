internal import StetHTML
internal import StetModel

/// Tags and categories, as readers see them under or over the text.
struct TermsField {
  let reading: PageReading
  let titleNode: Int?

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// One list of links that stand together.
  private struct Group {
    var holder: Int
    var links: [Int]
    var votes: [TermLink.Kind: Int] = [:]
  }

  /// The candidates for both fields: `tags` and `categories`.
  func ballots() -> (tags: Ballot<[Term]>, categories: Ballot<[Term]>) {
    var tags = Ballot<[Term]>("tags", threshold: 0.5)
    var categories = Ballot<[Term]>("categories", threshold: 0.5)
    for group in groups() {
      // One line may hold both: "Filed under: Reviews · Tags: War, Festival".
      for kind in [TermLink.Kind.tag, .category] {
        let links = group.links.filter { self.kind(of: $0, in: group) == kind }
        let terms = links.compactMap(term)
        guard !terms.isEmpty, terms.count <= 60 else { continue }
        let score = score(group, links, kind)
        let rule = kind == .tag ? "links to tags that stand together" : "links to categories that stand together"
        let candidate = Candidate(unique(terms), source: "page", .node(group.holder), rule: rule, score: score)
        if kind == .tag { tags.add(candidate) } else { categories.add(candidate) }
      }
    }
    return (tags, categories)
  }

  // MARK: Groups

  /// Links that may be terms, gathered by the list or line that holds them.
  private func groups() -> [Group] {
    var groups: [Group] = []
    var position: [Int: Int] = [:]
    for node in survey.landmarks.anchors where survey.weight[node] > 0 && survey.weight[node] < 80 {
      let own = TermLink.kind(node, document)
      let holder = holder(of: node)
      let called = survey.signals[holder].union(survey.signals[max(document.parent(holder), 0)])
      guard own != nil || !called.isDisjoint(with: [.tag, .category]) else { continue }
      guard isAllowed(node) else { continue }
      if let index = position[holder] {
        groups[index].links.append(node)
      } else {
        guard groups.count < 200 else { break }
        position[holder] = groups.count
        groups.append(Group(holder: holder, links: [node]))
      }
      if let own, let index = position[holder] { groups[index].votes[own, default: 0] += 1 }
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
      if !survey.signals[ancestor].isDisjoint(with: [.tag, .category]), document.tag(ancestor) != .a { return ancestor }
    }
    return holder
  }

  private func isAllowed(_ node: Int) -> Bool {
    let round = reading.surroundingSignals(node)
    guard !reading.isForeign(node), round.isDisjoint(with: [.navigation, .share]) else { return false }
    if round.contains(.footer), round.isDisjoint(with: [.tag, .category, .post]) { return false }
    // Words of a sentence that link to a tag are no list of tags.
    let block = Int(survey.block[node])
    return Int(survey.ownWeight[block]) < 700
  }

  // MARK: Judgement

  private func kind(of link: Int, in group: Group) -> TermLink.Kind {
    if let kind = TermLink.kind(link, document), RelTokens.contains("category", link, document) || group.votes.count < 2 {
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
    if links.allSatisfy({ TermLink.kind($0, document) == kind }) { score += 0.15 }
    let wanted: Signals = kind == .tag ? .tag : .category
    if survey.signals[group.holder].contains(wanted) { score += 0.15 }
    if TermLabels.kind(lineBefore(first, group)) == kind { score += 0.2 }
    if let region = reading.region {
      if document.contains(region.article, first) { score += 0.15 } else { score -= 0.1 }
      let near = first > (titleNode ?? region.start) - 60 && first < region.end + 300
      score += near ? 0.1 : -0.2
    }
    if let link = document.closest(first, .header, .footer), document.closest(link, .article) == nil { score -= 0.25 }
    return score
  }

  // MARK: Terms

  private func term(_ node: Int) -> Term? {
    var name = survey.line(node)
    while let first = name.first, "#,;:·|".contains(first) || first.isWhitespace { name.removeFirst() }
    while let last = name.last, ",;:·|".contains(last) || last.isWhitespace { name.removeLast() }
    guard !name.isEmpty, name.utf8.count < 120 else { return nil }
    let url = document.attribute(node, .href).flatMap(survey.address.spelling)
    return Term(name: name, url: url)
  }

  private func unique(_ terms: [Term]) -> [Term] {
    var seen = Set<String>()
    return terms.filter { seen.insert($0.name.lowercased()).inserted }
  }
}
