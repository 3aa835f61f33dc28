/// One version of a page as it is kept: `stet-snapshot/1`. The digest is not part of the value: `SealedSnapshot` has it.
public struct Snapshot: Sendable, Hashable {
  /// The format's name and major version.
  public static let format = "stet-snapshot/1"

  /// The page's key.
  public var page: PageKey
  /// Its number, from 1, in the order of arrival in the archive.
  public var version: Int
  /// When the page was captured.
  public var captured: Timestamp
  /// Why this version was written.
  public var cause: SnapshotCause
  /// Digest of the version written before this one; nil on version 1.
  public var previous: Digest?
  /// What the server answered.
  public var response: ResponseFacts?
  /// Which rules read it.
  public var extractor: ExtractorFacts
  /// What the page says; nil on a tombstone.
  public var review: Review?
  /// Where each field of `review` came from, in the record's order.
  public var provenance: [FieldProvenance]

  /// A version.
  public init(
    page: PageKey, version: Int, captured: Timestamp, cause: SnapshotCause, previous: Digest?,
    response: ResponseFacts?, extractor: ExtractorFacts, review: Review?,
    provenance: [FieldProvenance] = []
  ) {
    self.page = page
    self.version = version
    self.captured = captured
    self.cause = cause
    self.previous = previous
    self.response = response
    self.extractor = extractor
    self.review = review
    self.provenance = provenance
  }
}

extension Snapshot: JSONRepresentable {
  /// The snapshot without its digest.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("format", Self.format)
    builder.add("page", page.description)
    builder.add("version", version)
    builder.add("captured", captured.description)
    builder.add("cause", cause.rawValue)
    builder.add("previous", previous?.description)
    builder.add("response", response)
    builder.add("extractor", extractor)
    builder.add("review", review)
    var sources = JSONBuilder()
    for entry in provenance { sources.add(entry.field, entry.provenance) }
    if !sources.object.isEmpty { builder.add("provenance", sources.value) }
    return builder.value
  }

  /// Reads a snapshot; the digest is not checked here.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    let format = try reader.text("format")
    guard format == Self.format else {
      throw JSONShapeError(path: "format", expected: "'\(Self.format)', not '\(format)': use a newer stet")
    }
    page = try reader.required("page", "the page's address") { $0.string.map(PageKey.init(stored:)) }
    version = try reader.integer("version")
    captured = try reader.required("captured", "a moment (2026-11-22T06:00:03Z)") { $0.string.flatMap(Timestamp.init) }
    cause = try reader.required("cause", "page, extractor, import or gone") {
      $0.string.flatMap(SnapshotCause.init(rawValue:))
    }
    previous = try reader.optional("previous", "a digest (sha256:…)") { $0.string.flatMap(Digest.init) }
    response = try reader.valueIfAny("response")
    extractor = try reader.value("extractor")
    review = try reader.valueIfAny("review")
    provenance = []
    for member in try reader.optional("provenance", "an object", \.object)?.members ?? [] {
      provenance.append(FieldProvenance(field: member.name, provenance: try Provenance(json: member.value)))
    }
  }
}
