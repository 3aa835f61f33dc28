internal import Glibc
internal import StetModel

/// Checks one page folder.
struct PageVerification {
  let archive: Archive
  let folder: String
  let isAtWork: Bool

  private(set) var findings: [Finding] = []
  private(set) var snapshotCount = 0
  private(set) var visitCount = 0
  /// The page's key, from the first file or line that names it.
  private(set) var key: PageKey?
  /// Hash of the last visit line.
  private(set) var head: Digest?

  /// The records that its visits name.
  private(set) var claims: [EvidenceClaim] = []

  private var versions: [Int: VersionFacts] = [:]
  private var log = VisitLogVerification()

  /// - Parameter isAtWork: whether a run is at work or did not end well: only then may a last line be missing.
  init(archive: Archive, folder: String, isAtWork: Bool) {
    self.archive = archive
    self.folder = folder
    self.isAtWork = isAtWork
  }

  /// Runs all checks.
  mutating func run() {
    // The log first: a version that another run writes meanwhile then lacks its line, and not the other way round.
    let hasLog = readLog()
    let names: PageFolder
    do throws(ArchiveError) {
      guard let listed = try PageFolder.list(archive.layout, folder) else { return }
      names = listed
    } catch {
      return add(.finding, .unreadable, folder, error.message)
    }
    for name in names.temporaries { leftover("\(folder)/\(name)", "a file that was never finished") }
    for name in names.foreign { findings.append(archive.foreign("\(folder)/\(name)")) }
    if !hasLog, names.versions.last ?? 0 > (isAtWork ? 1 : 0) {
      add(
        .finding, .missingVisitLog, "\(folder)/\(ArchiveLayout.visitLog)",
        "the visit log is missing, though the page has versions")
    }
    readSnapshots(names)
    key = log.visits.first?.page ?? versions.min { $0.key < $1.key }?.value.page
    if key == nil, names.versions.isEmpty, names.foreign.isEmpty, log.visits.isEmpty, findings.allSatisfy(\.isNote) {
      return leftover(folder, "a page folder without a page")
    }
    checkKey()
    checkSnapshots(names)
    checkWritings(names, hasLog: hasLog)
    checkReferences(names)
    checkEvidence()
  }

  /// Reads the visit log; false when there is none.
  private mutating func readLog() -> Bool {
    let path = "\(folder)/\(ArchiveLayout.visitLog)"
    do throws(SystemCallError) {
      log = VisitLogVerification(try FileReading.bytes(of: archive.layout.absolute(path)))
    } catch  where error.number == ENOENT {
      return false
    } catch {
      add(.finding, .unreadable, path, ArchiveError(error, action: "Cannot read", subject: path).message)
      return true
    }
    head = log.head
    visitCount = log.visits.count
    for fault in log.faults { add(.finding, fault.code, path, "line \(fault.line): \(fault.reason)") }
    if log.remainder > 0 {
      leftover(path, "\(log.remainder) bytes of a visit line that was never finished")
    }
    return true
  }

  private mutating func readSnapshots(_ names: PageFolder) {
    for version in names.versions {
      let path = self.path(of: version)
      do throws(SystemCallError) {
        let bytes = try FileReading.bytes(of: archive.layout.absolute(path))
        snapshotCount += 1
        do throws(ArchiveError) {
          let (sealed, canonical) = try SealedSnapshot.opened(bytes, subject: path)
          versions[version] = VersionFacts(sealed)
          if let object = sealed.document.object, !MergedMember.isProved(snapshot: object) {
            let reason = "what it tells of the archive that it came from does not fit"
            add(.finding, .brokenSnapshot, path, reason)
          }
          if let fault = StoredForm.fault(of: bytes, saying: sealed.document, canonical) {
            add(.finding, .brokenSnapshot, path, fault)
          }
        } catch {
          add(.finding, .brokenSnapshot, path, error.message)
        }
      } catch {
        add(.finding, .unreadable, path, ArchiveError(error, action: "Cannot read", subject: path).message)
      }
    }
  }

  /// The page is in its folder, and everything in the folder is the page's.
  private mutating func checkKey() {
    guard let key else { return }
    let expected = ArchiveLayout.pageFolder(key)
    if folder != expected { add(.finding, .wrongPage, folder, "the folder of '\(key)' is '\(expected)'") }
    for (index, visit) in log.visits.enumerated() where visit.page != key {
      add(
        .finding, .wrongPage, "\(folder)/\(ArchiveLayout.visitLog)",
        "visit \(index + 1) is one of '\(visit.page)', not of '\(key)'")
    }
    for (version, facts) in versions.sorted(by: { $0.key < $1.key }) where facts.page != key {
      add(.finding, .wrongPage, path(of: version), "it is a version of '\(facts.page)', not of '\(key)'")
    }
  }

