internal import StetModel
internal import StetWARC

extension EvidenceClaim {
  /// What is wrong with what it names; nil when that is there and holds what is said of it.
  func fault(_ match: EvidenceLedger.Match, in archive: Archive) -> String? {
    switch (claimant, match) {
    case (.revisit, .same): nil
    case (.revisit, _):
      "the revisit at byte \(place) leans on a record that is missing or has another payload"
    case (.visit, .same(let isGone)):
      isGone && !isRedacted
        ? "visit \(place): the content of the record \(record) is gone, and no visit says that it was redacted" : nil
    case (.visit, .other): "visit \(place): the record \(record) that it names has another payload"
    // A run at work may have appended it since the WARC files were read.
    case (.visit, .missing):
      (try? archive.indexedRecord(record.description, address: address, at: at)) != nil
        ? nil : "visit \(place): the record \(record) that it names is in no WARC file"
    }
  }
}
