internal import StetDiff
internal import StetExtract
internal import StetModel

/// Why a record is as it is: for each field the value, its rule and place, and the candidates that lost.
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
          + (extraction.extractor.profile.map { " · profile \(VisibleText.line($0))" } ?? "")), "",
    ]
    let explanations = Self.inRecordOrder(extraction)
    let column = explanations.map(\.field.count).max() ?? 0
    for explanation in explanations { lines += self.lines(explanation, column: column) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The fields in the order of the record's members; what the record does not have comes last.
  private static func inRecordOrder(_ extraction: Extraction) -> [FieldExplanation] {
    let names = extraction.review.json.object?.members.map(\.name) ?? []
    return names.flatMap { name in extraction.explanations.filter { $0.field == name } }
      + extraction.explanations.filter { !names.contains($0.field) }
  }

  private func lines(_ explanation: FieldExplanation, column: Int) -> [String] {
    let name = Self.padded(explanation.field, column)
    let indent = String(repeating: " ", count: column + 2)
    var lines: [String] = []
    if let winner = explanation.winner {
      let value = VisibleText.line(winner.value, width: max(20, width - column - 8))
      lines.append("\(style.bold(name))  \(style.green(Self.score(winner.score)))  \(value)")
      lines.append(indent + "      " + style.cyan(place(winner, column: column)))
    } else {
      lines.append("\(style.bold(name))  \(style.yellow("none"))  " + style.dim("no candidate was good enough"))
    }
    for loser in explanation.losers {
      let value = VisibleText.line(loser.value, width: max(20, width - column - 10))
      lines.append(indent + style.dim(Self.score(loser.score)) + "  " + style.red("✗ ") + style.dim(value))
      lines.append(indent + "        " + style.dim(place(loser, column: column)))
    }
    return lines
  }

  /// "json-ld · Review.name · the name of the review".
  private func place(_ candidate: FieldExplanation.Candidate, column: Int) -> String {
    let parts = [candidate.provenance.source, candidate.provenance.at, candidate.rule]
    return VisibleText.line(parts.filter { !$0.isEmpty }.joined(separator: " · "), width: max(20, width - column - 10))
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
