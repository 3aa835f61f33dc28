public import StetModel

extension SearchResult {
  /// `{"total", "totalIsMinimum"?, "results": [{"page", "version", …, "marks": {field: [{"text", "match"?}]}}]}`, as
  /// `stet search --json` has it.
  public var json: JSONValue {
    var object: JSONObject = ["total": .number(Double(total))]
    if isMinimum { object["totalIsMinimum"] = true }
    object["results"] = .array(hits.map(\.json))
    return .object(object)
  }
}

extension SearchHit {
  /// One of the results of `SearchResult.json`.
  public var json: JSONValue {
    var object: JSONObject = [
      "page": .string(page.description), "version": .number(Double(version)),
      "isLatest": .bool(isCurrent), "captured": .string(captured.description),
    ]
    object["published"] = published.map(JSONValue.string)
    object["title"] = title.map(JSONValue.string)
    object["authors"] = authors.map(JSONValue.string)
    object["score"] = .number((score * 1000).rounded() / 1000)
    var marked = JSONObject()
    for field in SearchField.allCases {
      guard let text = marks[field] else { continue }
      marked[field.rawValue] = .array(
        text.segments.map { segment in
          .object(segment.isMatch ? ["text": .string(segment.text), "match": true] : ["text": .string(segment.text)])
        })
    }
    object["marks"] = .object(marked)
    object["folder"] = .string(folder)
    return .object(object)
  }
}
