internal import StetHTML
internal import StetModel

/// What is reviewed: as structured data says it, else from the words of the headline, a data box, a bibliographic note, or
/// the work that the first sentences name. A page that does not name it plainly has none.
struct ItemField {
  private let reading: PageReading
  private let title: String?
  private let siteName: String?
  /// Tags, categories and breadcrumb of the page.
  private let terms: [Term]
  /// Whether other evidence makes the page a review.
  private let isReview: Bool
  private let hasRating: Bool
  private let evidence: ReviewEvidence
  /// Who wrote the page.
  private let authors: [String]
  /// The type that the page's own words name, wherever they do.
  private let type: String?

  init(reading: PageReading, review: Review, evidence: ReviewEvidence) {
    self.reading = reading
    title = review.title
    siteName = review.siteName
    terms = review.tags + review.categories + review.breadcrumb
    hasRating = review.rating != nil
    isReview = hasRating || evidence.allowsRating
    self.evidence = evidence
    authors = review.authors.map(\.name)
    type = Self.type(reading, review: review, evidence)
  }

  /// What the headline calls it, else one of the page's other titles, its sections, or the folders of its address.
  private static func type(_ reading: PageReading, review: Review, _ evidence: ReviewEvidence) -> String? {
    if let type = review.title.flatMap(ItemKind.type(ofTitle:)) { return type }
    for other in evidence.otherTitles {
      if let type = ItemKind.type(ofTitle: other.title) { return type }
    }
    let folders = reading.address.path.split(separator: "/").dropLast().map(String.init)
    return ItemKind.type(ofSections: (review.categories + review.breadcrumb).map(\.name) + folders)
      ?? ItemKind.type(ofSections: ReviewEvidence.sections(reading))
      ?? ItemKind.type(ofSections: review.tags.map(\.name))
  }

  func ballot() -> Ballot<ReviewItem> {
    var ballot = Ballot<ReviewItem>("item", threshold: 0.5)
    for article in reading.data.articles.prefix(4) where article.belonging != .elsewhere {
      guard let item = article.item, !isPageItself(item, article) else { continue }
      ballot.add(Candidate(told(item), from: article, "itemReviewed", score: isDoubtful(item) ? 0.66 : 0.85))
    }
    guard evidence.isOfOne, !evidence.isSurvey else { return ballot }
    addFromTitles(to: &ballot)
    if let (item, node) = BookNote(reading).find() {
      ballot.add(Candidate(item, source: "page", .node(node), rule: "a bibliographic note gives it", score: 0.6))
    }
    if isReview { addFromPage(reading.box, to: &ballot) }
    ballot.adjust { $0.value = completed($0.value, reading.box) }
    return ballot
  }

  /// An item with what the page says of it elsewhere: its type, who made it, its year.
  private func completed(_ item: ReviewItem, _ box: DataBox) -> ReviewItem {
    var item = item
    item.type = item.type ?? type ?? (isReview ? box.type : nil)
    if item.creators.isEmpty { item.creators = box.makers(of: item.type, authors: authors) }
    if item.creators.isEmpty, isReview { item.creators = makers(behind: item.name) }
    item.year = item.year ?? (isReview ? box.year : nil)
    return item
  }

  /// Who made it, where the text names them behind its name: "The Salt Road by Ada Example is …".
  private func makers(behind name: String) -> [String] {
    guard let region = reading.region, name.utf8.count > 3 else { return [] }
    let search = TextSearch(reading.document)
    for place in search.places(of: name, in: search.range(from: region.start, to: region.end), limit: 3) {
      let words = text(behind: place + name.utf8.count, search).drop { "”’\"'»“ ".contains($0) }.spacedWords
      guard let link = words.first, link == "by" || link == "von", words.count > 2 else { continue }
      var maker: [Substring] = []
      for word in words.dropFirst().prefix(4) {
        guard word.first?.isUppercase == true else { break }
        let plain = word.prefix { $0.isLetter || "-’'.".contains($0) }
        maker.append(plain.last == "." && plain.count > 2 ? plain.dropLast() : plain)
        if plain.count < word.count || maker.last?.count != plain.count { break }
      }
      let found = maker.joined(separator: " ")
      guard (2...3).contains(maker.count), PersonName.isPlausible(found), PersonName.isFull(found),
        !PersonName.holdsOrganization(found), !authors.contains(found)
      else { continue }
      return [found]
    }
    return []
  }

  /// Plugins by which readers rate a post give the post as the thing that is rated; and a headline that says "review" is
  /// no thing's name.
  private func isPageItself(_ item: ReviewItem, _ article: LinkedArticle) -> Bool {
    guard let title, WordBag(item.name).equals(WordBag(title)) else { return false }
    if TitlePattern.callsItselfReview(title) { return true }
    return item.type == nil || item.type == "CreativeWork" ? !isReview : article.isOfPageItself(title)
  }

