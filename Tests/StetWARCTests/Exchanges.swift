import StetModel
import StetWARC
import Testing

/// Exchanges and names for tests.
enum Exchanges {
  static let moment = Timestamp(secondsSince1970: 1_795_327_203)

  static func address(_ text: String) throws -> PageAddress { try #require(PageAddress(text)) }

  /// A response to a request for a page of films.
  static func page(
    _ address: String = "https://example.org/films/?page=2", status: Int = 200, version: String = "1.1",
    fields: [HeaderField] = [HeaderField(name: "Content-Type", value: "text/html; charset=utf-8")],
    body: String = "<p>Stet.</p>", truncation: HTTPExchange.Truncation? = nil
  ) throws -> HTTPExchange {
    HTTPExchange(
      address: try self.address(address), requestFields: [HeaderField(name: "User-Agent", value: "stet/1")],
      ipAddress: "192.0.2.7", httpVersion: version, status: status, reason: status == 200 ? "OK" : "", fields: fields,
      body: Array(body.utf8), truncation: truncation, date: moment)
  }

  /// Names that count: the n-th ends in n.
  static func names() -> () -> WARCRecordID {
    var next = 0
    return {
      next += 1
      let tail = String(next, radix: 16)
      let text = "urn:uuid:00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - tail.count) + tail
      return WARCRecordID(text) ?? .random()
    }
  }
}
