import FoundationEssentials
import StetExtract
import StetModel
import Testing

/// A page as found in the wild and the record that must come out: one folder of `Fixtures`.
///
/// `page.html` holds the bytes of the page, `page.json` its address (`url`), optionally `contentType` (a header field),
/// `status` and `fields`, and always `rule`, which says what the page proves. `expected.json` is the whole record without
/// `confidence`, or `{"error": code}` where there is nothing to read. With `fields`, only those fields are compared: what
/// the text of a listing or of a block page is, no rule says.
struct Fixture: Sendable, CustomTestStringConvertible {
  /// The folder's name.
  let name: String

  /// Every folder, by name.
  static let all: [Fixture] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map(Fixture.init(name:))
  }()

  var testDescription: String { name }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures"

  /// What must come out.
  func expected() throws -> JSONValue { try JSONParser.parse(bytes("expected.json")) }

  /// What the page proves, in one sentence.
  func rule() throws -> String { try facts()["rule"]?.string ?? "" }

  /// The fields to compare; nil for the whole record.
  func comparedFields() throws -> [String]? { try facts()["fields"]?.array?.compactMap(\.string) }

  /// What comes out: the record without `confidence`, or `{"error": code}`.
  func record() throws -> JSONValue {
    do {
      let extraction = try Extractor(profiles: []).extract(try page())
      guard var record = extraction.review.json.object else { return extraction.review.json }
      record["confidence"] = nil
      return .object(record)
    } catch let error as ExtractError {
      return .object(["error": .string(error.code.rawValue)])
    }
  }

  /// The page as if it had been fetched.
  func page() throws -> Page {
    let facts = try facts()
    let address = try #require(facts["url"]?.string.flatMap(PageAddress.init), "page.json of '\(name)' needs a url")
    let contentType = facts["contentType"]?.string ?? "text/html"
    return Page(
      requested: address, final: address, status: facts["status"]?.integer ?? 200,
      headers: [HeaderField(name: "Content-Type", value: contentType)], body: try bytes("page.html"),
      received: Timestamp(secondsSince1970: 1_767_225_600))
  }

  private func facts() throws -> JSONValue { try JSONParser.parse(bytes("page.json")) }

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)/\(file)")))
  }
}
