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
    /// Whether the lead is the text's own first paragraph: the model takes it for text.
    var holdsLead = false
    /// The node behind the text's last words; nil when it does not stand on the page.
    var end: Int?

    /// Bytes of its text.
    var length: Int { text.blocks.reduce(0) { $0 + $1.plainText.utf8.count } }
  }

  let reading: PageReading
  let title: String?
  /// Where the title stands, when it stands on the page.
  let titleNode: Int?
  let lead: String?
  /// Where the lead stands, when the page is taken for saying so; nil when its site's profile says what the lead is.
  let leadNode: Int?
  /// Nodes that are fields of their own.
  let spent: Set<Int>
  /// Fields that are lines of their own on the page: who wrote it, and when.
  let printed: [String]
  /// Whether the page is a review of something.
  let isReview: Bool

  /// The body; nil when the page has next to no words.
  func read() -> Result? {
    guard var chosen = reading.isRegionFromProfile ? named() : learned() else { return told() ?? everything() }
    if let lead, !chosen.holdsLead, let first = chosen.text.blocks.first, WordBag(first.plainText).equals(WordBag(lead))
    {
      chosen.text.blocks.removeFirst()
    }
    guard chosen.text.blocks.contains(where: { !$0.plainText.isEmpty }) else { return told() ?? everything() }
    if let told = told(), told.length > 2 * chosen.length { return told }
    return chosen
  }

  /// The text where the site's profile says that it stands.
  private func named() -> Result? {
    guard let region = reading.region else { return nil }
    return result(
      region.roots, region.clutter, nil, confidence: region.confidence, source: "profile",
      rule: "the site profile names it", excluding: spent)
  }

  /// The blocks that the model takes for text.
  private func learned() -> Result? {
    let model = BlockModel(reading, titleNode: titleNode)
    guard let root = model.root else { return nil }
    var spent = spent
    let holdsLead = leadNode.map { model.hasText($0, in: reading.document) } ?? false
    if holdsLead, let leadNode { spent.remove(leadNode) }
    var result = result(
      [root], reading.region?.clutter ?? ClutterMap.draw(reading.survey), model, confidence: model.promise,
      source: "page", rule: "the blocks that read like the text of a page", excluding: spent)
    result.holdsLead = holdsLead
    result.end = model.end(in: reading.document)
    return result
  }

  private func result(
    _ roots: [Int], _ clutter: ClutterMap, _ model: BlockModel?, confidence: Double, source: String, rule: String,
    excluding spent: Set<Int>
  ) -> Result {
    let path = NodePath(reading.document).describe(roots.first ?? 0)
    return Result(
      text: blocks(roots, clutter, model, excluding: spent), confidence: confidence,
      provenance: Provenance(source: source, at: path),
      rule: rule)
  }

  /// Why a page has nothing to read.
  /// - Parameter obstacle: what the page's words and scripts say that it is.
  static func nothingToRead(_ reading: PageReading, _ obstacle: Obstacle?) -> ExtractError {
    if let obstacle, obstacle.code != .script {
      return ExtractError(.unreadable, "the page is \(obstacle.reason)", obstacle: obstacle)
    }
    if reading.survey.landmarks.scripts > 0 {
      return ExtractError(
        .unreadable,
        "the page has no readable text: its text is drawn by script. Save it from a browser, then extract the file",
        obstacle: obstacle ?? Obstacle(code: .script, maker: nil, sign: "<script>"))
    }
    return ExtractError(.unreadable, "the page has no readable text")
  }

  /// The text as structured data gives it: the only place that has it on pages that a script draws.
  private func told() -> Result? {
    guard let (body, article) = reading.data.first({ $0.articleBody ?? $0.reviewBody }), body.utf8.count > 400 else {
      return nil
    }
    let paragraphs = body.utf8.split(separator: UInt8(ascii: "\n"))
      .map { ReadingText.normalized(String(Substring($0))) }.filter { !$0.isEmpty }
    return Result(
      text: BodyText(blocks: paragraphs.map { Block.paragraph(text: $0) }), confidence: 0.8,
      provenance: Provenance(source: article.source.rawValue, at: "\(article.path).articleBody"),
      rule: "structured data has more of the text than the page")
  }

  private func blocks(_ roots: [Int], _ clutter: ClutterMap, _ model: BlockModel?, excluding spent: Set<Int>)
    -> BodyText
  {
    var excluded = spent
    if isReview { for root in roots { excluded.formUnion(ReviewBoxes(reading).nodes(in: root)) } }
    let posts = reading.discussion.map { PostParts(discussion: $0, survey: reading.survey) }
    if let posts { excluded.formUnion(posts.signatures()) }
    let containers = posts?.containers() ?? []
    excluded.subtract(roots)
    let pieces = roots.flatMap { root in
      BlockBuilder.build(
        root, reading.survey, clutter: clutter, model: model, excluding: excluded, containers: containers)
    }
    return BodyFilter(document: reading.document, title: title, printed: printed).filter(pieces)
  }

  /// All the words of a page that has no running text: an error page, a very short note. Not the message of a page
  /// whose text a script would draw.
  private func everything() -> Result? {
    let body = (0..<reading.document.count).first { reading.document.tag($0) == .body } ?? 0
    let text = blocks([body], reading.region?.clutter ?? ClutterMap.draw(reading.survey), nil, excluding: spent)
    let plain = text.blocks.map(\.plainText).joined(separator: " ")
    guard TextMeasure(Array(plain.utf8).span).weight >= 25 else { return nil }
    if ObstacleJudge.asksForScript(plain) { return nil }
    let path = NodePath(reading.document).describe(body)
    return Result(
      text: text, confidence: 0.1, provenance: Provenance(source: "page", at: path),
      rule: "all words of a page without running text")
  }
}
