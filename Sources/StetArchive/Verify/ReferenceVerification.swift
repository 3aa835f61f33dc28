internal import StetModel
internal import StetWARC

/// Checks that the records which versions and visits name are there and hold what is said of them.
struct ReferenceVerification: Sendable {
  let archive: Archive
  let table: EvidenceTable

  /// What is wrong with a name; nil when the record is there, or none is named.
  /// - Parameter isRedacted: whether the page's log says that its content was taken out.
  func fault(_ visit: Visit, isRedacted: Bool = false) -> String? {
    guard let record = visit.record else { return nil }
    guard let id = WARCRecordID(record) else { return "it names the record '\(record)', which is no urn:uuid" }
    let entry = EvidenceTable.Entry(id, payload: visit.payload)
    switch table.match(entry) {
    case .same:
      return !isRedacted && table.isRedacted(entry)
        ? "the content of the record \(record) is gone, and no visit says that it was redacted" : nil
    case .other: return "the record \(record) that it names has another payload"
    case .missing:
      // A run at work may have appended it since the WARC files were read.
      let address = visit.url ?? visit.page.description
      if (try? archive.indexedRecord(record, address: address, at: visit.at)) != nil { return nil }
      return "the record \(record) that it names is in no WARC file"
    }
  }
}
