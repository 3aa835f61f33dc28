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
    let reader = try JSONReader(json)
    captured = try reader.required("captured", "a moment (2026-11-22T06:00:03Z)") { $0.string.flatMap(Timestamp.init) }
    response = try reader.valueIfAny("response")
    extractor = try reader.value("extractor")
    review = try reader.value("review")
    var provenance: [FieldProvenance] = []
    for member in try reader.optional("provenance", "an object", \.object)?.members ?? [] {
      provenance.append(FieldProvenance(field: member.name, provenance: try Provenance(json: member.value)))
    }
    self.provenance = provenance
    body = try reader.textIfAny("body")
    bodyDigest = try reader.optional("bodyDigest", "a digest (sha256:…)") { $0.string.flatMap(Digest.init) }
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
