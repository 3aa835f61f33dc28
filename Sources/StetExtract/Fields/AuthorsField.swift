internal import StetHTML
internal import StetModel

/// Who wrote the page. What readers see outweighs what metadata claims, and agreement outweighs both.
struct AuthorsField {
  let reading: PageReading
  let siteName: String?
  /// The headline's node, when it stands on the page.
  let titleNode: Int?

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  func ballot() -> Ballot<[String]> {
    var ballot = Ballot<[String]>("authors", threshold: 0.4)
    addData(to: &ballot)
    addMeta(to: &ballot)
    addLinks(to: &ballot)
    addNamedElements(to: &ballot)
    addLines(to: &ballot)
    ballot.reward(agreement: 0.12) { first, second in
      let (first, second) = (Set(first.map(Self.key)), Set(second.map(Self.key)))
      return !first.isDisjoint(with: second)
    }
    return ballot
  }

  /// Names under which two spellings of one author meet.
  ///
  /// Letters only, ASCII case folded: what is not ASCII counts as a letter, but for general punctuation.
  static func key(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    var skipped = 0
    for byte in name.utf8 {
      if skipped > 0 {
        skipped -= 1
      } else if byte == 0xE2 {
        skipped = 2
      } else if byte == 0xC2 {
        skipped = 1
      } else if ASCII.isLetter(byte) || byte >= 0x80 {
        bytes.append(ASCII.lowercased(byte))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Lines without a word that introduces an author are no bylines.
  private static let creditFilter = WordFilter(BylineWords.introductions, prefixBytes: 64)

  // MARK: Metadata

  private func addData(to ballot: inout Ballot<[String]>) {
    for article in reading.data.articles.prefix(6) where !article.authors.isEmpty && article.belonging != .elsewhere {
      let people = article.authors.filter { !$0.isOrganization && !isSite($0.name) }
      // On a site of one's own the author may be called like the site.
      if people.isEmpty, let own = article.authors.first(where: { !$0.isOrganization }), !PersonName.isNobody(own.name),
        PersonName.isCreditable(own.name) || PersonName.isPlausible(own.name)
      {
        ballot.add(Candidate([own.name], from: article, "author", score: 0.42))
        continue
      }
      let chosen = people.isEmpty ? article.authors.filter { !isSite($0.name) } : people
      guard !chosen.isEmpty else { continue }
      let names = unique(
        chosen.flatMap { person in
          let names = BylineReader.creditedNames(from: person.name)
          return names.isEmpty && person.isOrganization ? [person.name] : names
        })
      guard !names.isEmpty else { continue }
      let score = people.isEmpty ? 0.55 : 0.72
      ballot.add(Candidate(names, from: article, "author", score: score))
    }
  }

  private func addMeta(to ballot: inout Ballot<[String]>) {
    let trusted = ["citation_author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"]
    for name in trusted {
      add(reading.meta.all(name), at: name, score: 0.62, to: &ballot)
    }
    for name in ["author", "article:author", "article:author_name", "dc.contributor"] {
      add(reading.meta.all(name), at: name, score: 0.5, to: &ballot)
    }
    if let label = reading.meta.first("twitter:label1"), let value = reading.meta.first("twitter:data1"),
      BylineReader.startsWithByWord(label.value + " " + value.value)
    {
      add([value.value], at: "twitter:data1", score: 0.55, to: &ballot)
    }
  }

  private func add(_ values: [String], at name: String, score: Double, to ballot: inout Ballot<[String]>) {
    let names = unique(values.prefix(8).flatMap(BylineReader.creditedNames)).filter { !isSite($0) }
    guard !names.isEmpty else { return }
    ballot.add(Candidate(names, source: "meta", .path(name), rule: "<meta> \(name)", score: score))
  }

  // MARK: The page

  /// Links that say `rel=author`, or lead to an author's page.
  private func addLinks(to ballot: inout Ballot<[String]>) {
    let site = OwnSite(reading)
    var groups: [(holder: Int, names: [String], node: Int, isRel: Bool)] = []
    for node in survey.landmarks.anchors {
      guard groups.count < 40 else { break }
      let isRel = AuthorLink.isRelAuthor(node, document)
      guard isRel || AuthorLink.leadsToAuthor(node, document), survey.weight[node] > 1, survey.weight[node] < 80 else {
        continue
      }
      guard !reading.isForeign(node), isNearArticle(node) else { continue }
      // "Design by": themes credit their makers with `rel=author` too.
      if let region = reading.region, node >= region.end, !site.holds(node) { continue }
      // "/profile/" on another host is a social network's.
      if !isRel, !site.holds(node), !AuthorLink.saysAuthor(node, document) { continue }
      let names = BylineReader.creditedNames(from: survey.line(node)).filter { !isSite($0) }
      guard !names.isEmpty, names.count < 4 else { continue }
      let holder = Int(survey.block[node])
      if let last = groups.indices.last, groups[last].holder == holder {
        groups[last].names = unique(groups[last].names + names)
        groups[last].isRel = groups[last].isRel || isRel
      } else {
        groups.append((holder, names, node, isRel))
      }
    }
    for group in groups {
      var score = (group.isRel ? 0.62 : 0.5) + place(group.node)
      if BylineReader.startsWithByWord(survey.line(group.holder)) { score += 0.1 }
      let rule = group.isRel ? "a rel=author link" : "a link to an author's page"
      ballot.add(Candidate(group.names, source: "page", .node(group.node), rule: rule, score: score))
    }
  }

  /// Elements called byline or author.
  private func addNamedElements(to ballot: inout Ballot<[String]>) {
    for node in survey.landmarks.bylines.prefix(60) {
      guard (2...160).contains(survey.weight[node]), !reading.isForeign(node), isNearArticle(node) else { continue }
      let line = survey.line(node)
      guard line.utf8.count < 250 else { continue }
      var names = BylineReader.names(from: line).filter { !isSite($0) }.map(withoutSite)
      let isLabel = isNameLabel(node)
      if isLabel, names.isEmpty { names = BylineReader.creditedNames(from: line) }
      guard !names.isEmpty, names.count <= 6 else { continue }
      var score = 0.45 + place(node)
      // One capital word in an element about authors is as often a label as a name.
      if !isLabel, !names.contains(where: PersonName.isFull), !BylineReader.startsWithByWord(line) { score -= 0.3 }
      // Behind the text, names without more are commenters' as often.
      if let region = reading.region, node >= region.end, !BylineReader.startsWithByWord(line) { score -= 0.14 }
      // The site as its own author is the last resort.
      if names.allSatisfy(isSite) { score = min(score, 0.42) }
      if BylineReader.startsWithByWord(line) { score += 0.15 }
      if survey.signals[node].contains(.byline) { score += 0.05 }
      ballot.add(
        Candidate(names, source: "page", .node(node), rule: "an element called byline or author", score: score))
    }
  }

  /// Short lines that begin with "By" in any of many languages, near the headline or at an end of the text.
  private func addLines(to ballot: inout Ballot<[String]>) {
    guard let region = reading.region else { return }
    let first = max(0, (titleNode ?? region.start) - 60)
    let near =
      Array(reading.nodes(from: first, to: max(region.start + 200, first + 400)))
      + Array(reading.nodes(from: max(first, region.end - 200), to: region.end + 120))
    var seen = Set<Int>()
    for node in near where isLine(node) && survey.weight[node] < 140 && seen.insert(node).inserted {
      guard survey.isVisible[node], Self.creditFilter.mayMatch(document.text[document.textRange(node)]),
        !reading.isForeign(node)
      else { continue }
      let line = survey.line(node)
      guard BylineReader.startsWithByWord(line) || (line.utf8.count < 120 && BylineReader.holdsCredit(line)) else {
        continue
      }
      let names = BylineReader.names(from: line).filter { !isSite($0) && isBelievable($0, in: line, at: node) }.map(
        withoutSite)
      guard !names.isEmpty, names.count <= 6 else { continue }
      ballot.add(
        Candidate(names, source: "page", .node(node), rule: "a line that begins with “by”", score: 0.5 + place(node)))
    }
  }

  /// Whether a line credits a person, rather than going on after "by" as sentences do ("Written by hand").
  private func isBelievable(_ name: String, in line: String, at node: Int) -> Bool {
    let isPerson = PersonName.isPlausible(name)
    // In the middle of a line, or in an inline element, only a full name is sure to be one.
    if !BylineReader.startsWithByWord(line) || survey.ownWeight[node] == 0 {
      return isPerson && PersonName.isFull(name)
    }
    if isPerson { return true }
    let isLogin = name.contains { $0.isNumber || $0 == "_" || $0.isUppercase }
    return isLogin && name.split(separator: " ").count < 3 && !survey.landmarks.headings.contains(node)
  }

  /// Whether a node may be a line: a block with few words of its own, or an inline element in which old pages set one.
  private func isLine(_ node: Int) -> Bool {
    if survey.ownWeight[node] > 3 && survey.ownWeight[node] < 120 { return true }
    return [.small, .font, .em, .i, .b, .strong, .span].contains(document.tag(node))
      && (5...120).contains(survey.weight[node])
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

  /// "Ada Example Courier" of the Courier is Ada Example.
  private func withoutSite(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 2, let last = words.last, let siteName else { return name }
    let first = siteName.split(separator: " ").first { $0.lowercased() != "the" } ?? ""
    return Self.key(String(last)) == Self.key(String(first)) ? words.dropLast().joined(separator: " ") : name
  }

  // MARK: Where

  /// A byline stands near the headline; else at the end of the text.
  private func place(_ node: Int) -> Double {
    var score = 0.0
    if reading.isInArticle(node) { score += 0.08 }
    if let title = titleNode, abs(node - title) < 80 { score += 0.1 }
    if let region = reading.region, node < region.start || document.contains(region.start, node) { score += 0.04 }
    return score
  }

  private func isNearArticle(_ node: Int) -> Bool {
    guard let region = reading.region else { return true }
    if document.contains(region.article, node) { return true }
    return node > min(titleNode ?? region.start, region.start) - 250 && node < region.end + 400
  }

  private func isSite(_ name: String) -> Bool {
    guard let siteName else { return false }
    return Self.key(name) == Self.key(siteName)
  }

  private func unique(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert(Self.key($0)).inserted }
  }
}
