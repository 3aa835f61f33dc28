internal import StetHTML
internal import StetModel

/// The reviewer's own rating. Absent is the rule: readers' votes, sub-scores and other reviews' ratings are not taken.
///
/// Where nothing else says that the page is a review, only what a reviewer writes over or under a text is taken: a line
/// that is a rating with its scale.
struct RatingField {
  let reading: PageReading
  let title: String?
  let titleNode: Int?
  let evidence: ReviewEvidence
  /// Whether the text has an author or a date, as texts of people have.
  let isSigned: Bool

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  func ballot() -> Ballot<Rating> {
    var ballot = Ballot<Rating>("rating", threshold: 0.5)
    for article in reading.data.articles.prefix(4) where article.belonging != .elsewhere {
      guard let rating = article.rating, evidence.strength > .none || !article.isOfPageItself(title) else { continue }
      ballot.add(Candidate(rating, from: article, "reviewRating", score: 0.85))
    }
    guard evidence.allowsRating || isSigned && !evidence.isOfMany else { return ballot }
    let printed = lines().compactMap { line($0.node, isLast: $0.isLast) } + labelledLines()
    single(printed, orTwo: evidence.allowsRating).forEach { ballot.add($0) }
    if !evidence.allowsRating {
      // Stars under the headline, with words for those who do not see them, make a text a review.
      let drawn = survey.landmarks.ratings.prefix(60).filter(isUnderHeadline).compactMap(named)
      single(drawn.filter { $0.value.best != nil }).forEach { ballot.add($0) }
    } else {
      single(survey.landmarks.ratings.prefix(60).compactMap(named)).forEach { ballot.add($0) }
      single(images().compactMap(image)).prefix(4).forEach { ballot.add($0) }
    }
    single(unnamed()).forEach { ballot.add($0) }
    ballot.reward(agreement: 0.1) { $0.value == $1.value }
    return ballot
  }

  /// Drawings in the text or by the headline that are told in words, and rows of stars.
  private func unnamed() -> [Candidate<Rating>] {
    guard let region = reading.region else { return [] }
    // The headline may stand a little before the text; what stands behind it is other pages' or readers'.
    let range = max(0, min(titleNode ?? region.start, region.start) - 10)..<min(region.end, document.count)
    return UnnamedRatings(reading, titleNode: titleNode).all(in: range).compactMap { found in
      // A drawing itself has no words, and is not among what is visible.
      guard isOwn(document.parent(found.node)), !isReaderVote(found.node),
        evidence.allowsRating || isUnderHeadline(found.node) && UnnamedRatings.isChosen(found.rating)
      else { return nil }
      return Candidate(
        found.rating, source: "page", .node(found.node), rule: found.rule, score: 0.52 + place(found.node))
    }
  }

  /// Ratings of several things, or of several aspects of one, are none of the whole, but for the one that says so.
  private func single(_ all: [Candidate<Rating>], orTwo: Bool = false) -> [Candidate<Rating>] {
    // A rating beside a link is that of what the link leads to, if there is another.
    let unlinked = all.filter { $0.node.map { survey.linkWeight[$0] == 0 && document.closest($0, .a) == nil } ?? true }
    let candidates = unlinked.isEmpty ? all : unlinked
    let values = candidates.reduce(into: [Rating.Value]()) {
      if !$0.contains($1.value.value) { $0.append($1.value.value) }
    }
    guard values.count > 1 else { return candidates }
    let totals = candidates.filter { $0.node.map(isTotal) ?? false }
    if totals.isEmpty { return orTwo && values.count == 2 ? candidates : [] }
    return totals.allSatisfy { $0.value.value == totals[0].value.value } ? totals : []
  }