  /// Numbers and chain of the versions.
  private mutating func checkSnapshots(_ names: PageFolder) {
    let named = log.writings.values.compactMap(\.version)
    let highest = max(names.versions.last ?? 0, named.max() ?? 0)
    // Page folders may come from elsewhere: a version number of 10^15 must not be counted up to.
    let there = Set(names.versions)
    let missing = Set(named).union(names.versions.filter { versions[$0] != nil }.map { $0 - 1 }.filter { $0 > 0 })
      .subtracting(there)
    for version in missing.sorted() {
      let reason = named.contains(version) ? "the visit log names it" : "version \(highest) stands above it"
      add(.finding, .missingVersion, path(of: version), "the file is missing, though \(reason)")
    }
    for version in names.versions {
      guard let facts = versions[version] else { continue }
      if facts.version != version {
        add(.finding, .replacedSnapshot, path(of: version), "it is version \(facts.version)")
      }
      let before = versions[version - 1]?.digest ?? log.writings[version - 1]?.digest
      if version == 1 ? facts.previous != nil : before != nil && facts.previous != before {
        add(
          .finding, .brokenVersionChain, path(of: version),
          version == 1 ? "the first version names one before it" : "its 'previous' is not version \(version - 1)")
      }
    }
  }

  /// Each version has the visit that wrote it. Only the last may lack it: a crash came between the two.
  private mutating func checkWritings(_ names: PageFolder, hasLog: Bool) {
    for version in names.versions where log.writings[version] == nil {
      let isLast = version == names.versions.last && version == log.highestWritten + 1
      if isAtWork, isLast, log.faults.isEmpty, versions[version] != nil {
        add(
          .note, .unloggedVersion, path(of: version),
          "no visit names it: a crash came before its line, the next write adds it")
      } else if hasLog {
        add(
          .finding, .unloggedVersion, path(of: version),
          isLast && !isAtWork ? "no visit names it, and no crash explains why" : "no visit names it")
      }
    }
  }

  /// What visits name is there and is what they name.
  private mutating func checkReferences(_ names: PageFolder) {
    var named: [Int: Set<Digest>] = [:]
    for visit in log.visits {
      if let version = visit.version, let digest = visit.digest { named[version, default: []].insert(digest) }
    }
    for (version, digests) in named.sorted(by: { $0.key < $1.key }) {
      if let facts = versions[version], digests != [facts.digest] {
        add(.finding, .replacedSnapshot, path(of: version), "its digest is not the one in the visit log")
      }
      // A visit that names a version which no visit wrote, and which is not there.
      if log.writings[version] == nil, !names.versions.contains(version) {
        add(.finding, .missingVersion, path(of: version), "the file is missing, though the visit log names it")
      }
    }
    for (version, visit) in log.writings.sorted(by: { $0.key < $1.key }) {
      guard let facts = versions[version], facts.captured != visit.at else { continue }
      add(.finding, .brokenVisit, path(of: version), "it was captured at another time than its visit says")
    }
    checkRedactions()
    let quarantine = QuarantineVerification(
      layout: archive.layout, folder: folder, redacted: Set(RedactionTargets(log.visits).observations.keys))
    for visit in log.visits where visit.outcome == .quarantined { findings += quarantine.findings(of: visit) }
  }

  /// The responses that visits and versions name.
  private mutating func checkEvidence() {
    let redacted = Set(RedactionTargets(log.visits).records.map(\.name))
    let logPath = "\(folder)/\(ArchiveLayout.visitLog)"
    for (index, visit) in log.visits.enumerated() {
      for response in visit.responses {
        let record = response.record
        let claim = EvidenceClaim(response, number: index + 1, log: logPath, isRedacted: redacted.contains(record))
        if let claim {
          claims.append(claim)
        } else {
          let reason = "visit \(index + 1): it names the record '\(record)', which is no urn:uuid"
          add(.finding, .missingRecord, logPath, reason)
        }
      }
    }
    for (version, visit) in log.writings.sorted(by: { $0.key < $1.key }) {
      guard let facts = versions[version], facts.hasResponse else { continue }
      if facts.record != visit.record || facts.payload != visit.payload || !facts.parts.name(visit.parts) {
        add(.finding, .brokenVisit, path(of: version), "it was read from another response than its visit names")
      }
    }
  }

  /// What is redacted is declared so, and what is declared so is redacted.
  private mutating func checkRedactions() {
    let declared = Set(log.visits.filter { $0.outcome == .redacted }.compactMap(\.version))
    for (version, facts) in versions.sorted(by: { $0.key < $1.key }) {
      switch (facts.redaction, declared.contains(version)) {
      case (let redaction?, true):
        add(.note, .redacted, path(of: version), redaction.description)
      // The next write adds its visit, and that it was redacted.
      case (.some, false) where log.writings[version] == nil: break
      case (.some, false):
        add(.finding, .replacedSnapshot, path(of: version), "its text is gone, and no visit says that it was redacted")
      case (nil, true):
        add(.finding, .brokenSnapshot, path(of: version), "it is declared redacted and has its text: redact it again")
      case (nil, false): break
      }
    }
  }

  private func path(of version: Int) -> String { "\(folder)/\(ArchiveLayout.snapshotName(version))" }

  private mutating func add(_ severity: Finding.Severity, _ code: Finding.Code, _ path: String, _ message: String) {
    findings.append(Finding(severity: severity, code: code, path: path, message: message))
  }

  private mutating func leftover(_ path: String, _ what: String) {
    add(.note, .leftover, path, "\(what): left by a crash, cleared by the next write")
  }
}

extension [ResponsePart] {
  /// Whether they are the same responses.
  fileprivate func name(_ others: [ResponsePart]) -> Bool {
    count == others.count && zip(self, others).allSatisfy { $0.record == $1.record && $0.payload == $1.payload }
  }
}

extension Finding {
  fileprivate var isNote: Bool { severity == .note }
}
