internal import StetHTML
internal import StetModel

/// Tags and categories, as readers see them under or over the text.
struct TermsField {
  private let reading: PageReading
  private let titleNode: Int?
  private let keywords: PageKeywords

  init(reading: PageReading, titleNode: Int?) {
    self.reading = reading
    self.titleNode = titleNode
    keywords = PageKeywords(reading)
  }

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// The candidates for both fields: `tags` and `categories`.
  func ballots() -> (tags: Ballot<[Term]>, categories: Ballot<[Term]>) {
    var tags: [Entry] = []
    var categories: [Entry] = []
    let lists = TermLists(reading, titleNode: titleNode, keywords: keywords).gather()
    let repeated = RepeatedClasses(lists, document)
    for list in lists {
      guard !list.isOnlyKeywords || isListOfKeywords(list) else { continue }
      // One line may hold both: "Filed under: Reviews · Tags: War, Festival".
      for kind in [TermLink.Kind.tag, .category] {
        let links = list.links.filter { TermJudge(document).kind(of: $0, in: list) == kind }
        var score = score(list, links, kind)
        // Addresses are put together for what may win.
        var terms = links.compactMap { term($0.node, withAddress: score >= 0.5) }
        if kind == .category { terms.removeAll { FrontPageName.isOne($0.name) } }
        guard !terms.isEmpty, terms.count <= 60, !isAlphabet(terms) else { continue }
        // Links called tags that lead to other articles.
        if links.allSatisfy({ $0.own == nil }), TermName.areHeadlines(terms.map(\.name)) { continue }
        // Several lists of one class, each with terms of its own, are those of several pages.
        if repeated.haveOwnTerms(list.holder) { score -= 0.3 }
        if kind == .tag, links.count == list.links.count { terms = withPlainTerms(terms, list) }
        let rule =
          list.isOnlyKeywords
          ? "links with the page's keywords that stand together"
          : kind == .tag ? "links to tags that stand together" : "links to categories that stand together"
        let candidate = Candidate(unique(terms), source: "page", .node(list.holder), rule: rule, score: score)
        var entry = Entry(candidate: candidate, place: place(links[0].node), isRepeated: repeated.areMany(list.holder))
        entry.isOnlyCalled =
          list.heading == nil && links.allSatisfy { $0.own == nil && $0.label == nil && !$0.isKeyword }
        if kind == .tag { tags.append(entry) } else { categories.append(entry) }
      }
    }
    lowerCalled(&tags, beside: categories)
    var ballots = (tags: ballot("tags", tags), categories: ballot("categories", categories))
    ballots.tags.add(PlainKeywords(reading, keywords: keywords).candidate())
    ballots.categories.add(FilingLine(reading).candidate())
    if let titleNode {
      ballots.categories.add(SectionLink(reading, keywords: keywords).find(titleNode: titleNode))
      ballots.categories.add(PrintedSection(reading).find(titleNode: titleNode))
    }
    return ballots
  }

  /// A candidate and what its standing beside the others depends on.
  private struct Entry {
    var candidate: Candidate<[Term]>
    var place: Double
    var isRepeated: Bool
    /// Whether the name of its element is all that makes it a list of terms.
    var isOnlyCalled = false
  }

  /// An element called "label" or "topic" over the headline names what a line behind the text calls the page's categories.
  private func lowerCalled(_ tags: inout [Entry], beside categories: [Entry]) {
    let said = categories.filter { $0.candidate.score >= 0.5 && !$0.isOnlyCalled }
      .map { Set($0.candidate.value.map { $0.name.lowercased() }) }
    guard !said.isEmpty, let region = reading.region else { return }
    for index in tags.indices where tags[index].isOnlyCalled && tags[index].candidate.node ?? 0 < region.start {
      let names = tags[index].candidate.value.map { $0.name.lowercased() }
      if said.contains(where: { $0.isSuperset(of: names) }) { tags[index].candidate.score -= 0.6 }
    }
  }

  /// A list that holds all of another's terms, and more, and stands no worse, is the whole of which the other is a part.
  private func ballot(_ field: String, _ entries: [Entry]) -> Ballot<[Term]> {
    var ballot = Ballot<[Term]>(field, threshold: 0.5)
    let keys = entries.map { Set($0.candidate.value.compactMap { PageKeywords.key($0.name.utf8) }) }
    for (index, entry) in entries.enumerated() {
      var candidate = entry.candidate
      if candidate.score >= 0.5, !entry.isRepeated {
        for (position, other) in entries.enumerated()
        where position != index && other.candidate.score >= candidate.score && entry.place >= other.place
          && isPart(other, of: entry)
        {
          if keys[index].isStrictSuperset(of: keys[position]) { candidate.score = other.candidate.score + 0.01 }
        }
      }
      ballot.add(candidate)
    }
    return ballot
  }