  /// An item as structured data tells it; of "Artist: Album" the album.
  private func told(_ item: ReviewItem) -> ReviewItem {
    guard let type = item.type, type.hasPrefix("Music"), item.creators.isEmpty,
      var album = TitleName.album(item.name[...])
    else { return item }
    album.type = type
    return album
  }

  /// Whether an item of no particular type is not what the headline says is reviewed: the place where a play was seen.
  private func isDoubtful(_ item: ReviewItem) -> Bool {
    guard let title, item.type == nil || item.type == "Thing", !WordBag(title).contains(WordBag(item.name)) else {
      return false
    }
    return TitlePattern.item(in: title, isReview: false) != nil
  }

  /// The words behind a place of the text, to the end of their line, as far as a name may reach.
  private func text(behind place: Int, _ search: TextSearch) -> String {
    let document = reading.document
    var bytes: [UInt8] = []
    let first = search.node(at: place)
    let block = reading.survey.block[first]
    for node in reading.nodes(from: first, to: first + 14) {
      if document.tag(node) == .br { break }
      guard document.tag(node) == .text else { continue }
      guard reading.survey.block[node] == block, bytes.count < 80 else { break }
      let range = document.textRange(node)
      bytes += document.text[max(range.lowerBound, place)..<max(range.upperBound, place)].prefix(80)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Titles

  private func addFromTitles(to ballot: inout Ballot<ReviewItem>) {
    if let title, var found = TitlePattern.item(in: title, isReview: isReview) {
      // Books and records are reviewed nowhere; plays, concerts and exhibitions at a place.
      if type == nil { found.item.name = TitleName.withoutVenue(found.item.name) }
      if type == "MusicAlbum", found.item.creators.isEmpty, let album = TitleName.album(found.item.name[...]) {
        (found.item.name, found.item.creators) = (album.name, album.creators)
      }
      found.item.name = asInText(whole(found.item.name, in: title))
      ballot.add(
        Candidate(
          found.item, source: "page", .path("title"), rule: "the headline says it: \(found.pattern)", score: found.score
        ))
    }
    // The page's other titles may be plainer than the headline.
    for other in evidence.otherTitles where !other.isOfHeadline {
      guard var found = TitlePattern.item(in: other.title, isReview: false) else { continue }
      found.item.name = asInText(found.item.name)
      ballot.add(
        Candidate(
          found.item, source: "meta", .path(other.path), rule: "another title says it: \(found.pattern)",
          score: found.score - 0.08))
    }
  }

  /// "Tallow Mini review" is of the Tallow Mini where the text says so, not a mini review of the Tallow.
  private func whole(_ name: String, in title: String) -> String {
    guard let region = reading.region, let place = title.firstRange(of: name) else { return name }
    let next = title[place.upperBound...].split(separator: " ", maxSplits: 1).first ?? ""
    guard title[place.upperBound...].first == " ", next.first?.isUppercase == true,
      ReviewWords.isKind(next.lowercased()), !ReviewWords.isLabel(next.lowercased())
    else { return name }
    let search = TextSearch(reading.document)
    let longer = "\(name) \(next)"
    let places = search.places(of: longer, in: search.range(from: region.start, to: region.end), limit: 2)
    return places.count > 1 ? longer : name
  }

  /// A name without the sentence that it opens, where the text has the name and not the sentence: "The Salt Ledger sails
  /// close to the wind".
  private func asInText(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 2, let region = reading.region else { return name }
    let search = TextSearch(reading.document)
    // The box of facts may stand behind the text.
    let range = search.range(from: region.start, to: max(region.end, reading.document.end(region.article)))
    func holds(_ name: String, _ times: Int) -> Bool { search.places(of: name, in: range, limit: times).count == times }
    if holds(name, 1) { return name }
    // "Kettle One kettle" goes on with a word or two of its own.
    for count in (1..<max(words.count - 2, 1)).reversed() {
      let next = words[count]
      guard next.first?.isLowercase == true, !NameWords.isSmall(String(next)), NameWords.areName(words[..<count]) else {
        continue
      }
      let opening = String(name[..<words[count - 1].endIndex])
      if count > 1 || opening.utf8.count > 4, holds(opening, count > 1 ? 1 : 2) { return opening }
    }
    return name
  }

  // MARK: The page

  private func addFromPage(_ box: DataBox, to ballot: inout Ballot<ReviewItem>) {
    if let title { addFromHeadline(title, box, to: &ballot) }
    if let (name, node) = box.rows[.name] {
      ballot.add(
        Candidate(ReviewItem(name: name), source: "page", .node(node), rule: "a data box gives it", score: 0.56))
    }
    if box.rows[.name] == nil, box.isAboutWork, let (name, node) = box.heading {
      ballot.add(
        Candidate(ReviewItem(name: name), source: "page", .node(node), rule: "it heads a data box", score: 0.55))
    }
    if let (name, node) = AddressName(reading)?.find(title: title), !authors.contains(name) {
      ballot.add(
        Candidate(
          ReviewItem(name: name), source: "page", .node(node), rule: "a name of the text that the address opens with",
          score: 0.53))
    }
    if let title, let (name, node) = headingWithin(title) {
      ballot.add(
        Candidate(
          ReviewItem(name: name), source: "page", .node(node), rule: "a heading that the headline holds", score: 0.54))
    }
    if let title, isNamedByAddress(title) {
      ballot.add(
        Candidate(
          ReviewItem(name: title), source: "page", .path("title"), rule: "all of the headline, under reviews' address",
          score: 0.51))
    }
    if let (name, node) = NamedWork(reading, title: title).find() {
      ballot.add(
        Candidate(
          ReviewItem(name: name), source: "page", .node(node), rule: "the work that the first sentences name",
          score: 0.52))
    }
  }

  private func addFromHeadline(_ title: String, _ box: DataBox, to ballot: inout Ballot<ReviewItem>) {
    if type == "MusicAlbum", let album = TitleName.album(title[...]) {
      ballot.add(
        Candidate(album, source: "page", .path("title"), rule: "the headline names who plays and what", score: 0.57))
    }
    if type == nil || type == "Book", let book = TitleName.book(title[...]), isOfText(book) {
      ballot.add(
        Candidate(book, source: "page", .path("title"), rule: "the headline names who wrote it and what", score: 0.56))
    }
    if let item = TitleName.read(title[...]), isTerm(item.name) {
      ballot.add(Candidate(item, source: "page", .path("title"), rule: "the headline is a tag too", score: 0.6))
    }
    if let name = NamedHeadline(reading).find(in: title, isOverWork: type != nil || box.type != nil) {
      ballot.add(
        Candidate(
          ReviewItem(name: name), source: "page", .path("title"), rule: "the headline opens with a name of the text",
          score: 0.54))
    }
    if let name = openingTerm(title) {
      ballot.add(
        Candidate(
          ReviewItem(name: name), source: "page", .path("title"), rule: "the headline opens with a tag", score: 0.53))
    }
  }

  /// Whether the text names a book and who wrote it, who is not who wrote the page. Of whom an interview is, only the
  /// latter comes again.
  private func isOfText(_ book: ReviewItem) -> Bool {
    guard let region = reading.region, let maker = book.creators.first, !authors.contains(maker) else { return false }
    let search = TextSearch(reading.document)
    let range = search.range(from: region.start, to: region.end)
    let surname = maker.spacedWords.last.map { String($0) } ?? maker
    return [surname, book.name].allSatisfy { !search.places(of: $0, in: range, limit: 1).isEmpty }
  }

  private func isTerm(_ name: String) -> Bool {
    let words = WordBag(name)
    // The last part of a breadcrumb is the headline again, and no link, or one to the page itself.
    return terms.contains { term in
      guard let url = term.url, words.equals(WordBag(term.name)) else { return false }
      return PageAddress(url)?.path != reading.address.path
    }
  }

  /// A heading in the article whose words are a name within the headline: what heads the box of facts or marks.
  private func headingWithin(_ title: String) -> (name: String, node: Int)? {
    guard let region = reading.region else { return nil }
    let words = WordBag(title)
    for node in reading.survey.landmarks.headings.prefix(60) where (5...60).contains(reading.survey.weight[node]) {
      guard node > region.start - 60, node < region.end + 60, reading.document.tag(node) != .h1 else { continue }
      let name = TitleName.unquoted(TitleName.trimmed(reading.survey.line(node)[...]))
      let parts = name.split(separator: " ")
      let bag = WordBag(name)
      guard parts.count > 1, NameWords.areName(parts[...]), bag.words.count < words.words.count, words.contains(bag),
        title.firstRange(of: name) != nil, !isTerm(name), !authors.contains(name), !ReviewWords.isSection(name),
        !reading.isForeign(node)
      else { continue }
      return (name, node)
    }
    return nil
  }

  /// Whether the page's own part of its address is the headline, in a folder of reviews of one sort of works: such pages
  /// are called by what they review.
  private func isNamedByAddress(_ title: String) -> Bool {
    let folders = ASCII.lowercased(reading.address.path).split(separator: "/").dropLast()
    guard hasRating, type != nil, folders.contains(where: ReviewWords.isFolder), !title.contains("?"),
      !title.contains(": "), title.split(separator: " ").count < 6
    else { return false }
    return AddressName.isHeadline(title, reading.address.path)
  }

  /// The longest tag that a headline opens with.
  private func openingTerm(_ title: String) -> String? {
    let words = WordBag(title).words
    let opening = terms.filter { $0.url != nil }.map(\.name).filter { name in
      let bag = WordBag(name).words
      return name.utf8.count > 3 && bag.count < words.count && !bag.isEmpty && words.starts(with: bag)
        && !ReviewWords.isSection(name)
    }
    return opening.max { $0.utf8.count < $1.utf8.count }
  }
}
