internal import StetHTML
internal import StetModel

/// When the page was published and last changed.
struct DatesField {
  let reading: PageReading
  let titleNode: Int?
  private let language: String?
  private let printed: [PrintedDate]

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  init(reading: PageReading, titleNode: Int?) {
    self.reading = reading
    self.titleNode = titleNode
    // Only the order of day and month depends on the country.
    let isAmerican = reading.language == "en" && reading.meta.all("og:locale").first?.lowercased() == "en_us"
    language = isAmerican ? "en-US" : reading.language
    printed = PrintedDates(reading, titleNode: titleNode, language: language).all()
  }

  // MARK: Published

  func published() -> Ballot<String> {
    var ballot = Ballot<String>("published", threshold: 0.45)
    for article in reading.data.articles.prefix(4) where article.belonging != .elsewhere {
      guard let date = article.datePublished.flatMap(read) else { continue }
      // What a page as such tells is when the system made it; every page of a shop has such a date.
      let isText = (LinkedType.best(of: article.types) ?? .webPage) > .webPage
      ballot.add(Candidate(date, from: article, "datePublished", score: isText ? 0.8 : 0.25))
    }
    addMeta(to: &ballot)
    let teaser = firstTeaser
    for date in printed where !date.isUpdate {
      if let teaser, isInText(date.node), date.node > teaser || !isNearTitle(date.node) { continue }
      ballot.add(candidate(date))
    }
    if let date = DateReader.fromAddress(reading.address) {
      let score = date.utf8.count >= 10 ? 0.66 : 0.3
      ballot.add(
        Candidate(date, source: "address", .path(reading.address.path), rule: "a date in the address", score: score))
    }
    ballot.reward(agreement: 0.1) { $0.utf8.prefix(10).elementsEqual($1.utf8.prefix(10)) }
    if let discussion = reading.discussion {
      addFirstPost(of: discussion, to: &ballot)
    } else {
      addDateline(to: &ballot)
    }
    addExact(to: &ballot)
    return ballot
  }

  /// The day of a thread is that of its first post.
  private func addFirstPost(of discussion: Discussion, to ballot: inout Ballot<String>) {
    guard let found = PostDates(reading: reading).first(of: discussion.posts, language: language) else { return }
    let isTold = reading.data.articles.contains { $0.isStarter && $0.datePublished != nil }
    ballot.add(
      Candidate(
        found.date, source: "page", .node(found.node), rule: "the day of the first post",
        score: discussion.startsApart ? 0.6 : isTold || !reading.forumSigns.isSure ? 0.7 : 1))
  }

  private func addMeta(to ballot: inout Ballot<String>) {
    let kind = reading.meta.all("og:type").first?.lowercased() ?? "article"
    let isText = kind != "website" && !kind.contains("product")
    add(["article:published_time"], isText ? 0.82 : 0.3, to: &ballot)
    let before = ballot.candidates.count
    add(Self.metaNames, 0.68, to: &ballot)
    guard ballot.candidates.count == before else { return }
    for (name, value) in reading.meta.entries(containing: "publish") where !name.contains("publisher") {
      guard let date = read(value) else { continue }
      ballot.add(Candidate(date, source: "meta", .path(name), rule: "<meta> \(name)", score: 0.6))
    }
  }

  private static let metaNames = [
    "og:article:published_time", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "article.published", "datepublished", "date.published", "publish-date", "publish_date", "pubdate",
    "publication_date", "dcterms.created", "dcterms.date", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "og:published_time", "cxenseparse:recs:publishtime", "dc.date", "date", "created", "originalpublicationdate",
    "article:published", "rnews:datepublished", "citation_date", "citation_online_date",
  ]

  /// A printed date as a candidate.
  private func candidate(_ date: PrintedDate) -> Candidate<String> {
    var score = place(date.node) - (date.isAside ? (isNearTitle(date.node) ? 0.05 : 0.15) : 0)
    if date.isInCard { score -= 0.11 }
    let rule: String
    switch date.holder {
    case .time:
      score += 0.5
      if document.attribute(date.node, named: "pubdate") != nil { score += 0.1 }
      let called = survey.inheritedSignals(date.node, below: max(document.parent(date.node) - 1, 0))
      if called.contains(.date) { score += 0.06 }
      rule = "a <time> element"
    case .called:
      score += 0.42
      rule = "an element called date"
    case .line:
      // A line that is little more than its date is surer than one that mentions it.
      score += 0.3 + 0.15 * date.share
      rule = "a short line with a date"
    case .opening:
      score = 0.46
      rule = "the day with which the text opens"
    case .label:
      score = 0.55
      rule = "a line behind the text that says when it was published"
    }
    // It is the page's more likely where nothing prints another day.
    if !date.isAside, date.isLabelled, date.holder == .line { score += 0.1 }
    if date.isAside, date.isLabelled { score += printed.contains { !$0.isAside && !$0.isUpdate } ? 0.12 : 0.2 }
    return Candidate(date.date, source: "page", .node(date.node), rule: rule, score: score)
  }

