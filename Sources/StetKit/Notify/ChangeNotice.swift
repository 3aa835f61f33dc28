internal import StetArchive
internal import StetDiff
internal import StetModel

/// What readers are told of a run: its new, changed and vanished pages, as JSON.
struct ChangeNotice {
  let report: RunReport
  let archive: Archive

  /// `{"format":"stet-changes/1","archive","started","ended","summary","pages":[{"site","page","outcome","version"?,
  /// "title"?,"change"?}]}`.
  func bytes() throws(ArchiveError) -> [UInt8] {
    var pages: [JSONValue] = []
    for site in report.sites {
      for entry in site.entries where [.new, .changed, .gone].contains(entry.outcome) {
        pages.append(try page(entry, site.name))
      }
    }
    let object: JSONObject = [
      "format": "stet-changes/1", "archive": .string(archive.realPath),
      "started": .string(report.started.description),
      "ended": .string(report.ended.description), "summary": .string(report.summary), "pages": .array(pages),
    ]
    return CompactJSON.bytes(.object(object)) + [UInt8(ascii: "\n")]
  }

  private func page(_ entry: SiteReport.Entry, _ site: String) throws(ArchiveError) -> JSONValue {
    var object: JSONObject = [
      "site": .string(site), "page": .string(entry.page.description), "outcome": .string(entry.outcome.rawValue),
    ]
    guard let version = entry.version, let page = try archive.page(entry.page) else { return .object(object) }
    object["version"] = .number(Double(version))
    let snapshot = try archive.snapshot(version, of: page).snapshot
    object["title"] = snapshot.review?.title.map(JSONValue.string)
    object["change"] = try VersionSummary(archive).text(of: version, of: page).map(JSONValue.string)
    return .object(object)
  }
}
