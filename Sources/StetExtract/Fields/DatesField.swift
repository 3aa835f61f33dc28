internal import StetHTML
internal import StetModel

/// When the page was published and last changed.
struct DatesField {
  let reading: PageReading
  let titleNode: Int?

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  // MARK: Published

  func published() -> Ballot<String> {
    var ballot = Ballot<String>("published", threshold: 0.45)
    for article in reading.data.articles.prefix(4) where article.belonging != .elsewhere {
      if let date = article.datePublished.flatMap(read) {
        ballot.add(Candidate(date, from: article, "datePublished", score: 0.8))
      }
    }
    addMeta(["article:published_time"], 0.82, to: &ballot)
    addMeta(
      [
        "og:article:published_time", "parsely-pub-date", "sailthru.date", "citation_publication_date",
        "article.published", "datepublished", "date.published", "publish-date", "publish_date", "pubdate",
        "publication_date", "dcterms.created", "dcterms.date", "dc.date.issued", "dcterms.issued", "dc.date.created",
        "og:published_time", "cxenseparse:recs:publishtime", "dc.date", "date", "created", "originalpublicationdate",
        "article:published", "rnews:datepublished", "citation_date",
      ], 0.68, to: &ballot)
    for node in survey.landmarks.times.prefix(60) { ballot.add(time(node)) }
    for node in survey.landmarks.dates.prefix(60) { ballot.add(printed(node)) }
    for printed in reading.linesRoundText(titleNode: titleNode).prefix(60) { ballot.add(line(printed)) }
    if let date = DateReader.fromAddress(reading.address) {
      let score = date.utf8.count >= 10 ? 0.66 : 0.3
      ballot.add(
        Candidate(date, source: "address", .path(reading.address.path), rule: "a date in the address", score: score))
    }
    ballot.reward(agreement: 0.1) { $0.prefix(10) == $1.prefix(10) }
    addExact(to: &ballot)
    return ballot
  }

  /// Of the winner's day, the hour that another source gives.
  private func addExact(to ballot: inout Ballot<String>) {
    guard let winner = ballot.winner, winner.value.utf8.count == 10 else { return }
    let exact = ballot.candidates.filter { $0.value.utf8.count > 10 && $0.value.hasPrefix(winner.value) }
    guard var best = exact.max(by: { $0.score < $1.score }) else { return }
    best.score = winner.score + 0.01
    best.rule += ", which also tells the hour"
    ballot.add(best)
  }

  /// The date as printed: the first place that prints the day of publication.
  func publishedText(_ published: String) -> Ballot<String> {
    var ballot = Ballot<String>("publishedText")
    let day = published.prefix(10)
    for node in (survey.landmarks.times + survey.landmarks.dates).prefix(100) {
      guard survey.isVisible[node], !reading.isForeign(node), (4...120).contains(survey.weight[node]) else { continue }
      let line = survey.line(node)
      let isMachine = document.attribute(node, .datetime).flatMap(read)?.prefix(10) == day
      if let text = printed(in: line, day, isMachine: isMachine) {
        ballot.add(Candidate(text, source: "page", .node(node), rule: "the day as printed", score: 0.7 + place(node)))
      } else if isMachine, line.utf8.count < 40, document.tag(node) == .time {
        ballot.add(Candidate(line, source: "page", .node(node), rule: "the words of the <time> element", score: 0.5))
      }
      if ballot.candidates.count > 4 { break }
    }
    for line in reading.linesRoundText(titleNode: titleNode).prefix(60) {
      guard let text = printed(in: line.text, day, isMachine: false) else { continue }
      ballot.add(
        Candidate(
          text, source: "page", .node(line.node), rule: "a line that prints the day", score: 0.5 + place(line.node)))
    }
    return ballot
  }

  /// How a line prints a day. A line whose machine-readable date is that day may print it in another time zone.
  private func printed(in line: String, _ day: Substring, isMachine: Bool) -> String? {
    guard let found = DateReader.find(in: line, language: reading.language) else { return nil }
    return found.date.prefix(10) == day || isMachine ? found.text : nil
  }

  // MARK: Modified

