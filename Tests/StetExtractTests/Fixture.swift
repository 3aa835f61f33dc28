import StetExtract
import StetModel
import StetTestSupport
import Testing

/// A page as found in the wild and the record that must come out: one folder of `Fixtures`.
///
/// `page.html` holds the bytes of the page, `page.json` its address (`url`), optionally `contentType` (a header field),
/// `status`, `headers`, `obstacle` with its `maker`, and `fields`, and always `rule`, which says what the page proves. `expected.json` is the whole record without
/// `confidence`, or `{"error": code}` where there is nothing to read. With `fields`, only those fields are compared: what
/// the text of a listing or of a block page is, no rule says.
struct Fixture: Sendable, CustomTestStringConvertible {
  private let folder: FixturePage

  /// Every folder, by name.
  static let all = FixturePage.all.map(Fixture.init(folder:))

  /// The page of a folder; nil when there is none of this name.
  static func page(named name: String) throws -> Page? { try FixturePage.all.first { $0.name == name }?.page() }

  /// The folder's name.
  var name: String { folder.name }

  var testDescription: String { name }

  /// What must come out.
  func expected() throws -> JSONValue { try JSONParser.parse(folder.bytes("expected.json")) }

  /// What the page proves, in one sentence.
  func rule() throws -> String { try facts()["rule"]?.string ?? "" }

  /// The fields to compare; nil for the whole record.
  func comparedFields() throws -> [String]? { try facts()["fields"]?.array?.compactMap(\.string) }

  /// What comes out: the record without `confidence`, or `{"error": code}`.
  func record() throws -> JSONValue {
    do {
      let extraction = try Extractor(profiles: []).extract(try folder.page())
      guard var record = extraction.review.json.object else { return extraction.review.json }
      record["confidence"] = nil
      return .object(record)
    } catch let error as ExtractError {
      return .object(["error": .string(error.code.rawValue)])
    }
  }

  /// What stands in the place of the page (`obstacle`, and `maker` where the page tells); nil when it is one.
  func expectedObstacle() throws -> (code: String, maker: String?)? {
    try facts()["obstacle"]?.string.map { ($0, try facts()["maker"]?.string) }
  }

  /// What is found in the place of the page.
  func obstacle() throws -> Obstacle? {
    do {
      return try Extractor(profiles: []).extract(try folder.page()).obstacle
    } catch let error as ExtractError {
      return error.obstacle
    }
  }

  /// Whether it is an example of what stands in the place of a page, or of a page that only talks of such things.
  var isAboutObstacles: Bool { folder.isAboutObstacles }

  private func facts() throws -> JSONValue { try JSONParser.parse(folder.bytes("page.json")) }
}