  /// Whether an element, or the small one round it, is called or says that it sums up.
  private func isTotal(_ node: Int) -> Bool {
    // The element round it may hold its label, but no other ratings.
    for holder in [node, max(document.parent(node), 0)] where survey.weight[holder] <= survey.weight[node] + 16 {
      if RatingReader.saysTotal(survey.line(holder)) { return true }
      if isCalled(holder, ["total", "overall", "final", "gesamt", "editor", "verdict"], by: [.class, .id]) {
        return true
      }
    }
    return false
  }

  /// Whether an element stands close under the headline and readers cannot vote in it.
  private func isUnderHeadline(_ node: Int) -> Bool {
    guard let titleNode, node > titleNode, reading.isInArticle(node), survey.linkWeight[node] == 0 else { return false }
    let (start, end) = (document.textRange(titleNode).upperBound, document.textRange(node).lowerBound)
    return end - start < 300
      && !document.subtree(node).prefix(60).contains {
        [.a, .input, .button, .form, .label].contains(document.tag($0))
      }
  }

  /// An element called rating, score or stars.
  private func named(_ node: Int) -> Candidate<Rating>? {
    guard isOwn(node), survey.weight[node] < 80, reading.isInArticle(node) || document.closest(node, .a) == nil else {
      return nil
    }
    let line = survey.line(node)
    guard !RatingReader.isReaderVote(line), !isReaderVote(node) else { return nil }
    guard let rating = line.isEmpty ? DrawnRating(document).read(node) : printed(node, line) else { return nil }
    return Candidate(
      rating, source: "page", .node(node), rule: "an element called rating or score",
      score: (rating.best == nil ? 0.5 : 0.6) + place(node))
  }

  /// The rating in the words of an element; where they are a label only, the one that is drawn beside it.
  private func printed(_ node: Int, _ line: String) -> Rating? {
    RatingReader.read(line, context: .labelled)
      ?? (line.utf8.count < 24 || line.hasPrefix("starstar") ? DrawnRating(document).read(node) : nil)
  }

  /// Short lines that are a rating: at the end of the text, beside the headline, or with a label.
  private func lines() -> [(node: Int, isLast: Bool)] {
    guard let region = reading.region else { return [] }
    let top = max(0, min(titleNode ?? region.start, region.start) - 20)
    var found: [(Int, Bool)] = []
    var lastProse = region.start
    for node in reading.nodes(from: top, to: region.end + 150) where survey.ownWeight[node] > 0 || startsLine(node) {
      guard survey.isVisible[node], found.count < 400 else { continue }
      if survey.ownWeight[node] > 60, region.contains(node, in: survey) { lastProse = node }
      guard survey.ownWeight[node] < 400, mayRate(node) else { continue }
      if survey.ownWeight[node] <= 70 || lastLine(node) != nil, isOwn(node) { found.append((node, false)) }
    }
    // The last sentences of a review often end with the rating.
    found = found.map { ($0.0, $0.0 >= lastProse) }
    if survey.ownWeight[lastProse] > 60 { found.append((lastProse, true)) }
    return found
  }

  /// Whether a bold or coloured run of words stands at the start of a line, as ratings do on old pages.
  private func startsLine(_ node: Int) -> Bool {
    guard [.b, .strong, .font, .span, .em, .i].contains(document.tag(node)), (3...60).contains(survey.weight[node])
    else { return false }
    for before in stride(from: node - 1, to: max(node - 4, 0), by: -1) {
      if document.tag(before) == .br || document.tag(before) == .hr { return true }
      guard survey.weight[before] == 0 else { return false }
    }
    return false
  }

  /// A line that ends a block of several, parted by `<br>`: "… Sound: 9 / Total: 8.5".
  private func lastLine(_ node: Int) -> String? {
    let range = document.subtree(node)
    guard range.count < 400,
      let cut = range.last(where: {
        document.tag($0) == .br && document.textRange($0).lowerBound < document.textRange(node).upperBound - 2
      }), Int(survey.block[cut]) == node
    else { return nil }
    let start = document.textRange(cut).lowerBound
    let text = words(start..<document.textRange(node).upperBound)
    guard (1...70).contains(text.utf8.count) else { return nil }
    // The last of several marks is the whole's only if it says so.
    let before = range.last { document.tag($0) == .br && document.textRange($0).lowerBound < start - 2 } ?? node
    let line = words(document.textRange(before).lowerBound..<start)
    if line.utf8.count < 60, RatingReader.read(line, context: .inText) != nil, !RatingReader.saysTotal(text) {
      return nil
    }
    return text
  }

