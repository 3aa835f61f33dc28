public import StetModel

/// What a server gave to ask later whether a page has changed (RFC 9110, 8.8), byte for byte as it was sent.
public struct Validators: Sendable, Hashable {
  /// The ETag with its quotes and `W/`; nil when there was none.
  public var etag: String?
  /// The Last-Modified date as spelled by the server; nil when there was none.
  public var lastModified: String?

  /// The address that answered with them. They are sent to it alone: a redirect that has come to lead elsewhere would
  /// get an answer about another page.
  public var address: PageAddress

  /// Validators.
  /// - Parameter address: the final address of the response that they come from.
  public init(of address: PageAddress, etag: String? = nil, lastModified: String? = nil) {
    self.address = address
    self.etag = etag
    self.lastModified = lastModified
  }

  /// The validators of a response.
  public init(_ page: Page) {
    self.init(of: page.final, etag: page.header("ETag"), lastModified: page.header("Last-Modified"))
  }

  /// Whether they come from an address. A fragment is never sent, nor is the user part of what answers.
  func isFor(_ other: PageAddress) -> Bool {
    AddressParser.withoutUser(address.withoutFragment) == AddressParser.withoutUser(other.withoutFragment)
  }

  /// The fields of a conditional request (RFC 9110, 13.1.2 and 13.1.3). With both, a server goes by the ETag.
  var requestFields: [HeaderField] {
    [("If-None-Match", etag), ("If-Modified-Since", lastModified)].compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : HeaderField(name: name, value: $0) }
    }
  }
}
