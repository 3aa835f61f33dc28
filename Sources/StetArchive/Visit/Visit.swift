public import StetModel

/// One line of a page's visit log.
public struct Visit: Sendable, Hashable {
  /// When the page was visited: for a stored version its `captured`.
  public var at: Timestamp
  /// The page's key.
  public var page: PageKey
  /// What came of it.
  public var outcome: VisitOutcome
  /// The version that was written or found unchanged; nil when the visit stands for none.
  public var version: Int?
  /// Digest of that version, or of the quarantined observation.
  public var digest: Digest?
  /// Whether this visit wrote `version`.
  public var wroteVersion: Bool
  /// HTTP status; nil when it is not known.
  public var status: Int?
  /// Address that the response came from, when it is not the page's key.
  public var url: String?
  /// Addresses that led to the page and were not known before, in normal form.
  public var aliases: [String]
  /// The ETag header as sent.
  public var etag: String?
  /// The Last-Modified header as sent.
  public var lastModified: String?
  /// Digest of the response's content; after a 304 that of the content which the server said is unchanged.
  public var payload: Digest?
  /// Identifier of the WARC record that holds the response (`urn:uuid:…`).
  public var record: String?
  /// What the later pages of a review answered that has several, in reading order. After a 304 those of the visit before.
  public var parts: [ResponsePart]
  /// Address of a later page that could not be had; nil when the text is whole, as far as is known.
  public var missing: String?
  /// Why the observation was set aside, in a word; nil unless quarantined.
  public var code: String?
  /// Why the observation was set aside, or the text taken out; nil for every other visit.
  public var reason: String?
  /// Path of the observation below the archive's root that was set aside or redacted; nil for every other visit.
  public var quarantine: String?
  /// Path of the observation that a person took out of quarantine with this visit; nil for every other visit.
  public var accepted: String?
  /// Whether the line was written by a later run, for a version that a crash had left without one.
  public var isAdopted: Bool
  /// SHA-256 of the line before this one, without its newline; nil on the first.
  public var previous: Digest?

  init(at: Timestamp, page: PageKey, outcome: VisitOutcome) {
    self.at = at
    self.page = page
    self.outcome = outcome
    wroteVersion = false
    aliases = []
    parts = []
    isAdopted = false
  }

  /// Takes over what the server answered.
  mutating func note(_ response: ResponseFacts?) {
    guard let response else { return }
    status = response.status
    url = response.finalURL == page.description ? nil : response.finalURL
    etag = response.etag
    lastModified = response.lastModified
    payload = response.payload
    record = response.record
    parts = response.parts
    missing = response.missing
  }
}

extension Visit: JSONRepresentable {
  /// An object with the property names as keys; `wrote` and `adopted` stand only where true.
  public var json: JSONValue {
    var object = JSONObject()
    object["at"] = .string(at.description)
    object["page"] = .string(page.description)
    object["outcome"] = .string(outcome.description)
    object["version"] = version.map { .number(Double($0)) }
    object["digest"] = digest.map { .string($0.description) }
    object["wrote"] = wroteVersion ? true : nil
    object["status"] = status.map { .number(Double($0)) }
    object["url"] = url.map(JSONValue.string)
    object["aliases"] = aliases.isEmpty ? nil : .strings(aliases)
    object["etag"] = etag.map(JSONValue.string)
    object["lastModified"] = lastModified.map(JSONValue.string)
    object["payload"] = payload.map { .string($0.description) }
    object["record"] = record.map(JSONValue.string)
    object["parts"] = parts.isEmpty ? nil : .array(parts.map(\.json))
    object["missing"] = missing.map(JSONValue.string)
    object["code"] = code.map(JSONValue.string)
    object["reason"] = reason.map(JSONValue.string)
    object["quarantine"] = quarantine.map(JSONValue.string)
    object["accepted"] = accepted.map(JSONValue.string)
    object["adopted"] = isAdopted ? true : nil
    object["previous"] = previous.map { .string($0.description) }
    return .object(object)
  }

  /// Reads a visit line; members that it does not know are left alone.
  public init(json: JSONValue) throws(JSONShapeError) {
    func digest(_ name: String) throws(JSONShapeError) -> Digest? {
      guard let value = json[name] else { return nil }
      guard let digest = value.string.flatMap(Digest.init) else {
        throw JSONShapeError(path: name, expected: "a digest (sha256:…)")
      }
      return digest
    }
    guard let at = json["at"]?.string.flatMap(Timestamp.init) else {
      throw JSONShapeError(path: "at", expected: "a moment (2026-11-22T06:00:03Z)")
    }
    guard let page = json["page"]?.string else { throw JSONShapeError(path: "page", expected: "the page's key") }
    guard let outcome = json["outcome"]?.string else { throw JSONShapeError(path: "outcome", expected: "a word") }
    self.init(at: at, page: PageKey(stored: page), outcome: VisitOutcome(outcome))
    version = json["version"]?.integer
    self.digest = try digest("digest")
    wroteVersion = json["wrote"]?.bool ?? false
    status = json["status"]?.integer
    url = json["url"]?.string
    aliases = json["aliases"]?.array?.compactMap(\.string) ?? []
    etag = json["etag"]?.string
    lastModified = json["lastModified"]?.string
    payload = try digest("payload")
    record = json["record"]?.string
    missing = json["missing"]?.string
    parts = try (json["parts"]?.array ?? []).map { value throws(JSONShapeError) in try ResponsePart(json: value) }
    code = json["code"]?.string
    reason = json["reason"]?.string
    quarantine = json["quarantine"]?.string
    accepted = json["accepted"]?.string
    isAdopted = json["adopted"]?.bool ?? false
    previous = try digest("previous")
  }
}