  /// Lines parted by `<br>` that open with a label and go on with a rating: "My rating: 4 of 5 stars". Elsewhere than at
  /// the end of a block, where every line is looked at.
  private func labelledLines() -> [Candidate<Rating>] {
    guard let region = reading.region else { return [] }
    var found: [Candidate<Rating>] = []
    for node in document.subtree(region.article) where document.tag(node) == .br && found.count < 8 {
      let block = Int(survey.block[node])
      guard survey.ownWeight[block] > 70 else { continue }
      let start = document.textRange(node).lowerBound
      let room = document.text[start..<max(start, min(start + 120, document.textRange(block).upperBound))]
      guard Self.openingFilter.mayOpen(room), isOwn(block),
        let text = LabelledText(reading).line(from: node, maximumBytes: 70),
        RatingReader.opensWithLabel(text), let rating = RatingReader.read(text, context: .inText),
        isWhole(rating, text), rating.best != nil || evidence.allowsRating
      else { continue }
      found.append(
        Candidate(rating, source: "page", .node(block), rule: "a line with a label", score: 0.52 + place(block)))
    }
    return found
  }

  private static let openingFilter = WordFilter(
    Array(RatingWords.labels) + ["my", "our", "mein", "meine", "ma", "mi", "minha", "mio"], prefixBytes: 64)

  private func words(_ range: Range<Int>) -> String {
    ReadingText.normalized(String(decoding: document.text[range], as: UTF8.self))
  }

  private func line(_ node: Int, isLast: Bool) -> Candidate<Rating>? {
    guard mayRate(node), evidence.allowsRating || mayBeWhole(node), !isCounter(node) else { return nil }
    // What stands in a link whole is said of what it leads to.
    guard survey.linkDensity(node) < 0.9 else { return nil }
    var text = lastLine(node) ?? survey.line(node)
    if text.utf8.count > 200 {
      // The end of a long paragraph, but not of a box of many lines.
      guard survey.weight[node] <= 2 * survey.ownWeight[node], survey.linkDensity(node) < 0.3 else { return nil }
      text = String(text.suffix(60))
    }
    guard
      let rating = RatingReader.read(text, context: isLast && evidence.allowsRating ? .atEnd : .inText)
        ?? beside(node, text)
    else {
      return nil
    }
    // A bare fraction far from either end of the text may be anything.
    var score = 0.42 + (isLast ? 0.16 : 0) + (rating.best != nil ? 0.05 : 0) + place(node)
    if evidence.allowsRating {
      if isWhole(rating, text) { score += 0.05 }
    } else {
      guard isWhole(rating, text), let bar = bar(for: rating, text, node, isLast: isLast) else { return nil }
      score -= bar
    }
    return Candidate(rating, source: "page", .node(node), rule: "a line that is a rating", score: score)
  }

  /// What a line's score loses where nothing else says that the page is a review; nil where such a line is none. What a
  /// reviewer calls his own ("Our rating: 4/5"), and a row of stars with empty ones, lose nearly nothing.
  private func bar(for rating: Rating, _ text: String, _ node: Int, isLast: Bool) -> Double? {
    let isOwn = RatingReader.opensAsOwn(text)
    // A letter has no scale, and gained nothing by it.
    if case .grade = rating.value, !isListed(node) {
      return isOwn ? -0.05 : isLast && RatingReader.opensWithLabel(text) ? 0.05 : nil
    }
    guard rating.best != nil else { return nil }
    if RatingReader.isRowOfStars(text) { return document.closest(node, .blockquote, .figure) == nil ? 0.02 : nil }
    if isListed(node) { return isOwn || rating.text.contains("★") ? 0.02 : nil }
    return isOwn ? 0.02 : isLast ? 0.08 : 0.2
  }