  /// Where one day is printed under the headline, it is the reader's day of publication: metadata often tells the day in
  /// UTC, of the first draft or of another edition.
  private func addDateline(to ballot: inout Ballot<String>) {
    guard let winner = ballot.winner, titleNode != nil else { return }
    let day = winner.value.prefix(10)
    let isPrinted = printed.contains { date in
      date.text != nil && !date.isUpdate && date.day == day
        && (date.node == winner.node || date.holder == .label || isUnderHeadline(date.node))
    }
    guard !isPrinted else { return }
    let lines = printed.filter { date in
      !date.isUpdate && !date.isAside && date.text != nil && date.date.utf8.count >= 10 && date.share >= 0.4
        && isUnderHeadline(date.node) && document.closest(date.node, .a) == nil
    }
    guard let line = lines.first, lines.allSatisfy({ $0.day == line.day }), PrintedDates.swapped(line.date) != day
    else { return }
    var candidate = candidate(line)
    candidate.score = winner.score + 0.01
    candidate.rule += ", the only day printed under the headline"
    ballot.add(candidate)
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
    for date in printed where date.day == day {
      guard let text = date.text else { continue }
      let score =
        (date.holder == .line || date.holder == .label || date.holder == .opening ? 0.5 : 0.7) + place(date.node)
      ballot.add(
        Candidate(
          text, source: "page", .node(date.node), rule: "the day as printed", score: date.isUpdate ? 0.3 : score))
    }
    return ballot
  }

  // MARK: Modified

  func modified() -> Ballot<String> {
    var ballot = Ballot<String>("modified", threshold: 0.4)
    for article in reading.data.articles.prefix(4) where article.belonging != .elsewhere {
      if let date = article.dateModified.flatMap(read) {
        ballot.add(Candidate(date, from: article, "dateModified", score: 0.8))
      }
    }
    add(["article:modified_time", "og:updated_time"], 0.75, to: &ballot)
    add(
      ["dcterms.modified", "dc.date.modified", "last-modified", "datemodified", "revised", "article:modified"], 0.6,
      to: &ballot)
    for date in printed where date.isUpdate && !date.isAside && reading.isInArticle(date.node) {
      let score = date.holder == .time ? 0.6 : 0.4 + place(date.node)
      ballot.add(Candidate(date.date, source: "page", .node(date.node), rule: "a day called updated", score: score))
    }
    return ballot
  }

  // MARK: Sources

  private func read(_ text: String) -> String? {
    DateReader.iso(text) ?? DateReader.read(text, language: language)
  }

  private func add(_ names: [String], _ score: Double, to ballot: inout Ballot<String>) {
    for name in names {
      guard let date = reading.meta.all(name).first.flatMap(read) else { continue }
      ballot.add(Candidate(date, source: "meta", .path(name), rule: "<meta> \(name)", score: score))
    }
  }

  // MARK: Places

  private func place(_ node: Int) -> Double {
    var score = 0.0
    if reading.isInArticle(node) { score += 0.1 }
    if isNearTitle(node) || isUnderHeadline(node) { score += 0.12 }
    if isDeepInText(node) { score -= 0.12 }
    return score
  }

  private func isNearTitle(_ node: Int) -> Bool {
    titleNode.map { node > $0 - 40 && node < $0 + 80 } ?? false
  }

  /// Between the headline and the first sentences of the text, with all that may stand there: pictures, buttons.
  private func isUnderHeadline(_ node: Int) -> Bool {
    guard let titleNode, node > titleNode, reading.isInArticle(node) else { return false }
    return reading.region.map { node < $0.start + 60 } ?? (node < titleNode + 80)
  }

  private func isInText(_ node: Int) -> Bool {
    reading.region.map { node > $0.start && $0.contains(node, in: survey) } ?? false
  }

  private func isDeepInText(_ node: Int) -> Bool {
    reading.region.map { node > $0.start + 60 && $0.contains(node, in: survey) } ?? false
  }

  /// The first of the headings in the text that link to other pages, when there are several of them and several days:
  /// the text is, or ends as, a list of other pages.
  private var firstTeaser: Int? {
    let days = Set(printed.lazy.filter { $0.holder != .label && isInText($0.node) }.map(\.day))
    guard days.count >= 3 else { return nil }
    var linked: [Int] = []
    for node in survey.landmarks.headings.prefix(80) where isInText(node) && survey.linkDensity(node) > 0.8 {
      let link =
        document.closest(node, .a) ?? document.subtree(node).prefix(30).first { document.tag($0) == .a }
      guard let href = link.flatMap({ document.attribute($0, .href) }), let target = survey.address.resolving(href),
        target.path != reading.address.path
      else { continue }
      linked.append(node)
      if linked.count == 3 { return linked[0] }
    }
    return nil
  }
}
