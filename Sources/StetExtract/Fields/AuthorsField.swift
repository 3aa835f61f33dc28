internal import StetHTML
internal import StetModel

/// Who wrote the page. What readers see outweighs what metadata claims, and agreement outweighs both.
struct AuthorsField {
  let reading: PageReading
  let siteName: String?
  /// The headline's node, when it stands on the page.
  let titleNode: Int?

  private var document: HTMLDocument { reading.document }

  func ballot() -> Ballot<[String]> {
    var ballot = Ballot<[String]>("authors", threshold: 0.4)
    addData(to: &ballot)
    addMeta(to: &ballot)
    let places = AuthorPlaces(reading: reading, siteName: siteName, titleNode: titleNode)
    let printed = PrintedAuthors(reading: reading, places: places)
    printed.addCandidates(to: &ballot)
    ballot.reward(agreement: 0.12) { Set($0.map(Self.key)) }
    let print = PrintedNames(document)
    let printedKeys = Set(ballot.candidates.filter { $0.source == "page" }.flatMap(\.value).map(Self.key))
    func isPrinted(_ name: String) -> Bool { printedKeys.contains(Self.key(name)) || print.holds(name) }
    ballot.adjust { candidate in
      guard candidate.source != "page", !candidate.value.contains(where: isPrinted) else { return }
      // What only machines are told is often the owner of the site, or who set it up.
      if candidate.source != "meta" {
        candidate.score -= candidate.score > 0.7 ? 0.35 : 0.1
      } else {
        let isPerson = candidate.value.contains { PersonName.isPlausible($0) && PersonName.isFull($0) }
        // A login that nobody sees is that of whoever keeps the site.
        let isLogin = candidate.value.allSatisfy { !$0.contains { $0.isUppercase || $0.isWhitespace } }
        candidate.score -= isPerson ? 0.08 : isLogin ? 0.25 : 0.2
      }
    }
    if let discussion = reading.discussion {
      addStarter(of: discussion, to: &ballot)
    } else {
      addSender(to: &ballot)
      preferCredited(in: &ballot)
      if reading.forumSigns.isLikely { addMember(to: &ballot, places) }
    }
    return ballot
  }

  /// Who wrote the first post. Structured data about a thread is made from the same table and knows it as well.
  private func addStarter(of discussion: Discussion, to ballot: inout Ballot<[String]>) {
    guard let author = discussion.posts[0].author, !PersonName.isNobody(author.name) else { return }
    let isTold = reading.data.articles.contains { $0.isStarter && !$0.authors.isEmpty }
    ballot.add(
      Candidate(
        [author.name], source: "page", .node(author.node), rule: "who wrote the first post",
        score: discussion.startsApart ? 0.6 : isTold || !reading.forumSigns.isSure ? 0.7 : 1.2))
  }

  /// A name before its address below the headline, as archives of mail print them: "Ada Example <a href="mailto:…">".
  private func addSender(to ballot: inout Ballot<[String]>) {
    guard let titleNode else { return }
    let survey = reading.survey
    let first = document.end(titleNode)
    for link in survey.landmarks.anchors.drop(while: { $0 < first }).prefix(3) where link < first + 12 {
      guard let value = document.value(link, .href), value.count < 300,
        ByteSearch.starts(document.values[value.indices], with: "mailto:"), survey.weight[link] > 4,
        let node = (first..<link).last(where: { document.tag($0) == .text && survey.weight[$0] > 0 })
      else { continue }
      let name = survey.line(node)
      guard PersonName.isPlausible(name), PersonName.isFull(name) else { continue }
      let rule = "a name before its mail address below the headline"
      ballot.add(Candidate([name], source: "page", .node(node), rule: rule, score: 0.6))
      return
    }
  }

  /// A link by the headline whose words are a member's login: `<a href="/u/ada">ada</a>`.
  private func addMember(to ballot: inout Ballot<[String]>, _ places: AuthorPlaces) {
    guard let titleNode else { return }
    let survey = reading.survey
    let link = survey.landmarks.anchors.first { node in
      node > titleNode - 40 && node < titleNode + 80 && (2...40).contains(survey.weight[node])
        && AuthorLink.isLogin(survey.line(node), node, document) && !reading.isForeign(node) && places.mayBeByline(node)
    }
    guard let link else { return }
    let rule = "a link to a member by the headline"
    ballot.add(Candidate([survey.line(link)], source: "page", .node(link), rule: rule, score: 0.55))
  }