  /// Whether a list may be a part of a longer one that follows: above the headline stands a choice, behind the text all.
  private func isPart(_ list: Entry, of whole: Entry) -> Bool {
    guard let part = list.candidate.node, let whole = whole.candidate.node else { return true }
    return part < whole
  }

  // MARK: Lists

  /// Whether a list of links with keywords is one: several, with no other link among them, behind the headline.
  private func isListOfKeywords(_ list: TermList) -> Bool {
    guard list.links.count > 1, survey.weight[list.holder] < 400, survey.linkDensity(list.holder) > 0.7,
      list.links[0].node > (titleNode ?? reading.region?.start ?? 0)
    else { return false }
    let links = document.subtree(list.holder).count { document.tag($0) == .a }
    return list.links.count * 4 >= links * 3
  }

  private func score(_ list: TermList, _ links: [TermList.Link], _ kind: TermLink.Kind) -> Double {
    guard let first = links.first else { return 0 }
    var score = 0.3
    if links.contains(where: { RelTokens.contains("tag", $0.node, document) }) { score += 0.2 }
    if links.allSatisfy({ $0.own == kind }) { score += 0.2 }
    // "section" is a common class: links that say nothing themselves need a label, too.
    if kind == .category, isSection(list.holder), links.allSatisfy({ $0.own == nil }) { score -= 0.3 }
    if reading.surroundingSignals(first.node).contains(.cloud) { score -= 0.25 }
    let wanted: Signals = kind == .tag ? .tag : .category
    if list.called.contains(wanted) { score += 0.15 }
    if list.heading == kind { score += 0.3 } else if first.label?.kind == kind { score += 0.2 }
    // Half of the terms or more are the page's own by its metadata.
    if links.count(where: \.isKeyword) * 2 >= links.count, links.contains(where: \.isKeyword) { score += 0.25 }
    return score + place(first.node)
  }

  private func place(_ node: Int) -> Double {
    var score = 0.0
    if let region = reading.region {
      score += document.contains(region.article, node) ? 0.15 : -0.1
      let top = (titleNode ?? region.start) - 60
      // Where the text was not found, lists behind the headline may still be the page's.
      score += node > top && node < region.end + 300 ? 0.1 : (node > top ? -0.09 : -0.2)
    }
    if let frame = document.closest(node, .header, .footer), document.closest(frame, .article) == nil { score -= 0.25 }
    return score
  }

  private func isSection(_ node: Int) -> Bool {
    [node, max(document.parent(node), 0)].contains { holder in
      guard let value = document.value(holder, .class) else { return false }
      return ByteSearch.findIgnoringCase("section", in: document.values[value.indices]) != nil
    }
  }

  /// Letters to choose from: the index of a glossary.
  private func isAlphabet(_ terms: [Term]) -> Bool {
    terms.count > 4 && terms.count { $0.name.utf8.count == 1 } * 2 > terms.count
  }

  // MARK: Terms

  /// The terms of a labelled list in which some are links and some are not ("Tags: <a>one</a>, two").
  private func withPlainTerms(_ terms: [Term], _ list: TermList) -> [Term] {
    guard survey.weight[list.holder] < 900, survey.linkDensity(list.holder) < 0.97 else { return terms }
    let line = survey.line(list.holder)
    guard TermLabels.kind(String(line.prefix(40))) == .tag, let colon = line.prefix(40).firstIndex(of: ":") else {
      return terms
    }
    let names = line[line.index(after: colon)...].split(separator: ",").map { TermName.cleaned(String($0)) }
    guard names.count > terms.count, names.allSatisfy({ (1...60).contains($0.utf8.count) }) else { return terms }
    let byKey = Dictionary(terms.map { (PageKeywords.key($0.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    guard byKey.keys.allSatisfy({ key in names.contains { PageKeywords.key($0.utf8) == key } }) else { return terms }
    return names.map { byKey[PageKeywords.key($0.utf8)] ?? Term(name: $0) }
  }

  private func term(_ node: Int, withAddress: Bool) -> Term? {
    let name = TermName.cleaned(survey.line(node))
    guard !name.isEmpty, name.utf8.count < 120, !TermName.isPointer(name) else { return nil }
    let url =
      withAddress && TermLink.leadsSomewhere(node, document)
      ? document.attribute(node, .href).flatMap(survey.address.spelling) : nil
    return Term(name: name, url: url)
  }

  private func unique(_ terms: [Term]) -> [Term] {
    var seen = Set<String>()
    return terms.filter { seen.insert($0.name.lowercased()).inserted }
  }
}
