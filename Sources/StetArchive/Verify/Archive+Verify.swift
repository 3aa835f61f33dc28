internal import StetDigest
internal import StetModel

extension Archive {
  /// Reads everything that the archive holds and checks that it is whole: every digest, both chains, every name.
  ///
  /// Files are read side by side, on all processors. Memory grows by 32 bytes for each response and by the name of each
  /// page, and not with what they hold. Another run may write at the same time: what it is at work on shows as a note at
  /// most.
  ///
  /// - Parameter progress: is told how much is done, and of how much.
  /// - Throws: only when the archive's folders cannot be listed; what is wrong in a page is in the report.
  public func verify(progress: (_ done: Int, _ total: Int) -> Void) throws(ArchiveError) -> VerificationReport {
    var report = VerificationReport(head: Digest.sha256(of: ""))
    let files = try checkTop(&report)
    let folders = try pageFolders()
    let total = files.count + folders.count
    progress(0, total)
    let evidence = ReferenceVerification(
      archive: self, table: verifyEvidence(files, &report) { progress($0, total) })
    let archive = self
    let checks = ParallelWork.run(
      folders.count, threads: WorkerThreads.processors, progress: { progress(files.count + $0, total) }
    ) { index in
      var check = PageVerification(archive: archive, folder: folders[index], evidence: evidence)
      check.run()
      return PageResult(check)
    }
    var heads: [(key: PageKey, line: Digest)] = []
    var holders: [PageKey: String] = [:]
    for (folder, check) in zip(folders, checks) {
      report.snapshots += check.snapshots
      report.visits += check.visits
      report.findings += check.findings
      guard let key = check.key else { continue }
      report.pages += 1
      if let other = holders.updateValue(folder, forKey: key) {
        report.add(.finding, .duplicatePage, folder, "'\(key)' is the page of '\(other)' too")
      }
      if let head = check.head { heads.append((key, head)) }
    }
    progress(total, total)
    try checkQuarantine(&report)
    report.findings.sort { ($0.path, $0.code.rawValue, $0.message) < ($1.path, $1.code.rawValue, $1.message) }
    report.head = Digest.sha256(
      of: heads.sorted { $0.key < $1.key }.map { "\($0.line.hexadecimal)  \($0.key)\n" }.joined())
    return report
  }

  /// What is kept of the check of a page.
  private struct PageResult: Sendable {
    let findings: [Finding]
    let snapshots: Int
    let visits: Int
    let key: PageKey?
    let head: Digest?

    init(_ check: PageVerification) {
      (findings, snapshots, visits) = (check.findings, check.snapshotCount, check.visitCount)
      (key, head) = (check.key, check.head)
    }
  }

  /// Checks the WARC files.
  /// - Returns: what records there are.
  private func verifyEvidence(
    _ files: [(folder: String, name: String)], _ report: inout VerificationReport, progress: (Int) -> Void
  ) -> EvidenceTable {
    let lock = layout.absolute(ArchiveLock.path)
    let isAtWork = (FileReading.length(of: lock) ?? 1) > 0
    let layout = layout
    let checks = ParallelWork.run(files.count, threads: WorkerThreads.processors, progress: progress) { index in
      var check = EvidenceVerification(
        layout, folder: files[index].folder, name: files[index].name, isAtWork: isAtWork)
      check.run()
      return (
        findings: check.findings, records: check.recordCount, entries: check.entries, references: check.references
      )
    }
    var table = EvidenceTable()
    for check in checks {
      report.findings += check.findings
      report.records += check.records
      for entry in check.entries { table.insert(entry) }
    }
    for (file, check) in zip(files, checks) {
      for reference in check.references where table.match(reference.entry) != .same {
        report.add(
          .finding, .missingRecord, "\(file.folder)/\(file.name)",
          "the revisit at byte \(reference.offset) leans on a record that is missing or has another payload")
      }
    }
    return table
  }

  /// What stands beside the page folders. Above them any name is the user's business but a temporary one.
  /// - Returns: the WARC files, in the order of their names.
  private func checkTop(
    _ report: inout VerificationReport
  ) throws(ArchiveError) -> [(folder: String, name: String)] {
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
    return try checkWARCFolders(&report)
  }

  /// Years, months, and in them WARC files, each with its index.
  private func checkWARCFolders(
    _ report: inout VerificationReport
  ) throws(ArchiveError) -> [(folder: String, name: String)] {
    func isNumber(_ name: String, of digits: Int) -> Bool {
      name.utf8.count == digits && name.utf8.allSatisfy(ASCII.isDigit)
    }
    try checkFolder(ArchiveLayout.warc, &report) { isNumber($0, of: 4) }
    for year in try folderNames(in: ArchiveLayout.warc) {
      try checkFolder("\(ArchiveLayout.warc)/\(year)", &report) { isNumber($0, of: 2) }
    }
    var files: [(folder: String, name: String)] = []
    for folder in try evidenceFolders() {
      let entries = try entries(in: folder)
      let names = Set(entries.map(\.name))
      for entry in entries where !TemporaryName.isIgnored(entry.name) {
        let path = "\(folder)/\(entry.name)"
        if entry.kind == .file, TemporaryName.isTemporary(entry.name) {
          report.leftover(path, "a file that was never finished")
        } else if entry.kind == .file, WARCFileName(entry.name) != nil {
          files.append((folder, entry.name))
        } else if entry.kind == .file, entry.name.hasSuffix(WARCFileName.indexSuffix),
          WARCFileName(String(entry.name.dropLast(WARCFileName.indexSuffix.utf8.count))) != nil
        {
          let name = String(entry.name.dropLast(WARCFileName.indexSuffix.utf8.count))
          if !names.contains(name) {
            report.add(.finding, .brokenIndex, path, "the WARC file that it is the index of is missing")
          }
        } else {
          report.add(.finding, .foreignFile, path, "stet did not put this here")
        }
      }
    }
    return files
  }

  /// Checks that a folder holds only folders with expected names.
  private func checkFolder(
    _ path: String, _ report: inout VerificationReport, isExpected: (String) -> Bool
  ) throws(ArchiveError) {
    for entry in try entries(in: path) where !TemporaryName.isIgnored(entry.name) {
      if entry.kind != .other, TemporaryName.isTemporary(entry.name) {
        report.leftover(
          "\(path)/\(entry.name)", "a \(entry.kind == .file ? "file" : "folder") that was never finished")
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
