internal import StetDigest
internal import StetModel

extension Archive {
  /// Reads everything that the archive holds and checks that it is whole: every digest, both chains, every name.
  ///
  /// Another run may write at the same time: what it is at work on shows as a note at most.
  ///
  /// - Parameter progress: is told how many page folders are done, and of how many.
  /// - Throws: only when the archive's folders cannot be listed; what is wrong in a page is in the report.
  public func verify(progress: (_ done: Int, _ total: Int) -> Void) throws(ArchiveError) -> VerificationReport {
    var report = VerificationReport(head: Digest.sha256(of: ""))
    try checkTop(&report)
    let folders = try pageFolders()
    var heads: [(key: PageKey, line: Digest)] = []
    var holders: [PageKey: String] = [:]
    for (index, folder) in folders.enumerated() {
      progress(index, folders.count)
      var check = PageVerification(archive: self, folder: folder)
      check.run()
      report.snapshots += check.snapshotCount
      report.visits += check.visitCount
      report.findings += check.findings
      guard let key = check.key else { continue }
      report.pages += 1
      if let other = holders.updateValue(folder, forKey: key) {
        report.add(.finding, .duplicatePage, folder, "'\(key)' is the page of '\(other)' too")
      }
      if let head = check.head { heads.append((key, head)) }
    }
    progress(folders.count, folders.count)
    try checkQuarantine(&report)
    report.findings.sort { ($0.path, $0.code.rawValue, $0.message) < ($1.path, $1.code.rawValue, $1.message) }
    report.head = Digest.sha256(
      of: heads.sorted { $0.key < $1.key }.map { "\($0.line.hexadecimal)  \($0.key)\n" }.joined())
    return report
  }

  /// What stands beside the page folders. Above them any name is the user's business but a temporary one.
  private func checkTop(_ report: inout VerificationReport) throws(ArchiveError) {
    for folder in ["", ArchiveLayout.state] {
      for entry in try entries(in: folder) where TemporaryName.isTemporary(entry.name) {
        report.leftover(folder.isEmpty ? entry.name : "\(folder)/\(entry.name)", "a file that was never finished")
      }
    }
    for top in [ArchiveLayout.pages, ArchiveLayout.quarantine] {
      try checkFolder(top, &report) { _ in true }
      for host in try folderNames(in: top) where "\(top)/\(host)" != EvidenceRecovery.folder {
        if try entries(in: "\(top)/\(host)").isEmpty { report.leftover("\(top)/\(host)", "an empty folder") }
        try checkFolder("\(top)/\(host)", &report, isExpected: FolderName.isPageFolder)
      }
    }
  }

  /// Checks that a folder holds only folders with expected names.
  private func checkFolder(
    _ path: String, _ report: inout VerificationReport, isExpected: (String) -> Bool
  ) throws(ArchiveError) {
    for entry in try entries(in: path) where !TemporaryName.isIgnored(entry.name) {
      if entry.kind == .file, TemporaryName.isTemporary(entry.name) {
        report.leftover("\(path)/\(entry.name)", "a file that was never finished")
      } else if entry.kind != .folder || !isExpected(entry.name) {
        report.add(.finding, .foreignFile, "\(path)/\(entry.name)", "stet did not put this here")
      }
    }
  }

  /// Observations in quarantine that no visit names. Those that one names were checked with their page.
  private func checkQuarantine(_ report: inout VerificationReport) throws(ArchiveError) {
    for host in try folderNames(in: ArchiveLayout.quarantine) {
      for page in try folderNames(in: "\(ArchiveLayout.quarantine)/\(host)") where FolderName.isPageFolder(page) {
        let path = "\(ArchiveLayout.quarantine)/\(host)/\(page)"
        let entries = try entries(in: path)
        if entries.isEmpty { report.leftover(path, "an empty folder") }
        // A log that cannot be read has its finding already.
        guard let log = try? VisitLog.read(layout, folder: "\(ArchiveLayout.pages)/\(host)/\(page)") else { continue }
        let named = Set(log.visits.compactMap(\.quarantine).flatMap(QuarantineFiles.paths(ofObservation:)))
        for entry in entries where !TemporaryName.isIgnored(entry.name) && !named.contains("\(path)/\(entry.name)") {
          let file = "\(path)/\(entry.name)"
          if entry.kind == .file, TemporaryName.isTemporary(entry.name) {
            report.leftover(file, "a file that was never finished")
          } else if entry.kind == .file, QuarantineFiles.isObservation(entry.name) {
            report.leftover(file, "an observation that no visit names")
          } else {
            report.add(.finding, .foreignFile, file, "stet did not put this here")
          }
        }
      }
    }
  }
}

extension VerificationReport {
  fileprivate mutating func add(
    _ severity: Finding.Severity, _ code: Finding.Code, _ path: String, _ message: String
  ) {
    findings.append(Finding(severity: severity, code: code, path: path, message: message))
  }

  fileprivate mutating func leftover(_ path: String, _ what: String) {
    add(.note, .leftover, path, "\(what): left by a crash, cleared by the next write")
  }
}
