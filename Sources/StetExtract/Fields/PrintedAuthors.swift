internal import StetHTML
internal import StetModel

/// The authors that a page shows to its readers: links to authors' pages, elements called author, lines that begin
/// with "by".
struct PrintedAuthors {
  let reading: PageReading
  let places: AuthorPlaces

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  func addCandidates(to ballot: inout Ballot<[String]>) {
    // A shop's page shows the names of brands and customers.
    if reading.meta.first("og:type")?.value.lowercased().hasPrefix("product") == true { return }
    var found = FoundAuthors()
    addLinks(to: &found)
    addNamedElements(to: &found)
    CreditLines(reading: reading, places: places).addLines(to: &found)
    AuthorMarks(reading: reading, places: places).addCandidate(to: &found)
    if isForum { PostAuthorMark(reading: reading).addCandidate(to: &found) }
    shortenBySmallerElements(&found.candidates)
    lowerLists(&found.candidates)
    for candidate in found.candidates { ballot.add(candidate) }
  }

  // MARK: Links

  /// Links that say `rel=author`, or lead to an author's page.
  private func addLinks(to found: inout FoundAuthors) {
    let site = OwnSite(reading)
    var groups: [(holder: Int, names: [String], node: Int, isRel: Bool, isSure: Bool)] = []
    var unsure = 0
    for node in survey.landmarks.anchors {
      guard groups.count < 40 else { break }
      guard survey.weight[node] > 1, survey.weight[node] < 80 else { continue }
      let isRel = AuthorLink.isRelAuthor(node, document)
      guard
        isRel || AuthorLink.leadsToAuthor(node, document)
          || places.isNearTitle(node) && AuthorLink.leadsToMember(node, document)
      else { continue }
      guard !reading.isForeign(node), places.isNearArticle(node), !places.isQuoted(node) else { continue }
      // "Design by": themes credit their makers with `rel=author` too.
      if let region = reading.region, node >= region.end, !site.holds(node) { continue }
      let isSure =
        isRel || AuthorLink.saysAuthor(node, document) || AuthorLink.leadsToMember(node, document)
      // "/profile/" on another host is a social network's.
      if !isSure, !site.holds(node) { continue }
      if isOfOthers(node) { continue }
      let line = survey.line(node)
      let names = BylineReader.creditedNames(from: line).filter { !places.isSite($0) }
      guard !names.isEmpty, names.count < 4 else {
        if isRel, PersonName.isCollective(line) { found.add([line], node, rule: "a rel=author link", score: 0.42) }
        continue
      }
      // "/profile/" and "/staff/" lead to the reader's own page and to departments as well.
      let isPerson = names.contains { PersonName.isPlausible($0) && PersonName.isFull($0) }
      if !isSure {
        unsure += 1
        guard isPerson, names.reduce(12, { $0 + $1.utf8.count }) > line.utf8.count else { continue }
      }
      let holder = Int(survey.block[node])
      if let last = groups.indices.last, groups[last].holder == holder {
        groups[last].names = places.unique(groups[last].names + names)
        groups[last].isRel = groups[last].isRel || isRel
      } else {
        groups.append((holder, names, node, isRel, isSure))
      }
    }
    // Many links below "/people/" are a menu or a directory.
    for group in groups where group.isSure || unsure < 6 {
      let place = places.place(group.node)
      // Far from the text such links are the site's menu as often.
      if !group.isRel, place < 0.08 { continue }
      var score = (group.isRel ? 0.62 : 0.5) + place
      if BylineReader.startsWithByWord(survey.line(group.holder)) { score += 0.1 }
      let rule = group.isRel ? "a rel=author link" : "a link to an author's page"
      found.add(group.names, group.node, rule: rule, score: score)
    }
  }

  /// Whether the words right before a link, in its own block, say that it names who checked or illustrated the text:
  /// "Fact-checked by", "Photos:".
  private func isOfOthers(_ link: Int) -> Bool {
    let end = document.textRange(link).lowerBound
    var start = max(end - 40, document.textRange(max(0, Int(survey.block[link]))).lowerBound)
    if let last = (max(0, link - 12)..<link).last(where: { document.tag($0) == .a }) {
      start = max(start, document.textRange(last).upperBound)
    }
    guard start < end else { return false }
    let words = ReadingText.normalized(String(decoding: document.text[start..<end], as: UTF8.self))
    guard let segment = BylineReader.parts(of: words).last, BylineIntroduction.isOtherCredit(segment[...]) else {
      return false
    }
    let last = segment.spacedWords.last?.lowercased() ?? ""
    return last.hasSuffix(":") || BylineWords.introductionSet.contains(last)
  }

