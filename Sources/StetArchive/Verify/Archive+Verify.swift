internal import StetDigest
internal import StetModel
internal import Synchronization

extension Archive {
  /// Reads everything that the archive holds and checks that it is whole: every digest, both chains, every name.
  ///
  /// Files are read side by side, on all processors. Memory does not grow with the archive, but for the longest history of
  /// one page, the names of hosts, and what there is to say; what has to be put in order beyond 8 MiB goes through a
  /// temporary file. Another run may write at the same time: what it is at work on shows as a note at
  /// most.
  ///
  /// - Parameter progress: is told how much is done, and of how much.
  /// - Throws: only when the archive's folders cannot be listed; what is wrong in a page is in the report.
  public func verify(progress: (_ done: Int, _ total: Int) -> Void) throws(ArchiveError) -> VerificationReport {
    var report = VerificationReport(head: Digest.sha256(of: ""))
    let (files, folderCount) = try checkTop(&report)
    let total = files.count + folderCount
    progress(0, total)
    let tally = VerificationTally(report)
    let queue = try VerificationQueue(self, files: files)
    let isAtWork = self.isAtWork
    let done = Mutex(0)
    let threads = WorkerThreads(WorkerThreads.processors - 1) { [self] in
      check(queue, tally, isAtWork) { done.withLock { $0 += 1 } }
    }
    check(queue, tally, isAtWork) {
      progress(
        done.withLock {
          $0 += 1
          return $0
        }, total)
    }
    threads.join()
    if let error = queue.error { throw error }
    report = try tally.settle(self)
    try checkQuarantine(&report)
    progress(total, total)
    report.findings.sort { ($0.path, $0.code.rawValue, $0.message) < ($1.path, $1.code.rawValue, $1.message) }
    return report
  }

  /// Whether a run is at work or did not end well: then something may be half done.
  var isAtWork: Bool { (FileReading.length(of: layout.absolute(ArchiveLock.path)) ?? 1) > 0 }

  /// Looks at what there is to be looked at, on any thread, until nothing is left.
  private func check(_ queue: VerificationQueue, _ tally: VerificationTally, _ isAtWork: Bool, progress: () -> Void) {
    while let item = queue.next() {
      switch item {
      case .evidence(let folder, let name):
        var check = EvidenceVerification(layout, folder: folder, name: name, isAtWork: isAtWork, tally: tally)
        check.run()
        tally.add(check)
      case .page(let folder):
        var check = PageVerification(archive: self, folder: folder, isAtWork: isAtWork)
        check.run()
        // A run may have begun meanwhile, and be between a version and its line.
        if !isAtWork, check.findings.contains(where: { [.unloggedVersion, .missingVisitLog].contains($0.code) }) {
          check = PageVerification(archive: self, folder: folder, isAtWork: self.isAtWork)
          check.run()
        }
        tally.add(check)
      }
      progress()
    }
  }

  /// What stands beside the page folders. Above them any name is the user's business but a temporary one.
  /// - Returns: the WARC files, and how many page folders there are.
  private func checkTop(
    _ report: inout VerificationReport
  ) throws(ArchiveError) -> (files: [(folder: String, name: String)], folderCount: Int) {
    for folder in ["", ArchiveLayout.state] {
      for entry in try entries(in: folder) where TemporaryName.isTemporary(entry.name) {
        report.leftover(folder.isEmpty ? entry.name : "\(folder)/\(entry.name)", "a file that was never finished")
      }
    }
    var folderCount = 0
    for top in [ArchiveLayout.pages, ArchiveLayout.quarantine] {
      _ = try checkFolder(top, &report) { _ in true }
      for host in try folderNames(in: top) where "\(top)/\(host)" != EvidenceRecovery.folder {
        let counts = try checkFolder("\(top)/\(host)", &report, isExpected: FolderName.isPageFolder)
        if counts.entries == 0 { report.leftover("\(top)/\(host)", "an empty folder") }
        if top == ArchiveLayout.pages { folderCount += counts.expected }
      }
    }
    return (try checkWARCFolders(&report), folderCount)
  }

  /// Years, months, and in them WARC files, each with its index.
  private func checkWARCFolders(
    _ report: inout VerificationReport
  ) throws(ArchiveError) -> [(folder: String, name: String)] {
    func isNumber(_ name: String, of digits: Int) -> Bool {
      name.utf8.count == digits && name.utf8.allSatisfy(ASCII.isDigit)
    }
    _ = try checkFolder(ArchiveLayout.warc, &report) { isNumber($0, of: 4) }
    for year in try folderNames(in: ArchiveLayout.warc) {
      _ = try checkFolder("\(ArchiveLayout.warc)/\(year)", &report) { isNumber($0, of: 2) }
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
          report.findings.append(foreign(path))
        }
      }
    }
    return files
  }

  /// Checks that a folder holds only folders with expected names.
  /// - Returns: how many entries it has, and how many are such folders.
  private func checkFolder(
    _ path: String, _ report: inout VerificationReport, isExpected: (String) -> Bool
  ) throws(ArchiveError) -> (entries: Int, expected: Int) {
    var counts = (entries: 0, expected: 0)
    do throws(SystemCallError) {
      let stream = try FolderStream(layout.absolute(path))
      while let entry = try stream.next() {
        counts.entries += 1
        if TemporaryName.isIgnored(entry.name) { continue }
        if entry.kind != .other, TemporaryName.isTemporary(entry.name) {
          report.leftover(
            "\(path)/\(entry.name)", "a \(entry.kind == .file ? "file" : "folder") that was never finished")
        } else if entry.kind == .folder, isExpected(entry.name) {
          counts.expected += 1
        } else {
          report.findings.append(foreign("\(path)/\(entry.name)"))
        }
      }
    } catch  where error.isMissing {
      // No page yet, or nothing set aside.
    } catch {
      throw ArchiveError(error, action: "Cannot read the folder", subject: layout.absolute(path))
    }
    return counts
  }

  /// Something that stet did not put there.
  func foreign(_ path: String) -> Finding {
    let isLink = FileReading.isLink(layout.absolute(path))
    return Finding(
      severity: .finding, code: .foreignFile, path: path,
      message: isLink
        ? "a symbolic link, which stet does not follow: put what it leads to in its place"
        : "stet did not put this here")
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
          } else if entry.kind == .file, QuarantineFiles.isObservation(entry.name), isAtWork {
            report.leftover(file, "an observation that no visit names")
          } else if entry.kind == .file, QuarantineFiles.isObservation(entry.name) {
            report.add(
              .finding, .brokenQuarantine, file, "no visit names this observation, and no crash explains why")
          } else {
            report.findings.append(foreign(file))
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
