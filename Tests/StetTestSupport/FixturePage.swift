import FoundationEssentials
public import StetModel

/// One of the pages that the extraction is tested with, a folder of `Tests/StetExtractTests/Fixtures`.
public struct FixturePage: Sendable, CustomStringConvertible {
  /// The folder's name.
  public let name: String

  /// Every folder, by name.
  public static let all: [FixturePage] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map(FixturePage.init(name:))
  }()

  /// A `page.json` has no `url`.
  struct WithoutAddress: Error { let fixture: String }

  /// The folder's name.
  public var description: String { name }

  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
    + "/StetExtractTests/Fixtures"

  /// Whether it is an example of what stands in the place of a page, or of a page that only talks of such things.
  public var isAboutObstacles: Bool {
    ["wall-", "no-wall-", "soft-404", "server-error", "maintenance", "parked", "placeholder", "script-shell"]
      .contains(where: name.hasPrefix)
  }

  /// The page as if it had been fetched: `page.html` from the address, with the status, the type and the `headers` of
  /// `page.json`.
  public func page() throws -> Page {
    let facts = try JSONParser.parse(bytes("page.json"))
    guard let address = facts["url"]?.string.flatMap(PageAddress.init) else {
      throw WithoutAddress(fixture: name)
    }
    let headers = facts["headers"]?.object?.members.compactMap { member in
      member.value.string.map { HeaderField(name: member.name, value: $0) }
    }
    return Page(
      requested: address, final: address, status: facts["status"]?.integer ?? 200,
      headers: [HeaderField(name: "Content-Type", value: facts["contentType"]?.string ?? "text/html")]
        + (headers ?? []),
      body: try bytes("page.html"), received: Timestamp(secondsSince1970: 1_767_225_600))
  }

  /// A file of the folder.
  public func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)/\(file)")))
  }
}
