public import StetModel

/// What a server gave to ask later whether a page has changed (RFC 9110, 8.8), byte for byte as it was sent.
public struct Validators: Sendable, Hashable {
  /// The ETag with its quotes and `W/`; nil when there was none.
  public var etag: String?
  /// The Last-Modified date as spelled by the server; nil when there was none.
  public var lastModified: String?

  /// Validators.
  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }

  /// The validators of a response. They belong to its final address.
  public init(_ page: Page) {
    self.init(etag: page.header("ETag"), lastModified: page.header("Last-Modified"))
  }

  /// The fields of a conditional request (RFC 9110, 13.1.2 and 13.1.3). With both, a server goes by the ETag.
  var requestFields: [HeaderField] {
    [("If-None-Match", etag), ("If-Modified-Since", lastModified)].compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : HeaderField(name: name, value: $0) }
    }
  }
}
