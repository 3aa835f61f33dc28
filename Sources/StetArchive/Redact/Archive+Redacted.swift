package import StetModel
internal import StetWARC

extension Archive {
  /// Whether a page's visit log says that the content of a response was taken out.
  /// - Parameter record: its name, `urn:uuid:…`.
  package func isRedacted(_ record: String, of page: PageKey) throws(ArchiveError) -> Bool {
    guard let id = WARCRecordID(record) else { return false }
    let log = try VisitLog.read(layout, folder: ArchiveLayout.pageFolder(page))
    return RedactionTargets(log.visits).records.contains { WARCRecordID($0.name) == id }
  }
}