  func modified() -> Ballot<String> {
    var ballot = Ballot<String>("modified", threshold: 0.4)
    for article in reading.data.articles.prefix(4) where article.belonging != .elsewhere {
      if let date = article.dateModified.flatMap(read) {
        ballot.add(Candidate(date, from: article, "dateModified", score: 0.8))
      }
    }
    addMeta(["article:modified_time", "og:updated_time"], 0.75, to: &ballot)
    addMeta(
      ["dcterms.modified", "dc.date.modified", "last-modified", "datemodified", "revised", "article:modified"], 0.6,
      to: &ballot)
    for node in survey.landmarks.times.prefix(40)
    where isUpdate(node) && !reading.isForeign(node) && reading.isInArticle(node) {
      if let date = document.attribute(node, .datetime).flatMap(read) {
        ballot.add(Candidate(date, source: "page", .node(node), rule: "a <time> called updated", score: 0.6))
      }
    }
    return ballot
  }

  // MARK: Sources

  private func read(_ text: String) -> String? {
    DateReader.iso(text) ?? DateReader.read(text, language: reading.language)
  }

  private func addMeta(_ names: [String], _ score: Double, to ballot: inout Ballot<String>) {
    for name in names {
      guard let date = reading.meta.all(name).first.flatMap(read) else { continue }
      ballot.add(Candidate(date, source: "meta", .path(name), rule: "<meta> \(name)", score: score))
    }
  }

  private func time(_ node: Int) -> Candidate<String>? {
    guard !reading.isForeign(node), !isUpdate(node) else { return nil }
    let value = document.attribute(node, .datetime)
    let date =
      value.flatMap(read)
      ?? (survey.isVisible[node] ? DateReader.read(survey.line(node), language: reading.language) : nil)
    guard let date else { return nil }
    var score = 0.5 + place(node)
    if document.attribute(node, named: "pubdate") != nil { score += 0.1 }
    if survey.inheritedSignals(node, below: max(document.parent(node) - 1, 0)).contains(.date) { score += 0.06 }
    return Candidate(date, source: "page", .node(node), rule: "a <time> element", score: score)
  }

  /// An element called date.
  private func printed(_ node: Int) -> Candidate<String>? {
    guard document.tag(node) != .time, (4...140).contains(survey.weight[node]), !reading.isForeign(node) else {
      return nil
    }
    let machine =
      document.attribute(node, .title).flatMap(DateReader.iso)
      ?? document.attribute(node, .content).flatMap(DateReader.iso)
    let line = survey.line(node)
    guard let date = machine ?? DateReader.find(in: line, language: reading.language)?.date else { return nil }
    guard !Self.saysUpdated(line) else { return nil }
    return Candidate(
      date, source: "page", .node(node), rule: "an element called date", score: 0.45 + place(node))
  }

  private func line(_ printed: PrintedLine) -> Candidate<String>? {
    let (node, line) = (printed.node, printed.text)
    guard survey.weight[node] <= 140, document.tag(node) != .time else { return nil }
    guard let found = DateReader.find(in: line, language: reading.language), !Self.saysUpdated(line) else { return nil }
    // A line that is little more than its date is surer than one that mentions it.
    let share = Double(found.text.utf8.count) / Double(max(line.utf8.count, 1))
    return Candidate(
      found.date, source: "page", .node(node), rule: "a short line with a date", score: 0.3 + 0.15 * share + place(node)
    )
  }

  private func place(_ node: Int) -> Double {
    var score = 0.0
    if reading.isInArticle(node) { score += 0.1 }
    if let title = titleNode, node > title - 40, node < title + 80 { score += 0.12 }
    if let region = reading.region, region.contains(node, in: survey), node > region.start + 60 { score -= 0.12 }
    return score
  }

  private func isUpdate(_ node: Int) -> Bool {
    if let value = document.value(node, .class),
      ByteSearch.findIgnoringCase("updated", in: document.values[value.indices]) != nil
    {
      return ByteSearch.findIgnoringCase("published", in: document.values[value.indices]) == nil
    }
    if let value = document.value(node, .itemprop),
      ByteSearch.findIgnoringCase("modified", in: document.values[value.indices]) != nil
    {
      return true
    }
    let start = document.textRange(node).lowerBound
    let before = String(decoding: document.text[max(0, start - 24)..<start], as: UTF8.self)
    return Self.saysUpdated(before)
  }

  private static func saysUpdated(_ text: String) -> Bool {
    updateWords.contains(where: PhraseSearch(lowercasing: text).contains)
  }

  private static let updateWords = [
    "updated", "modified", "aktualisiert", "mis à jour", "actualizado", "aggiornato", "bijgewerkt", "oppdatert",
    "обновлено", "更新",
  ]
}