  /// Where a line credits a person by full name, what is no person's name is at most who published it.
  private func preferCredited(in ballot: inout Ballot<[String]>) {
    func isPerson(_ name: String) -> Bool {
      PersonName.isPlausible(name) && PersonName.isFull(name) && !PersonName.holdsOrganization(name) && !isSite(name)
    }
    let isCredited = ballot.candidates.contains {
      $0.isOutspoken && $0.score >= 0.5 && $0.value.allSatisfy(isPerson)
    }
    guard isCredited else { return }
    ballot.adjust { candidate in
      guard !candidate.value.contains(where: isPerson) else { return }
      candidate.score = min(candidate.score - 0.15, 0.49)
    }
  }

  /// Names under which two spellings of one author meet.
  ///
  /// Letters only, ASCII case folded: what is not ASCII counts as a letter, but for general punctuation.
  static func key(_ name: String) -> String {
    String(decoding: letters(Array(name.utf8)[...]), as: UTF8.self)
  }

  /// The bytes of such a name, of a text given as UTF-8.
  static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBufferPointer { text in
      [UInt8](unsafeUninitializedCapacity: text.count) { letters, count in
        var index = 0
        while index < text.count {
          let byte = text[index]
          if byte == 0xE2 || byte == 0xC2 {
            index += byte == 0xE2 ? 2 : 1
          } else if ASCII.isLetter(byte) || byte >= 0x80 {
            letters.initializeElement(at: count, to: ASCII.lowercased(byte))
            count += 1
          }
          index += 1
        }
      }
    }
  }

  // MARK: Metadata

  private func addData(to ballot: inout Ballot<[String]>) {
    for article in reading.data.articles.prefix(6) where !article.authors.isEmpty && article.belonging != .elsewhere {
      let people = article.authors.filter { !$0.isOrganization && !isSite($0.name) }
      // On a site of one's own the author may be called like the site.
      if people.isEmpty, let own = article.authors.first(where: { !$0.isOrganization || isSite($0.name) }),
        !PersonName.isNobody(own.name)
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
    for name in ["citation_author", "citation_authors", "dc.creator", "dcterms.creator"] {
      add(reading.meta.all(name).map(NameList.inReadingOrder), at: name, score: 0.62, to: &ballot)
    }
    for name in ["parsely-author", "sailthru.author", "byl"] {
      add(reading.meta.all(name), at: name, score: 0.62, to: &ballot)
    }
    for name in ["article:author", "article:author_name", "dc.contributor"] {
      add(reading.meta.all(name), at: name, score: 0.5, to: &ballot)
    }
    addOwners(to: &ballot)
    if let label = reading.meta.first("twitter:label1"), let value = reading.meta.first("twitter:data1"),
      BylineReader.startsWithByWord(label.value + " " + value.value)
    {
      add([value.value], at: "twitter:data1", score: 0.55, to: &ballot)
      if PersonName.isCollective(value.value) || isSite(value.value) {
        let rule = "<meta> twitter:data1"
        ballot.add(Candidate([value.value], source: "meta", .path("twitter:data1"), rule: rule, score: 0.42))
      }
    }
  }

  /// The owner of a site of one's own stands in its `author`; companies and their agencies do as well.
  private func addOwners(to ballot: inout Ballot<[String]>) {
    let names = unique(reading.meta.all("author").prefix(8).flatMap(BylineReader.creditedNames))
    guard !names.isEmpty, !names.contains(where: PersonName.holdsOrganization) else { return }
    let isPerson = names.allSatisfy { PersonName.isPlausible($0) && PersonName.isFull($0) }
    if names.contains(where: { isSite($0) || isHost($0) }), !isPerson { return }
    let score = names.contains(where: isSite) ? 0.42 : 0.5
    ballot.add(Candidate(names, source: "meta", .path("author"), rule: "<meta> author", score: score))
  }

  private func add(_ values: [String], at name: String, score: Double, to ballot: inout Ballot<[String]>) {
    let names = unique(values.prefix(8).flatMap(BylineReader.creditedNames)).filter { !isSite($0) }
    guard !names.isEmpty else { return }
    ballot.add(Candidate(names, source: "meta", .path(name), rule: "<meta> \(name)", score: score))
  }

  private func isSite(_ name: String) -> Bool {
    guard let siteName else { return false }
    return Self.key(name) == Self.key(siteName)
  }

  /// Whether a name is the site's host, or a label of it.
  private func isHost(_ name: String) -> Bool {
    let name = ASCII.lowercased(name)
    return reading.address.host == name || reading.address.host.split(separator: ".").contains { $0 == name }
      || reading.address.host == "www." + name
  }

  private func unique(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert(Self.key($0)).inserted }
  }
}