  // MARK: Elements

  /// Elements called byline or author.
  private func addNamedElements(to found: inout FoundAuthors) {
    for node in survey.landmarks.bylines.prefix(60) {
      guard survey.weight[node] > 1, survey.weight[node] < 1500, places.isNearArticle(node), !places.isQuoted(node)
      else { continue }
      let round = reading.surroundingSignals(node)
      guard round.isDisjoint(with: PageReading.foreign.subtracting(.sidebar)) else { continue }
      guard survey.weight[node] <= 160 else {
        if !round.contains(.sidebar) { addBox(node, to: &found) }
        continue
      }
      let line = GluedWords.parted(survey.line(node))
      guard line.utf8.count < 250 else { continue }
      // Beside the text stand the authors of other pages, but who is said to have written it.
      if round.contains(.sidebar), !BylineReader.startsWithByWord(line) { continue }
      let rule = "an element called byline or author"
      var names = BylineReader.names(from: line).filter { !places.isSite($0) }.map(places.withoutSite)
      let isLabel = isNameLabel(node)
      if line.utf8.count > 40, names.count == 1, let name = firstLine(node), names[0].hasPrefix(name) { names = [name] }
      if names.isEmpty || names.allSatisfy({ !PersonName.isFull($0) }), let name = loneCredit(line) { names = [name] }
      if isLabel, names.isEmpty { names = BylineReader.creditedNames(from: line) }
      if PersonName.isCollective(line) { names = [] }
      guard !names.isEmpty, names.count <= 6 else {
        let credit = BylineReader.rest(of: line).map(String.init) ?? line
        if PersonName.isCollective(credit), places.place(node) > 0 {
          found.add([credit], node, rule: rule, score: 0.43)
        }
        continue
      }
      let isCredit = BylineReader.startsWithByWord(line)
      var score = 0.45 + places.place(node)
      // One capital word in an element about authors is as often a label as a name.
      if !isLabel, !names.contains(where: PersonName.isFull), !isCredit { score -= 0.3 }
      // Behind the text, names without more are commenters' as often.
      if let region = reading.region, node >= region.end, !isCredit, !isLabel || !isInBox(node) {
        score -= isLabel ? 0.08 : 0.14
      }
      // The site as its own author is the last resort.
      if names.allSatisfy(places.isSite) { score = min(score, 0.42) }
      if isCredit { score += 0.15 }
      if survey.signals[node].contains(.byline) { score += 0.05 }
      found.add(names, node, rule: rule, score: score)
    }
  }

  /// Whether an element stands in a box that is called the author's too, and says more than the name: no date, as the head of
  /// a comment does.
  private func isInBox(_ node: Int) -> Bool {
    document.ancestors(node).prefix(2).contains {
      survey.signals[$0].contains(.author) && survey.weight[$0] > survey.weight[node] + 25 && survey.weight[$0] < 1500
        && DateReader.locate(in: String(survey.line($0).prefix(300)), language: reading.language) == nil
    }
  }

  /// The name that is the first of several lines of an element; nil where there is only one, or it is no name.
  private func firstLine(_ node: Int) -> String? {
    let lines = reading.foundLines(node..<min(document.end(node), node + 20))
    guard lines.count > 1, let name = reading.printed(lines[0])?.text, PersonName.isPlausible(name),
      PersonName.isFull(name), !PersonName.holdsOrganization(name), !places.isSite(name),
      !BylineReader.startsWithByWord(name), reading.printed(lines[1])?.text.spacedWords.count ?? 0 > 4
    else { return nil }
    return name
  }

  /// A box about the author that opens with the name: "Ada Example", then "Ada Example lives in Hull.".
  private func addBox(_ node: Int, to found: inout FoundAuthors) {
    let lines = reading.foundLines(node..<min(document.end(node), node + 60))
    guard let line = lines.first, let name = reading.printed(line)?.text, name.utf8.count < 40 else { return }
    guard PersonName.isPlausible(name), PersonName.isFull(name), !PersonName.holdsOrganization(name),
      !places.isSite(name)
    else { return }
    let isBox = survey.signals[node].isSuperset(of: [.author, .box])
    guard
      places.isToldOf(name, behind: line.first)
        || lines.count > 1 && survey.signals[node].contains(.biography)
        || isBox && lines.dropFirst().contains(where: { $0.text.hasPrefix(name) })
    else { return }
    found.add([name], node, rule: "a box about the author", score: 0.42 + places.place(node) / 2)
  }

