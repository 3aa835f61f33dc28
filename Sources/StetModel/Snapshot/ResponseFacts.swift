/// What the server answered, as far as a snapshot records it.
public struct ResponseFacts: Sendable, Hashable, JSONRepresentable {
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
  /// Digest of the body after decompression.
  public var payload: Digest?
  /// Identifier of the WARC record that holds the response (`urn:uuid:…`).
  public var record: String?
  /// What it answered for the later pages of a review that has several, in reading order.
  public var parts: [ResponsePart]
  /// Address of a later page that could not be had, where the text goes on; nil when it is whole, as far as is known.
  public var missing: String?

  /// What the server answered.
  public init(
    status: Int, finalURL: String, contentType: String? = nil, charset: String? = nil, etag: String? = nil,
    lastModified: String? = nil, payload: Digest? = nil, record: String? = nil, parts: [ResponsePart] = [],
    missing: String? = nil
  ) {
    self.status = status
    self.finalURL = finalURL
    self.contentType = contentType
    self.charset = charset
    self.etag = etag
    self.lastModified = lastModified
    self.payload = payload
    self.record = record
    self.parts = parts
    self.missing = missing
  }

  /// An object with the property names as keys.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("status", status)
    builder.add("finalURL", finalURL)
    builder.add("contentType", contentType)
    builder.add("charset", charset)
    builder.add("etag", etag)
    builder.add("lastModified", lastModified)
    builder.add("payload", payload?.description)
    builder.add("record", record)
    builder.add("parts", parts)
    builder.add("missing", missing)
    return builder.value
  }

  /// Reads an object with the property names as keys.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    status = try reader.integer("status")
    finalURL = try reader.text("finalURL")
    contentType = try reader.textIfAny("contentType")
    charset = try reader.textIfAny("charset")
    etag = try reader.textIfAny("etag")
    lastModified = try reader.textIfAny("lastModified")
    payload = try reader.optional("payload", "a digest (sha256:…)") { $0.string.flatMap(Digest.init) }
    record = try reader.textIfAny("record")
    parts = try reader.values("parts")
    missing = try reader.textIfAny("missing")
  }
}
