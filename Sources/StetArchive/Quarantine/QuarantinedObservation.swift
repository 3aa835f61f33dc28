public import StetModel

/// What was set aside instead of a version, as read at the time.
public struct QuarantinedObservation: Sendable {
  /// When it was seen.
  public let captured: Timestamp
  /// What the server answered; nil when that is not known.
  public let response: ResponseFacts?
  /// Which rules read it.
  public let extractor: ExtractorFacts
  /// The record, as far as it could be read.
  public let review: Review
  /// Where each field of `review` came from; empty in observations that do not tell.
  public let provenance: [FieldProvenance]
  /// The document as stored.
  public let document: JSONValue
  /// Name of the file beside it that holds the body; nil when the body was empty or is elsewhere.
  let body: String?
  let bodyDigest: Digest?

  init(json: JSONValue) throws(JSONShapeError) {
    guard let captured = json["captured"]?.string.flatMap(Timestamp.init) else {
      throw JSONShapeError(path: "captured", expected: "a moment (2026-11-22T06:00:03Z)")
    }
    guard let extractor = json["extractor"] else { throw JSONShapeError(path: "extractor", expected: "an object") }
    guard let review = json["review"] else { throw JSONShapeError(path: "review", expected: "an object") }
    self.captured = captured
    response = if let response = json["response"] { try ResponseFacts(json: response) } else { nil }
    self.extractor = try ExtractorFacts(json: extractor)
    self.review = try Review(json: review)
    var provenance: [FieldProvenance] = []
    for member in json["provenance"]?.object?.members ?? [] {
      provenance.append(FieldProvenance(field: member.name, provenance: try Provenance(json: member.value)))
    }
    self.provenance = provenance
    body = json["body"]?.string
    bodyDigest = json["bodyDigest"]?.string.flatMap(Digest.init)
    document = json
  }

  /// The version that it would make: that of a page which has so many.
  public func snapshot(of page: PageKey, version: Int) -> Snapshot {
    var review = review
    review.url = page.description
    return Snapshot(
      page: page, version: version, captured: captured, cause: .page, previous: nil, response: response,
      extractor: extractor, review: review, provenance: provenance)
  }
}