  /// "Von Ada", alone in an element about authors, names Ada and not a family.
  private func loneCredit(_ line: String) -> String? {
    let words = line.split(separator: " ")
    guard words.count == 2, BylineWords.ambiguous.contains(words[0].lowercased()) else { return nil }
    let name = String(words[1])
    return PersonName.isPlausible(name) || PersonName.isAgency(name) ? name : nil
  }

  /// Whether an element holds nothing but who wrote the page, a login included: it is called the author's name, or is
  /// called author and links to the author's page or profile.
  private func isNameLabel(_ node: Int) -> Bool {
    guard survey.weight[node] < 40, !reading.isForeign(node) else { return false }
    if let value = document.value(node, .class),
      ByteSearch.findIgnoringCase("name", in: document.values[value.indices]) != nil
    {
      return true
    }
    let link = document.subtree(node).prefix(12).first { document.tag($0) == .a }
    guard let link, survey.weight[link] + 8 > survey.weight[node] else { return false }
    return AuthorLink.isRelAuthor(link, document) || AuthorLink.leadsToAuthor(link, document)
      || OwnSite(reading).holds(link) && AuthorLink.leadsToProfile(link, document)
  }

  /// A box or a line may say more than the name ("Ada Example EdTech content"): the element in it that is the name knows
  /// better.
  private func shortenBySmallerElements(_ candidates: inout [Candidate<[String]>]) {
    for index in candidates.indices {
      guard let outer = candidates[index].node, candidates[index].value.count == 1 else { continue }
      let name = candidates[index].value[0]
      for other in candidates {
        guard let inner = other.node, inner != outer, other.value.count == 1 else { continue }
        let short = other.value[0]
        // A line is known by its first element.
        let isLink = AuthorLink.isRelAuthor(inner, document) && survey.block[inner] == survey.block[outer]
        guard document.contains(outer, inner) || isLink && inner > outer && inner < outer + 20 else { continue }
        // "Tekst" in an element of its own stands before the link without a mark.
        if short.utf8.contains(0x20), name.hasSuffix(" " + short),
          BylineWords.introductionSet.contains(name.dropLast(short.count + 1).lowercased())
        {
          candidates[index].value = [short]
          break
        }
        guard name.utf8.count > short.utf8.count, name.hasPrefix(short + " ") else { continue }
        // Of one word only where what follows the link is no surname: "Von Ada In Kino".
        let next = name.dropFirst(short.count + 1).prefix { $0 != " " }.lowercased()
        if short.utf8.contains(0x20) || isLink && Self.prepositions.contains(next) {
          candidates[index].value = [short]
          break
        }
      }
    }
  }

  /// What begins the words behind a name on its line.
  private static let prepositions: Set<String> = [
    "in", "on", "at", "am", "im", "unter", "under", "en", "dans", "su", "op", "ein", "kein", "keine",
  ]

  // MARK: Lists

  /// Cards of several articles each name their author in an element of the same make: none of them wrote the page.
  private func lowerLists(_ candidates: inout [Candidate<[String]>]) {
    guard candidates.count > 3, !isForum else { return }
    var names: [[UInt8]: Set<String>] = [:]
    for candidate in candidates {
      guard let node = candidate.node, let name = candidate.value.first else { continue }
      names[make(of: node), default: []].insert(AuthorsField.key(name))
    }
    guard names.values.contains(where: { $0.count > 3 }) else { return }
    for index in candidates.indices {
      guard let node = candidates[index].node, names[make(of: node)]?.count ?? 0 > 3 else { continue }
      candidates[index].score -= 0.5
    }
  }

  /// The classes of an element and of its parent.
  private func make(of node: Int) -> [UInt8] {
    let parent = max(document.parent(node), 0)
    let classes = [node, parent].map { document.value($0, .class).map { document.values[$0.indices] } ?? [] }
    return [document.tag(node).rawValue, document.tag(parent).rawValue].map { UInt8(truncatingIfNeeded: $0) }
      + classes[0] + [0x20] + classes[1]
  }

  /// In a thread the first of many who wrote is the author.
  private var isForum: Bool {
    if reading.data.articles.contains(where: { $0.types.contains("DiscussionForumPosting") }) { return true }
    let path = Array(reading.address.path.utf8)
    return ["forum", "thread", "topic", "discussion", "/questions/", "/comments/"].contains {
      ByteSearch.findIgnoringCase($0, in: path[...]) != nil
    }
  }
}
