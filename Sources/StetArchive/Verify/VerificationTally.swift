internal import StetDigest
internal import StetModel
internal import StetWARC
internal import Synchronization

/// What the threads of a verification have found, put together.
final class VerificationTally: Sendable {
  private struct State: Sendable {
    var report: VerificationReport
    var evidence = EvidenceLedger()
    /// Key, folder and hash of the last visit line of each page, with zero bytes between.
    var heads = SpilledSort()
  }

  private let state: Mutex<State>

  /// - Parameter report: what was found before.
  init(_ report: VerificationReport) { state = Mutex(State(report: report)) }

  /// Takes in a page.
  func add(_ page: PageVerification) {
    state.withLock { state in
      state.report.snapshots += page.snapshotCount
      state.report.visits += page.visitCount
      state.report.findings += page.findings
      for claim in page.claims { state.evidence.note(claim) }
      guard let key = page.key else { return }
      state.report.pages += 1
      var item = Array(key.description.utf8)
      for text in [page.folder, page.head?.hexadecimal ?? ""] {
        item.append(0)
        item += text.utf8
      }
      state.heads.add(item)
    }
  }

  /// Takes in a WARC file.
  func add(_ file: EvidenceVerification) {
    state.withLock { state in
      state.report.records += file.recordCount
      state.report.findings += file.findings
    }
  }

  /// Takes in a capture that a WARC file holds.
  func add(capture record: WARCRecordID, payload: Digest?, isRedacted: Bool) {
    state.withLock { $0.evidence.note(record, payload: payload, isRedacted: isRedacted) }
  }

  /// Takes in what a record of a WARC file leans on.
  func add(_ claim: EvidenceClaim) { state.withLock { $0.evidence.note(claim) } }

  /// The report, once all is taken in: what is named is there, no page is there twice, and the head.
  func settle(_ archive: Archive) throws(ArchiveError) -> VerificationReport {
    let state = state.withLock { $0 }
    var report = state.report
    try state.evidence.settle { claim, match in
      guard let fault = claim.fault(match, in: archive) else { return }
      report.findings.append(
        Finding(severity: .finding, code: .missingRecord, path: claim.path, message: fault))
    }
    let stream = SHA256Stream()
    var last: (key: ArraySlice<UInt8>, folder: String)?
    let heads = try state.heads.sorted()
    while let item = try heads.next() {
      let parts = item.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let folder = String(decoding: parts[1], as: UTF8.self)
      if let last, last.key == parts[0] {
        report.findings.append(
          Finding(
            severity: .finding, code: .duplicatePage, path: folder,
            message: "'\(String(decoding: parts[0], as: UTF8.self))' is the page of '\(last.folder)' too"))
      }
      last = (parts[0], folder)
      guard !parts[2].isEmpty else { continue }
      stream.update(Array(parts[2]) + "  ".utf8 + parts[0] + "\n".utf8)
    }
    report.head = stream.finish()
    return report
  }
}
