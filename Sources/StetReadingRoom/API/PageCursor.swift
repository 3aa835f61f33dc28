internal import StetArchive
internal import StetModel

/// Where a list of pages goes on, as an address says it: a JSON array of folder, key, versions and moment.
enum PageCursor {
  static func text(_ page: PageSummary) -> String {
    let moment = page.latest.map { JSONValue.string($0.captured.description) } ?? .null
    let parts: [JSONValue] = [
      .string(page.folder), .string(page.key.description), .number(Double(page.versions)), moment,
    ]
    return String(decoding: CompactJSON.bytes(.array(parts)), as: UTF8.self)
  }

  /// nil for what is no such place.
  static func read(_ text: String) -> PageListing.Place? {
    guard let parts = (try? JSONParser.parse(Array(text.utf8)))?.array, parts.count == 4,
      let folder = parts[0].string, let key = parts[1].string, let versions = parts[2].integer
    else { return nil }
    var captured: Timestamp?
    if parts[3] != .null {
      guard let moment = parts[3].string.flatMap(Timestamp.init) else { return nil }
      captured = moment
    }
    return PageListing.Place(key: PageKey(stored: key), folder: folder, captured: captured, versions: versions)
  }
}