  private func isListed(_ node: Int) -> Bool { document.closest(node, .td, .li) != nil }

  private func images() -> [Int] {
    guard let region = reading.region else { return [] }
    let range = document.subtree(region.article)
    return range.filter { node in
      guard document.tag(node) == .img, !reading.isForeign(node) else { return false }
      // Stars beside a link, or in a cell of links, are those of what they lead to; and readers have stars of their own.
      if let cell = document.closest(node, .td), survey.linkDensity(cell) > 0.5 { return false }
      let block = Int(survey.block[node])
      guard survey.weight[block] < 200 else { return true }
      return survey.linkWeight[block] == 0 && !RatingReader.isReaderVote(survey.line(block))
    }
  }

  private func image(_ node: Int) -> Candidate<Rating>? {
    for name in [AttributeName.alt, .title] {
      guard let text = document.attribute(node, name), text.utf8.count < 60, !text.isEmpty else { continue }
      if let rating = RatingReader.read(text, context: .labelled),
        rating.best != nil || text.lowercased().contains("star")
      {
        return Candidate(rating, source: "page", .node(node), rule: "the words of an image", score: 0.52 + place(node))
      }
    }
    guard let value = document.value(node, .src), let rating = RatingReader.read(fileOf: document.string(value)) else {
      return nil
    }
    return Candidate(rating, source: "page", .node(node), rule: "the name of a picture", score: 0.5 + place(node))
  }

  /// A rating has a digit, a star, or a word that announces a grade; letters of other scripts may be such words. Where
  /// nothing says that the page is a review it needs its scale.
  private func mayRate(_ node: Int) -> Bool {
    let bytes = document.text[document.textRange(node)]
    // A line has its rating at one of its ends; what holds much more than a line is looked at there alone, so that
    // elements within elements are not read over and over.
    if bytes.count > Self.longestLine {
      return holdsMark(bytes.prefix(Self.longestLine / 2)) || holdsMark(bytes.suffix(Self.longestLine / 2))
    }
    return holdsMark(bytes)
  }

  private static let longestLine = 2000

