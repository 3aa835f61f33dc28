import StetGzip
import StetModel
import StetWARC
import Testing

/// WARC files for tests, record by record.
struct StoredCaptures {
  private(set) var records: [WARCRecord] = []

  /// A page of a film, as its reader sees it at a moment.
  static func page(_ words: String) -> [UInt8] {
    let paragraphs = (1...8).map {
      "<p>\(words), paragraph \($0), says rather a lot about the film, its makers and the light in it, and is long enough."
    }
    return Array(
      "<!doctype html><html lang=en><title>The Long Night</title><article><h1>The Long Night</h1>\(paragraphs.joined())"
        .utf8)
  }

  /// Adds a response and its request.
  mutating func add(
    _ address: String, _ date: String, _ body: [UInt8], status: Int = 200, type: String? = "text/html; charset=utf-8",
    fields: [HeaderField] = [], method: String = "GET", of original: WARCCapture? = nil
  ) throws {
    records += try Self.capture(
      address, date, body, status: status, type: type, fields: fields, method: method, of: original
    ).records
  }

  /// A response and its request.
  static func capture(
    _ address: String, _ date: String, _ body: [UInt8], status: Int = 200, type: String? = "text/html; charset=utf-8",
    fields: [HeaderField] = [], method: String = "GET", of original: WARCCapture? = nil
  ) throws -> WARCCapture {
    let address = try #require(PageAddress(address))
    let date = try #require(Timestamp(date))
    let type = type.map { [HeaderField(name: "Content-Type", value: $0)] } ?? []
    let exchange = HTTPExchange(
      address: address, method: method, requestFields: [HeaderField(name: "User-Agent", value: "crawler/1")],
      status: status, reason: "Said", fields: type + fields, body: body, date: date)
    guard let original, let payload = original.payload, let moment = original.records[0].head.date else {
      return WARCCapture(exchange)
    }
    return WARCCapture(
      exchange, original: WARCOriginal(record: original.id, address: address, date: moment, payload: payload))
  }

  /// Adds records.
  mutating func add(_ more: [WARCRecord]) { records += more }

  /// One member for each record.
  func compressed() throws -> [UInt8] { try records.flatMap { try $0.member() } }

  /// Without gzip.
  var plain: [UInt8] { records.flatMap(\.bytes) }

  /// All in one member.
  func inOneMember() throws -> [UInt8] { try Gzip.compress(plain) }
}
