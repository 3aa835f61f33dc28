/// One request and the response to it, as evidence: what went over the wire, without what is secret.
public struct HTTPExchange: Sendable, Hashable {
  /// Why a body is not whole; spelled as WARC-Truncated has it (WARC 1.1, 5.13).
  public enum Truncation: String, Sendable, Hashable, CaseIterable {
    /// It was longer than is kept.
    case length
    /// It took longer than is waited.
    case time
    /// The connection ended before it did.
    case disconnect
    /// Nobody knows.
    case unspecified
  }

  /// The address that was asked for, without user and fragment.
  public var address: PageAddress
  /// The request's method.
  public var method: String
  /// The request's header fields as sent, in order; those that may hold a secret are left out.
  public var requestFields: [HeaderField]
  /// The network address that answered (`192.0.2.1`, `2001:db8::1`); nil when it is not known, behind a proxy for one.
  public var ipAddress: String?
  /// The response's version of HTTP: `1.0`, `1.1`, `2` …
  public var httpVersion: String
  /// The status code.
  public var status: Int
  /// The words after the status code; empty where there are none, as in HTTP/2.
  public var reason: String
  /// The response's header fields as sent, in order. They may speak of an encoding that `body` has no more.
  public var fields: [HeaderField]
  /// The response's content after decoding (RFC 9110, 8.4).
  public var body: [UInt8]
  /// Why `body` is not whole; nil when it is.
  public var truncation: Truncation?
  /// When the response was received.
  public var date: Timestamp

  /// An exchange.
  public init(
    address: PageAddress, method: String = "GET", requestFields: [HeaderField] = [], ipAddress: String? = nil,
    httpVersion: String = "1.1", status: Int, reason: String = "", fields: [HeaderField] = [], body: [UInt8] = [],
    truncation: Truncation? = nil, date: Timestamp
  ) {
    self.address = address
    self.method = method
    self.requestFields = requestFields
    self.ipAddress = ipAddress
    self.httpVersion = httpVersion
    self.status = status
    self.reason = reason
    self.fields = fields
    self.body = body
    self.truncation = truncation
    self.date = date
  }

  /// The value of the last header field of the response with this name, in any case; nil when there is none.
  public func field(_ name: String) -> String? {
    fields.last { $0.hasName(name) }?.value
  }
}