  private func holdsMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isMark = false
    for byte in bytes {
      // General punctuation (E2 80 …) is no star.
      if ASCII.isDigit(byte) || (byte >= 0xCD && byte != 0xE2) || (isMark && byte != 0x80) { return true }
      isMark = byte == 0xE2
    }
    // "B+" is a line of its own.
    if evidence.allowsRating, bytes.count <= 4, bytes.last == UInt8(ascii: "+") || bytes.last == UInt8(ascii: "-") {
      return true
    }
    // "Grade: A-"
    if bytes.count < 32, Self.labelFilter.mayOpen(bytes) { return true }
    return (evidence.allowsRating || Self.ownerFilter.mayOpen(bytes)) && Self.labelFilter.mayMatch(bytes)
  }

  private static let ownerFilter = WordFilter(Array(RatingWords.owners), prefixBytes: 64)
  private static let labelFilter = WordFilter(
    Array(RatingWords.labels) + Array(RatingWords.totals) + Array(RatingWords.spelled.keys), prefixBytes: 64)

  /// A number in a cell or run of its own, with its label before it: "Rating" | "8" | "Readers" | "9".
  private func beside(_ node: Int, _ text: String) -> Rating? {
    guard evidence.allowsRating, text.utf8.count < 12, let first = text.utf8.first, ASCII.isDigit(first) else {
      return nil
    }
    let parent = document.parent(node)
    guard parent > 0, survey.weight[parent] < 80, survey.weight[parent] > survey.weight[node] else { return nil }
    let label = words(document.textRange(parent).lowerBound..<document.textRange(node).lowerBound)
    let before = "\(label) \(text)"
    guard before.utf8.count < 48, RatingReader.opensWithLabel(before) else { return nil }
    return RatingReader.read(before, context: .labelled)
  }

  /// Whether a line may be a rating with its scale and little else, and stands in the text rather than in a list.
  private func mayBeWhole(_ node: Int) -> Bool {
    let bytes = document.text[document.textRange(node)]
    guard bytes.count <= 120 || lastLine(node) != nil else { return false }
    let isLabelled = Self.labelFilter.mayMatch(bytes)
    let hasScale = bytes.contains { $0 == UInt8(ascii: "/") || $0 >= 0xE2 } || Self.scaleFilter.mayMatch(bytes)
    guard hasScale || isLabelled, reading.isInArticle(node) else { return false }
    // In tables and lists only what says that it is a rating.
    return !isListed(node) || isLabelled && RatingReader.opensWithLabel(survey.line(node))
  }

  private static let scaleFilter = WordFilter(Array(RatingWords.outOf), prefixBytes: 64)

  /// Whether a line is a rating and at most a label: "8/10", "Rating: 4/5".
  private func isWhole(_ rating: Rating, _ text: String) -> Bool {
    text.utf8.count <= rating.text.utf8.count + 24
  }

  // MARK: Whose rating

  private func isOwn(_ node: Int) -> Bool {
    guard survey.isVisible[node], !reading.isForeign(node) else { return false }
    guard let region = reading.region else { return true }
    if document.contains(region.article, node) { return true }
    return node > (titleNode ?? region.start) - 30 && node < region.end + 150
  }

  /// Whether something round the element says that readers voted.
  private func isReaderVote(_ node: Int) -> Bool {
    let parent = max(document.parent(node), 0)
    if [node, parent].contains(where: { isCalled($0, Self.votes, by: [.class, .id, .itemprop]) }) { return true }
    return survey.weight[parent] < 120 && RatingReader.isReaderVote(survey.line(parent))
  }

  /// Whether an element, or one of those round it, counts pictures or pages: "1/10" under a gallery.
  private func isCounter(_ node: Int) -> Bool {
    for holder in [node] + document.ancestors(node).prefix(4) {
      if [.figure, .nav, .button].contains(document.tag(holder)) { return true }
      if isCalled(holder, Self.counters, by: [.class, .id]), !isCalled(holder, Self.noCounters, by: [.class, .id]) {
        return true
      }
    }
    return false
  }

  /// Whether an attribute of an element has one of some words in it, in any case.
  private func isCalled(_ node: Int, _ words: [StaticString], by names: [AttributeName]) -> Bool {
    document.attributeRange(node).contains { index in
      let attribute = document.attributes[index]
      guard names.contains(attribute.name) else { return false }
      let value = document.values[attribute.value.indices]
      return words.contains { ByteSearch.findIgnoringCase($0, in: value) != nil }
    }
  }

  private static let votes: [StaticString] = [
    "user", "reader", "vote", "aggregate", "community", "average", "visitor", "kk-star", "ratingblock", "imdb", "glsr",
    "metacritic", "rotten", "tomato", "goodreads", "rmp-", "yasr-v", "visiteur", "nutzer", "leser", "spectateur",
  ]

  private static let counters: [StaticString] = [
    "counter", "viewercount", "imagecount", "image-count", "photocount", "photo-count", "swiper", "slide", "carousel",
    "gallery", "galerie", "lightbox", "paginat", "pager", "progress",
  ]

  /// A page builder calls any number that it makes large a counter; blogs name what a browser's extension may add pages to.
  private static let noCounters: [StaticString] = ["elementor", "autopager"]

  private func place(_ node: Int) -> Double {
    var score = reading.isInArticle(node) ? 0.05 : 0
    if reading.data.articles.first?.isReview == true { score += 0.05 }
    return score
  }
}
