internal import StetHTML
internal import StetModel

/// The region of the text → its blocks.
struct BodyReader {
  /// A body and why it was chosen.
  struct Result {
    var text: BodyText
    var confidence: Double
    var provenance: Provenance
    var rule: String

    /// Bytes of its text.
    var length: Int { text.blocks.reduce(0) { $0 + $1.plainText.utf8.count } }
  }

  let reading: PageReading
  let title: String?
  let lead: String?
  /// The authors' names: a picture called by one is a portrait, not part of the text.
  let authors: [String]
  /// Nodes that are fields of their own.
  let spent: Set<Int>

  /// The body; nil when the page has next to no words.
  func read() -> Result? {
    guard let region = reading.region else { return told() ?? everything() }
    var text = blocks(region.roots, region.clutter)
    if let lead, let first = text.blocks.first, WordBag(first.plainText).equals(WordBag(lead)) {
      text.blocks.removeFirst()
    }
    guard text.blocks.contains(where: { !$0.plainText.isEmpty }) else { return told() ?? everything() }
    if let told = told(), told.length > 2 * text.blocks.reduce(0, { $0 + $1.plainText.utf8.count }) { return told }
    let path = NodePath(reading.document).describe(region.start)
    let rule =
      reading.isRegionFromProfile ? "the site profile names it" : "the element whose blocks read most like running text"
    let source = reading.isRegionFromProfile ? "profile" : "page"
    return Result(
      text: text, confidence: region.confidence, provenance: Provenance(source: source, at: path), rule: rule)
  }

  /// Why a page has nothing to read.
  static func nothingToRead(_ reading: PageReading) -> ExtractError {
    if reading.survey.landmarks.scripts > 0 || reading.survey.weight[0] == 0 {
      return ExtractError(
        .unreadable,
        "the page has no readable text: its text is drawn by script. Save it from a browser, then extract the file")
    }
    return ExtractError(.unreadable, "the page has no readable text")
  }

  /// The text as structured data gives it: the only place that has it on pages that a script draws.
  private func told() -> Result? {
    guard let (body, article) = reading.data.first({ $0.articleBody ?? $0.reviewBody }), body.utf8.count > 400 else {
      return nil
    }
    let paragraphs = body.split(separator: "\n").map { ReadingText.normalized(String($0)) }.filter { !$0.isEmpty }
    return Result(
      text: BodyText(blocks: paragraphs.map { Block.paragraph(text: $0) }), confidence: 0.8,
      provenance: Provenance(source: article.source.rawValue, at: "\(article.path).articleBody"),
      rule: "structured data has more of the text than the page")
  }

  private func blocks(_ roots: [Int], _ clutter: ClutterMap?) -> BodyText {
    var excluded = spent
    for root in roots { excluded.formUnion(furniture(in: root)) }
    excluded.subtract(roots)
    let pieces = roots.flatMap { root in
      BlockBuilder.build(root, reading.survey, clutter: clutter, excluding: excluded)
    }
    return BodyFilter(reading: reading, title: title, authors: Set(authors.map(AuthorsField.key))).filter(pieces)
  }

  /// All the words of a page that has no running text: an error page, a very short note. Not the message of a page
  /// whose text a script would draw.
  private func everything() -> Result? {
    let body = (0..<reading.document.count).first { reading.document.tag($0) == .body } ?? 0
    let text = blocks([body], reading.region?.clutter ?? ClutterMap.draw(reading.survey))
    let plain = text.blocks.map(\.plainText).joined(separator: " ")
    guard TextMeasure(Array(plain.utf8)[...]).weight >= 25 else { return nil }
    let lower = plain.prefix(500).lowercased()
    if plain.utf8.count < 500, PageWarning.scriptPhrases.contains(where: lower.contains) { return nil }
    let path = NodePath(reading.document).describe(body)
    return Result(
      text: text, confidence: 0.1, provenance: Provenance(source: "page", at: path),
      rule: "all words of a page without running text")
  }

  /// What stands inside the text without being part of it: short elements that are called byline, date, tags and the
  /// like, and teasers, unless teasers are what the page is made of.
  private func furniture(in root: Int) -> [Int] {
    let survey = reading.survey
    let suspects: Signals = [.byline, .date, .meta, .tag, .category, .biography, .author]
    var found: [Int] = []
    var teasers: [Int] = []
    var index = root + 1
    while index < reading.document.end(root) {
      if (!survey.signals[index].isDisjoint(with: suspects) && isFurniture(index)) || isBox(index, in: root) {
        found.append(index)
        index = reading.document.end(index)
      } else if isTeaser(index) {
        teasers.append(index)
        index = reading.document.end(index)
      } else {
        index += 1
      }
    }
    let teaserWeight = teasers.reduce(0) { $0 + Int(survey.weight[$1]) }
    return teaserWeight * 3 < Int(survey.weight[root]) ? found + teasers : found
  }

  /// A box inside the text that is mostly links: a teaser of another page.
  private func isTeaser(_ index: Int) -> Bool {
    switch reading.document.tag(index) {
    case .div, .section, .article, .aside, .header, .fieldset, .center: break
    default: return false
    }
    let survey = reading.survey
    return (1..<500).contains(survey.weight[index]) && survey.linkDensity(index) > 0.5
      && survey.ownPunctuation[index] < 2
  }

  /// A box beside the running text, though it stands in it: marks with pros and cons, offers of shops, readers' votes.
  private func isBox(_ index: Int, in root: Int) -> Bool {
    let survey = reading.survey
    let weight = survey.weight[index]
    guard weight > 0, weight < 900, weight * 3 < survey.weight[root], reading.document.tag(index) != .text else {
      return false
    }
    let signals = survey.signals[index]
    if signals.isSuperset(of: [.rating, .box]) { return true }
    if signals.contains(.rating), weight < 40, reading.document.tag(index) == .div { return true }
    if weight < 600, !signals.isDisjoint(with: [.pros, .cons]), !survey.landmarks.verdicts.isEmpty {
      return reading.document.subtree(index).prefix(400).contains { reading.document.tag($0) == .li }
    }
    if signals.contains(.widget), !signals.contains(.builder), survey.linkDensity(index) > 0.4 { return true }
    // The reviewer's words on a mark are text; what readers voted is not.
    guard weight < 60, survey.ownWeight[index] > 0 else { return false }
    // A count of votes has a digit, of whatever script.
    let hasCount = reading.document.text[reading.document.textRange(index)].contains { ASCII.isDigit($0) || $0 >= 0xD9 }
    return hasCount && RatingReader.isReaderVote(survey.line(index))
  }

  private func isFurniture(_ index: Int) -> Bool {
    let survey = reading.survey
    switch reading.document.tag(index) {
    case .text, .a, .em, .strong, .i, .b, .blockquote, .figure, .figcaption, .img, .code, .pre, .table, .td, .time,
      .cite:
      return false
    default: break
    }
    let weight = survey.weight[index]
    if survey.signals[index].contains(.caption) { return false }
    return weight < 90 || (weight < 500 && survey.linkDensity(index) > 0.6)
  }
}
