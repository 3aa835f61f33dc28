internal import StetExtract
internal import StetModel

/// Why a record is as it is: for each field the value, its rule and place, and the candidates that lost.
///
///     title   ✓ 0.90  The Long Night
///                     page     article > h1         a heading
///             ✗ 0.25  The Second Reel
///                     json-ld  WebSite.name         the name of the site
///
/// A place is a selector where it is one of the page, so that it can be taken into a site profile.
struct ExplanationRendering {
  let style: TextStyle
  /// Columns of a line.
  let width: Int

  /// The explanation as lines.
  func render(_ extraction: Extraction) -> String {
    let review = extraction.review
    var lines = [
      style.bold(VisibleText.line(review.url)),
      style.dim(
        "kind \(review.kind.rawValue) · confidence \(Self.score(review.confidence)) · charset \(extraction.charset)"
          + (extraction.extractor.profile.map { " · profile \(VisibleText.line($0))" } ?? "")),
    ]
    let explanations = Self.inRecordOrder(extraction)
    let columns = Columns(explanations, width: width)
    for explanation in explanations { lines += [""] + self.lines(explanation, columns) }
    let silent = Self.fields.filter { field in !explanations.contains { $0.field == field } }
    if !silent.isEmpty { lines += ["", style.dim("without any candidate: " + silent.joined(separator: ", "))] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The fields that a page may have, in the order of the record's members.
  private static let fields = [
    "title", "byline", "authors", "authorBio", "published", "modified", "lead", "body", "tags", "categories",
    "breadcrumb", "rating", "item", "pros", "cons", "verdict", "siteName", "language", "comments",
  ]

  /// How wide the columns are.
  private struct Columns {
    /// The names of the fields.
    let field: Int
    /// Where values, and below them the sources, begin.
    let indent: Int
    let width: Int

    init(_ explanations: [FieldExplanation], width: Int) {
      field = explanations.map(\.field.count).max() ?? 0
      indent = field + 10
      self.width = max(width, indent + 40)
    }
  }

  /// The fields in the order of the record's members; what the record does not have comes last.
  private static func inRecordOrder(_ extraction: Extraction) -> [FieldExplanation] {
    let names = extraction.review.json.object?.members.map(\.name) ?? []
    return names.flatMap { name in extraction.explanations.filter { $0.field == name } }
      + extraction.explanations.filter { !names.contains($0.field) }
  }

  private func lines(_ explanation: FieldExplanation, _ columns: Columns) -> [String] {
    let name = style.bold(Self.padded(explanation.field, columns.field)) + "  "
    let blank = String(repeating: " ", count: columns.field + 2)
    let indent = String(repeating: " ", count: columns.indent)
    let winners = [explanation.winner].compactMap(\.self)
    let places = Self.places(winners + explanation.losers, width: columns.width - columns.indent)
    var lines: [String] = []
    for winner in winners {
      let value = VisibleText.line(winner.value, width: columns.width - columns.indent)
      lines.append(name + style.green("✓ " + Self.score(winner.score)) + "  " + value)
      lines.append(indent + style.cyan(places[0]))
    }
    if winners.isEmpty { lines.append(name + style.yellow("none of these was good enough")) }
    for (loser, place) in zip(explanation.losers, places.dropFirst(winners.count)) {
      let value = VisibleText.line(loser.value, width: columns.width - columns.indent)
      lines.append(blank + style.red("✗ ") + style.dim(Self.score(loser.score) + "  " + value))
      lines.append(indent + style.dim(place))
    }
    return lines
  }

  /// "json-ld  Review.name  the name of the review", in columns as wide as the candidates of one field need.
  private static func places(_ candidates: [FieldExplanation.Candidate], width: Int) -> [String] {
    let cells = candidates.map { candidate in
      [candidate.provenance.source, candidate.provenance.at, candidate.rule].map { VisibleText.line($0) }
    }
    let longest = (0..<3).map { column in cells.map { $0[column].count }.max() ?? 0 }
    // A place has what the rule leaves, and the rule half of the line at least.
    let left = width - longest[0] - 4
    let place = min(longest[1], max(left - longest[2], left / 2))
    return cells.map { cell in
      start(of: "\(padded(cell[0], longest[0]))  \(padded(end(of: cell[1], place), place))  \(cell[2])", width)
    }
  }

  /// A path that is too long loses its beginning: the element itself stands at its end.
  private static func end(of text: String, _ width: Int) -> String {
    text.count <= width ? text : "…" + text.suffix(max(0, width - 1))
  }

  private static func start(of text: String, _ width: Int) -> String {
    var cut = text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
    while cut.last == " " { cut.removeLast() }
    return cut
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Two digits after the point.
  private static func score(_ score: Double) -> String {
    let hundredths = Int((min(max(score, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// `{"url", "kind", "confidence", "charset", "extractor", "fields": [{"field", "winner"?, "losers"?}]}`.
  static func json(_ extraction: Extraction) -> JSONValue {
    let fields = inRecordOrder(extraction).map { explanation -> JSONValue in
      var object: JSONObject = ["field": .string(explanation.field)]
      object["winner"] = explanation.winner.map(json)
      if !explanation.losers.isEmpty { object["losers"] = .array(explanation.losers.map(json)) }
      return .object(object)
    }
    return .object([
      "url": .string(extraction.review.url), "kind": .string(extraction.review.kind.rawValue),
      "confidence": .number(extraction.review.confidence), "charset": .string(extraction.charset),
      "extractor": extraction.extractor.json, "fields": .array(fields),
    ])
  }

  private static func json(_ candidate: FieldExplanation.Candidate) -> JSONValue {
    .object([
      "value": .string(candidate.value), "source": .string(candidate.provenance.source),
      "at": .string(candidate.provenance.at), "rule": .string(candidate.rule), "score": .number(candidate.score),
    ])
  }
}
