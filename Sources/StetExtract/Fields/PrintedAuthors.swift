internal import StetHTML
internal import StetModel

/// The authors that a page shows to its readers: links to authors' pages, elements called author, lines that begin
/// with "by".
struct PrintedAuthors {
  let reading: PageReading
  let siteName: String?
  /// The headline's node, when it stands on the page.
  let titleNode: Int?

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  func addCandidates(to ballot: inout Ballot<[String]>) {
    // A shop's page shows the names of brands and customers.
    if reading.meta.first("og:type")?.value.lowercased().hasPrefix("product") == true { return }
    var found = Found()
    addLinks(to: &found)
    addNamedElements(to: &found)
    addLines(to: &found)
    shortenBySmallerElements(&found.candidates)
    lowerLists(&found.candidates)
    for candidate in found.candidates { ballot.add(candidate) }
  }

  private struct Found {
    var candidates: [Candidate<[String]>] = []

    mutating func add(_ names: [String], _ node: Int, rule: String, score: Double) {
      candidates.append(Candidate(names, source: "page", .node(node), rule: rule, score: score))
    }
  }

  // MARK: Links

  /// Links that say `rel=author`, or lead to an author's page.
  private func addLinks(to found: inout Found) {
    let site = OwnSite(reading)
    var groups: [(holder: Int, names: [String], node: Int, isRel: Bool, isSure: Bool)] = []
    var unsure = 0
    for node in survey.landmarks.anchors {
      guard groups.count < 40 else { break }
      guard survey.weight[node] > 1, survey.weight[node] < 80 else { continue }
      let isRel = AuthorLink.isRelAuthor(node, document)
      guard
        isRel || AuthorLink.leadsToAuthor(node, document)
          || isNearTitle(node) && AuthorLink.leadsToMember(node, document)
      else { continue }
      guard !reading.isForeign(node), isNearArticle(node), !isQuoted(node) else { continue }
      // "Design by": themes credit their makers with `rel=author` too.
      if let region = reading.region, node >= region.end, !site.holds(node) { continue }
      let isSure =
        isRel || AuthorLink.saysAuthor(node, document) || AuthorLink.leadsToMember(node, document)
      // "/profile/" on another host is a social network's.
      if !isSure, !site.holds(node) { continue }
      let line = survey.line(node)
      let names = BylineReader.creditedNames(from: line).filter { !isSite($0) }
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
        groups[last].names = unique(groups[last].names + names)
        groups[last].isRel = groups[last].isRel || isRel
      } else {
        groups.append((holder, names, node, isRel, isSure))
      }
    }
    // Many links below "/people/" are a menu or a directory.
    for group in groups where group.isSure || unsure < 6 {
      let place = place(group.node)
      // Far from the text such links are the site's menu as often.
      if !group.isRel, place < 0.08 { continue }
      var score = (group.isRel ? 0.62 : 0.5) + place
      if BylineReader.startsWithByWord(survey.line(group.holder)) { score += 0.1 }
      let rule = group.isRel ? "a rel=author link" : "a link to an author's page"
      found.add(group.names, group.node, rule: rule, score: score)
    }
  }

  // MARK: Elements

  /// Elements called byline or author.
  private func addNamedElements(to found: inout Found) {
    for node in survey.landmarks.bylines.prefix(60) {
      guard survey.weight[node] > 1, survey.weight[node] < 1500, isNearArticle(node), !isQuoted(node) else { continue }
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
      var names = BylineReader.names(from: line).filter { !isSite($0) }.map(withoutSite)
      let isLabel = isNameLabel(node)
      if names.isEmpty || names.allSatisfy({ !PersonName.isFull($0) }), let name = loneCredit(line) { names = [name] }
      if isLabel, names.isEmpty { names = BylineReader.creditedNames(from: line) }
      guard !names.isEmpty, names.count <= 6 else {
        let credit = BylineReader.rest(of: line).map(String.init) ?? line
        if PersonName.isCollective(credit), place(node) > 0 { found.add([credit], node, rule: rule, score: 0.41) }
        continue
      }
      let isCredit = BylineReader.startsWithByWord(line)
      var score = 0.45 + place(node)
      // One capital word in an element about authors is as often a label as a name.
      if !isLabel, !names.contains(where: PersonName.isFull), !isCredit { score -= 0.3 }
      // Behind the text, names without more are commenters' as often.
      if let region = reading.region, node >= region.end, !isCredit { score -= 0.14 }
      // The site as its own author is the last resort.
      if names.allSatisfy(isSite) { score = min(score, 0.42) }
      if isCredit { score += 0.15 }
      if survey.signals[node].contains(.byline) { score += 0.05 }
      found.add(names, node, rule: rule, score: score)
    }
  }

  /// A box about the author that opens with the name: "Ada Example", then "Ada Example lives in Hull.".
  private func addBox(_ node: Int, to found: inout Found) {
    guard survey.signals[node].contains(.biography) || survey.signals[node].isSuperset(of: [.author, .box]) else {
      return
    }
    let lines = reading.foundLines(node..<min(document.end(node), node + 60)).compactMap(reading.printed)
    guard let first = lines.first, lines.count > 1, first.text.utf8.count < 40 else { return }
    let name = first.text
    guard PersonName.isPlausible(name), PersonName.isFull(name), !PersonName.holdsOrganization(name), !isSite(name)
    else { return }
    guard lines.dropFirst().contains(where: { $0.text.hasPrefix(name) }) || survey.signals[node].contains(.biography)
    else { return }
    found.add([name], node, rule: "a box about the author", score: 0.42 + place(node) / 2)
  }

  /// "Von Ada", alone in an element about authors, names Ada and not a family.
  private func loneCredit(_ line: String) -> String? {
    let words = line.split(separator: " ")
    guard words.count == 2, BylineWords.ambiguous.contains(words[0].lowercased()) else { return nil }
    let name = String(words[1])
    return PersonName.isPlausible(name) || PersonName.isAgency(name) ? name : nil
  }

  /// Whether an element holds nothing but who wrote the page, a login included: it is called the author's name, or is
  /// called author and links to the author's page.
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
  }

  /// A box may say more than the name ("Ada Example EdTech content"): the element in it that is the name knows better.
  private func shortenBySmallerElements(_ candidates: inout [Candidate<[String]>]) {
    for index in candidates.indices {
      guard let outer = candidates[index].node, candidates[index].value.count == 1 else { continue }
      let name = candidates[index].value[0]
      for other in candidates {
        guard let inner = other.node, inner != outer, document.contains(outer, inner), other.value.count == 1 else {
          continue
        }
        let short = other.value[0]
        if short.contains(" "), name.utf8.count > short.utf8.count, name.hasPrefix(short + " ") {
          candidates[index].value = [short]
          break
        }
      }
    }
  }

  // MARK: Lines

  /// Short lines that begin with "By" in any of many languages, near the headline or at an end of the text.
  private func addLines(to found: inout Found) {
    guard let region = reading.region else { return }
    let first = max(0, (titleNode ?? region.start) - 60)
    let top = reading.nodes(from: first, to: max(region.start + 200, first + 400))
    let bottom = reading.nodes(from: max(top.upperBound, region.end - 200), to: region.end + 120)
    let lines = reading.linesNearText.filter { top.contains($0.first) || bottom.contains($0.first) }
    for (index, line) in lines.enumerated() {
      let mayCredit = BylineWords.introductionFilter.mayMatch(line.bytes[...]) || opensStuckBy(line.bytes)
      let mayDate = line.bytes.count < 100 && isNearTitle(line.first) && line.bytes.contains(where: ASCII.isDigit)
      guard mayCredit || mayDate, let printed = reading.printed(line) else { continue }
      guard survey.weight[printed.node] < 140 else { continue }
      if mayDate { addDated(printed, to: &found) }
      guard mayCredit else { continue }
      addCredit(printed, to: &found)
      if printed.text.utf8.count < 24, BylineReader.isIntroduction(printed.text) {
        addNames(under: lines[(index + 1)...].prefix(8), to: &found)
      }
    }
    addSignature(to: &found)
  }

  /// "ByAda Example"
  private func opensStuckBy(_ bytes: [UInt8]) -> Bool {
    let bytes = bytes.drop(while: ASCII.isSpace)
    return bytes.count > 4 && ByteSearch.starts(bytes, with: "by") && ASCII.isLetter(bytes[bytes.startIndex + 2])
  }

  private func addCredit(_ line: PrintedLine, to found: inout Found) {
    let text = GluedWords.parted(line.text)
    let isCredit = BylineReader.startsWithByWord(text)
    guard isCredit || text.utf8.count < 120 && BylineReader.holdsCredit(text) else { return }
    guard mayBeByline(line.node) else { return }
    let names = BylineReader.names(from: text).filter {
      !isSite($0) && isBelievable($0, in: text, isCredit: isCredit, at: line.node)
    }.map(withoutSite)
    guard !names.isEmpty, names.count <= 6 else { return }
    // A byline says little else than names.
    guard text.utf8.count - names.reduce(0, { $0 + $1.utf8.count }) < 100 else { return }
    var score = 0.5 + place(line.node)
    if !isNearTitle(line.node), !isNearEnd(line.node) { score -= 0.12 }
    found.add(names, line.node, rule: "a line that begins with “by”", score: score)
  }

  /// Names in the lines under one that only introduces ("Written by").
  private func addNames(under lines: ArraySlice<FoundLine>, to found: inout Found) {
    var names: [String] = []
    var node: Int?
    for line in lines {
      guard line.bytes.count < 100, let line = reading.printed(line), mayBeByline(line.node) else { break }
      let name = String(line.text.prefix { $0 != "/" }).trimmingMarks()
      guard name.utf8.count < 60, isPerson(name), !isSite(name) else { break }
      names.append(name)
      node = node ?? line.node
    }
    guard let node else { return }
    found.add(unique(names), node, rule: "a name under a line like “written by”", score: 0.5 + place(node))
  }

  /// Whether a text can be nothing but the full name of a person.
  private func isPerson(_ name: String) -> Bool {
    (2...4).contains(name.spacedWords.count) && PersonName.isPlausible(name) && PersonName.isFull(name)
      && !PersonName.holdsOrganization(name)
  }

  /// Whether a line may credit an author where it stands: not in the headline, a picture's caption or a quotation, nor
  /// at the foot of the site.
  private func mayBeByline(_ node: Int) -> Bool {
    if let titleNode, document.contains(titleNode, node) || titleNode == node { return false }
    let round = reading.surroundingSignals(node)
    if !round.isDisjoint(with: [.caption, .media]) { return false }
    if !round.isDisjoint(with: [.footer, .navigation]), !reading.isInArticle(node) { return false }
    return !isQuoted(node)
  }

  /// Whether a line credits a person, rather than going on after "by" as sentences do ("Written by hand").
  private func isBelievable(_ name: String, in line: String, isCredit: Bool, at node: Int) -> Bool {
    let isPerson = PersonName.isPlausible(name)
    // In the middle of a line, or in an inline element, only a full name is sure to be one.
    if !isCredit { return isPerson && PersonName.isFull(name) }
    if isPerson { return PersonName.isFull(name) || line.utf8.count < 80 }
    if survey.landmarks.headings.contains(node) { return false }
    let words = name.split(separator: " ")
    // "By The Example Team", and nothing more.
    let isAbove = isNearTitle(node) || reading.region.map { node < $0.start && node > $0.start - 40 } ?? false
    let isWholeLine = line.utf8.count < name.utf8.count + 14 && isAbove
    if isWholeLine, words.allSatisfy({ $0.first?.isLowercase == false }) { return true }
    let isLogin = name.contains { $0.isNumber || $0 == "_" || $0.isUppercase } || isWholeLine
    return isLogin && line.utf8.count < 80 && words.count < 2
  }

  /// A date and a name on one line near the headline: "3 May 2012 – Ada Example".
  private func addDated(_ line: PrintedLine, to found: inout Found) {
    guard line.text.utf8.count < 80, survey.linkWeight[line.node] == 0 else { return }
    let parts = BylineReader.parts(of: line.text)
    guard (2...4).contains(parts.count) else { return }
    let words = parts.filter { !$0.utf8.contains(where: ASCII.isDigit) }
    guard words.count == 1 else { return }
    let name = words[0].spacedWords.joined(separator: " ").trimmingMarks()
    guard isPerson(name), !isSite(name), mayBeByline(line.node) else { return }
    found.add([name], line.node, rule: "a name beside a date", score: 0.5)
  }

  /// The name alone in one of the text's last lines, set apart as signatures are.
  private func addSignature(to found: inout Found) {
    guard let region = reading.region else { return }
    addBracketedSignature(region, to: &found)
    let end = reading.nodes(from: max(region.start, region.end - 60), to: region.end)
    for line in reading.linesNearText.filter({ end.contains($0.first) }).suffix(3) where line.bytes.count < 60 {
      guard let line = reading.printed(line), line.text.utf8.count < 40, survey.linkWeight[line.node] == 0,
        isSetApart(line.node)
      else { continue }
      let name = line.text.trimmingMarks()
      guard isPerson(name), !isSite(name), mayBeByline(line.node) else { continue }
      found.add([name], line.node, rule: "a name alone under the text", score: 0.45)
    }
  }

  /// A name in brackets behind the last words of the text, as newspapers print it.
  private func addBracketedSignature(_ region: BodyRegion, to found: inout Found) {
    let texts = reading.nodes(from: max(region.start, region.end - 60), to: region.end).filter {
      document.tag($0) == .text && survey.isVisible[$0] && survey.weight[$0] > 2
    }
    for node in texts.suffix(2) {
      let bytes = document.text[document.textRange(node)].suffix(60)
      guard let close = bytes.lastIndex(of: UInt8(ascii: ")")), !bytes[close...].contains(where: ASCII.isLetter),
        let open = bytes[..<close].lastIndex(of: UInt8(ascii: "("))
      else { continue }
      let name = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      guard isPerson(name), mayBeByline(node) else { continue }
      found.add([name], node, rule: "a name in brackets behind the text", score: 0.45)
    }
  }

  private func isSetApart(_ node: Int) -> Bool {
    if document.subtree(node).prefix(4).contains(where: { document.tag($0) == .em || document.tag($0) == .i }) {
      return true
    }
    for holder in [node] + document.ancestors(node).prefix(2) {
      if document.attribute(holder, named: "align")?.lowercased() == "right" { return true }
      if let style = document.value(holder, .style),
        ByteSearch.findIgnoringCase("right", in: document.values[style.indices]) != nil,
        ByteSearch.findIgnoringCase("align", in: document.values[style.indices]) != nil
      {
        return true
      }
    }
    return false
  }

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
    let path = ASCII.lowercased(reading.address.path)
    return ["forum", "thread", "topic", "discussion", "showtopic"].contains { path.contains($0) }
  }

  // MARK: Where

  /// A byline stands near the headline; else at the end of the text.
  private func place(_ node: Int) -> Double {
    var score = 0.0
    if reading.isInArticle(node) { score += 0.08 }
    if isNearTitle(node) { score += 0.1 }
    if let region = reading.region, node < region.start || document.contains(region.start, node) { score += 0.04 }
    return score
  }

  private func isNearTitle(_ node: Int) -> Bool { titleNode.map { abs(node - $0) < 80 } ?? false }

  private func isNearEnd(_ node: Int) -> Bool {
    reading.region.map { node > $0.end - 60 && node < $0.end + 60 } ?? false
  }

  private func isNearArticle(_ node: Int) -> Bool {
    guard let region = reading.region else { return true }
    if document.contains(region.article, node) || isNearTitle(node) { return true }
    return node > min(titleNode ?? region.start, region.start) - 250 && node < region.end + 400
  }

  /// Whether a node stands in a quotation or in what a customer says.
  private func isQuoted(_ node: Int) -> Bool {
    for holder in document.ancestors(node).prefix(8) {
      if [.blockquote, .q, .figcaption].contains(document.tag(holder)) { return true }
      guard let value = document.value(holder, .class) else { continue }
      let name = document.values[value.indices]
      if ByteSearch.findIgnoringCase("testimonial", in: name) != nil
        || ByteSearch.findIgnoringCase("quote", in: name) != nil
      {
        return true
      }
    }
    return false
  }

  /// "Ada Example Courier" of the Courier is Ada Example.
  private func withoutSite(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 2, let last = words.last, let siteName else { return name }
    let first = siteName.split(separator: " ").first { $0.lowercased() != "the" } ?? ""
    return AuthorsField.key(String(last)) == AuthorsField.key(String(first))
      ? words.dropLast().joined(separator: " ") : name
  }

  private func isSite(_ name: String) -> Bool {
    guard let siteName else { return false }
    return AuthorsField.key(name) == AuthorsField.key(siteName)
  }

  private func unique(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert(AuthorsField.key($0)).inserted }
  }
}
