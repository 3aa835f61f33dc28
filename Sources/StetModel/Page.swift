/// A response as it came from the network or a file, before anything is read from it.
public struct Page: Sendable, Hashable {
  /// The address that was asked for.
  public var requested: PageAddress
  /// The address that answered, after redirects.
  public var final: PageAddress
  /// Addresses between the two, in order, the requested one first; empty without a redirect.
  public var redirects: [PageAddress]
  /// HTTP status; 200 for a file.
  public var status: Int
  /// Header fields of the final response as sent, in order.
  public var headers: [HeaderField]
  /// The body after decompression.
  public var body: [UInt8]
  /// When the response was received.
  public var received: Timestamp
  /// What went over the wire: every request on the way with its response, redirects included, the page's own last;
  /// empty for a file.
  public var exchanges: [HTTPExchange]

  /// A response.
  public init(
    requested: PageAddress, final: PageAddress, redirects: [PageAddress] = [], status: Int = 200,
    headers: [HeaderField] = [], body: [UInt8], received: Timestamp, exchanges: [HTTPExchange] = []
  ) {
    self.requested = requested
    self.final = final
    self.redirects = redirects
    self.status = status
    self.headers = headers
    self.body = body
    self.received = received
    self.exchanges = exchanges
  }

  /// The value of the last header field with this name, in any case; nil when there is none.
  public func header(_ name: String) -> String? {
    headers.last { $0.hasName(name) }?.value
  }
}
