import Glibc
import StetArchive
import StetDigest
import StetModel
import StetTestSupport
import Testing

@testable import StetReadingRoom

/// An archive of a test's own, and the room over it.
final class RoomShelf {
  let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    let writer = try ArchiveWriter.open(at: path)
    writer.close()
  }

  var path: String { folder.path("Archive") }

  var archive: Archive { get throws { try Archive.open(at: path) } }

  var room: ReadingRoom { get throws { ReadingRoom(try archive) } }

  /// Changes the archive.
  @discardableResult
  func write<T>(_ body: (ArchiveWriter) throws -> T) throws -> T {
    let writer = try ArchiveWriter.open(at: path)
    defer { writer.close() }
    return try body(writer)
  }

  /// Stores a page as it was on a day.
  @discardableResult
  func store(
    _ page: String, title: String = "A quiet film", says text: String, on day: Int, cause: SnapshotCause = .page,
    aliases: [String] = [], source: String? = nil, change: (inout Review) -> Void = { _ in }
  ) throws -> Visit {
    var review = Review(url: page, kind: .review, confidence: 0.9)
    review.title = title
    review.body = [.paragraph(text: text)]
    change(&review)
    let address = try #require(PageAddress(page))
    var response = ResponseFacts(status: 200, finalURL: page, contentType: "text/html")
    var exchanges: [HTTPExchange] = []
    if let source {
      response.payload = Digest.sha256(of: source)
      exchanges = [
        HTTPExchange(
          address: address, status: 200, fields: [HeaderField(name: "Content-Type", value: "text/html")],
          body: Array(source.utf8), date: Self.day(day))
      ]
    }
    let capture = Capture(
      page: PageKey(address), aliases: aliases.compactMap(PageAddress.init), captured: Self.day(day), cause: cause,
      response: response, exchanges: exchanges, extractor: Self.rules, review: review)
    return try write { try $0.record(capture) }
  }

  /// Stores a text that stands on several pages, as they were on a day; the later ones at `/2` and so on.
  func store(_ page: String, on day: Int, pages: [String]) throws {
    func exchange(_ address: String, _ source: String) throws -> HTTPExchange {
      HTTPExchange(
        address: try #require(PageAddress(address)), status: 200,
        fields: [HeaderField(name: "Content-Type", value: "text/html")], body: Array(source.utf8), date: Self.day(day))
    }
    let addresses = pages.indices.map { $0 == 0 ? page : "\(page)/\($0 + 1)" }
    var review = Review(url: page, kind: .review, confidence: 0.9)
    review.body = pages.map { .paragraph(text: $0) }
    var response = ResponseFacts(status: 200, finalURL: page, payload: Digest.sha256(of: pages[0]))
    response.parts = zip(addresses, pages).dropFirst().map { address, source in
      ResponsePart(captured: Self.day(day), status: 200, finalURL: address, payload: Digest.sha256(of: source))
    }
    var capture = Capture(
      page: PageKey(try #require(PageAddress(page))), captured: Self.day(day), response: response,
      exchanges: [try exchange(page, pages[0])], extractor: Self.rules, review: review)
    capture.partExchanges = try zip(addresses, pages).dropFirst().map { [try exchange($0, $1)] }
    try write { _ = try $0.record(capture) }
  }

  /// The page's name in the room.
  func name(_ page: String) throws -> PageName {
    let key = PageKey(try #require(PageAddress(page)))
    let found = try #require(try archive.page(key))
    return try #require(PageName(folder: found.folder))
  }

  /// What the room answers to a GET of a place.
  func get(
    _ place: RoomAddress, query: [(name: String, value: String)] = [], headers: [String: String] = [:]
  ) throws -> RoomAnswer {
    let link = RoomLinks(isSite: false, place: .front)(place)
    return try get(link == "./" ? "/" : "/\(link)", query: query, headers: headers)
  }

  func get(
    _ path: String, query: [(name: String, value: String)] = [], headers: [String: String] = [:]
  ) throws -> RoomAnswer {
    let host = ["host": "127.0.0.1:8417"]
    return try room.answer(
      RoomRequest(path: path, query: query, headers: host.merging(headers) { $1 }))
  }

  /// What the room answers to a GET of a target as it is sent: a path, perhaps with a query.
  /// - Parameter room: the room to ask; nil: a new one, which sees what has just been stored.
  func ask(_ target: String, headers: [String: String] = [:], of room: ReadingRoom? = nil) throws -> RoomAnswer {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let pairs = parts.dropFirst().joined().split(separator: "&").map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1).map { Self.decoded(String($0)) }
      return (name: sides.first ?? "", value: sides.count > 1 ? sides[1] : "")
    }
    let host = ["host": "127.0.0.1:8417"]
    return try (room ?? self.room).answer(
      RoomRequest(
        path: parts[0], query: pairs, rawQuery: parts.count > 1 ? parts[1] : nil,
        headers: host.merging(headers) { $1 }))
  }

  /// What the room answers to a GET of an absolute address of its own.
  func follow(_ address: String, headers: [String: String] = [:]) throws -> RoomAnswer {
    let start = "http://127.0.0.1:8417"
    try #require(address.hasPrefix("\(start)/"))
    return try ask(String(address.dropFirst(start.count)), headers: headers)
  }

  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let decoded = UInt8(digits, radix: 16) {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Noon of a day of November 2026.
  static func day(_ number: Int) -> Timestamp {
    Timestamp(secondsSince1970: 1_793_534_400 + Int64(number - 1) * 86_400)
  }

  static let rules = ExtractorFacts(version: "0.1.0", rules: Digest.sha256(of: "rules"))
}

extension RoomAnswer {
  /// The first value of a header field.
  func field(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

  /// The body as sent.
  var bytes: [UInt8] {
    get throws {
      switch body {
      case .bytes(let bytes): bytes
      case .file(let path): try Self.bytes(ofFile: path)
      }
    }
  }

  private static func bytes(ofFile path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }

  /// The body as text.
  var text: String { get throws { String(decoding: try bytes, as: UTF8.self) } }

  /// The body as JSON.
  var json: JSONValue { get throws { try JSONParser.parse(try bytes) } }
}
