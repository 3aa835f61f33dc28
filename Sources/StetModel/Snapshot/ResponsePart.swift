/// What the server answered for a later page of a review that has several.
public struct ResponsePart: Sendable, Hashable, JSONRepresentable {
  /// When it was fetched.
  public var captured: Timestamp
  /// HTTP status of the final response.
  public var status: Int
  /// Address that the final response came from.
  public var finalURL: String
  /// The Content-Type header as sent.
  public var contentType: String?
  /// The encoding that the body was read with, by its WHATWG name in lower case.
  public var charset: String?
  /// The ETag header as sent.
  public var etag: String?
  /// The Last-Modified header as sent.
  public var lastModified: String?
  /// Digest of the body after decompression; on status 304 of the one that the server confirmed.
  public var payload: Digest?
  /// Identifier of the WARC record that holds the response (`urn:uuid:…`).
  public var record: String?
  /// Whether it has the text of all pages, and not just of one.
  public var isWhole: Bool

  /// What the server answered.
  public init(
    captured: Timestamp, status: Int, finalURL: String, contentType: String? = nil, charset: String? = nil,
    etag: String? = nil, lastModified: String? = nil, payload: Digest? = nil, record: String? = nil,
    isWhole: Bool = false
  ) {
    self.captured = captured
    self.status = status
    self.finalURL = finalURL
    self.contentType = contentType
    self.charset = charset
    self.etag = etag
    self.lastModified = lastModified
    self.payload = payload
    self.record = record
    self.isWhole = isWhole
  }

  /// An object with the property names as keys; `whole` stands only where true.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("captured", captured.description)
    builder.add("status", status)
    builder.add("finalURL", finalURL)
    builder.add("contentType", contentType)
    builder.add("charset", charset)
    builder.add("etag", etag)
    builder.add("lastModified", lastModified)
    builder.add("payload", payload?.description)
    builder.add("record", record)
    builder.add("whole", isWhole ? true : nil)
    return builder.value
  }

  /// Reads an object with the property names as keys.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    captured = try reader.required("captured", "a moment (2026-11-22T06:00:03Z)") { $0.string.flatMap(Timestamp.init) }
    status = try reader.integer("status")
    finalURL = try reader.text("finalURL")
    contentType = try reader.textIfAny("contentType")
    charset = try reader.textIfAny("charset")
    etag = try reader.textIfAny("etag")
    lastModified = try reader.textIfAny("lastModified")
    payload = try reader.optional("payload", "a digest (sha256:…)") { $0.string.flatMap(Digest.init) }
    record = try reader.textIfAny("record")
    isWhole = try reader.flagIfAny("whole") ?? false
  }
}
