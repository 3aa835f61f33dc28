public import StetModel
internal import StetWARC

extension ArchiveWriter {
  /// Takes the text of a page, or of one of its versions, out of the archive: of its snapshots, of what was set aside,
  /// and of the responses in the WARC files. Digests, dates, addresses and the reason stay, and every chain holds.
  ///
  /// First the visit log says what is redacted and why; then the text goes. A run that ends between the two is finished
  /// by the next one that writes. What is redacted already is left as it is. The index is removed: it is made anew.
  ///
  /// - Parameters:
  ///   - version: one version, with what other rules have read in the same response and the observation that it was made
  ///     of; nil: all of them, and all observations.
  ///   - isRehearsal: whether nothing is written, only told.
  /// - Throws: `unknownVersion`; `damaged` when a file cannot be read that should be rewritten.
  public func redact(
    _ key: PageKey, version: Int? = nil, reason: String, at: Timestamp, isRehearsal: Bool = false
  ) throws(ArchiveError) -> RedactionReport {
    try changing { state throws(ArchiveError) in
      var page = try PageRecovery(archive: archive, file: file).open(key)
      let archived = ArchivedPage(key: key, folder: page.folder, aliases: [])
      let lines = try redactionLines(page, archived, version: version, reason: reason, at: at)
      var report = RedactionReport(page: key)
      report.versions = lines.compactMap(\.version)
      report.observations = lines.compactMap(\.quarantine)
      if isRehearsal {
        report.records = Self.names(try contents(of: RedactionTargets(page.log.visits + lines)))
        return report
      }
      for line in lines { page = try append(line, to: page) }
      // WARC files are about to be written anew: how long they were counts no more.
      if !EvidenceIndex(layout: archive.layout, file: file).sort(state.evidence.close()) { state.isClean = false }
      report.records = try carryOut(RedactionTargets(page.log.visits), archived)
      state.pages = OpenPages()
      return report
    }
  }

  /// Finishes what a run declared redacted and had no time to take out.
  func finishRedactions(of page: OpenPage) throws(ArchiveError) {
    let targets = RedactionTargets(page.log.visits)
    guard !targets.isEmpty else { return }
    _ = try carryOut(targets, ArchivedPage(key: page.key, folder: page.folder, aliases: []))
  }

  /// A visit for each version and observation that is not redacted yet.
  private func redactionLines(
    _ page: OpenPage, _ archived: ArchivedPage, version: Int?, reason: String, at: Timestamp
  ) throws(ArchiveError) -> [Visit] {
    let done = RedactionTargets(page.log.visits)
    var lines: [Visit] = []
    let versions = try archive.versions(of: archived)
    if let version, !versions.contains(version) { _ = try archive.snapshot(version, of: archived) }
    let responses = Dictionary(
      page.log.visits.filter(\.wroteVersion).compactMap { visit in visit.version.map { ($0, visit.record) } },
      uniquingKeysWith: { $1 })
    // What other rules have read in the same response has the same text.
    let isChosen = { (number: Int) in
      guard let version, number != version else { return true }
      guard let own = responses[version] ?? nil else { return false }
      return responses[number] == own
    }
    for number in versions where isChosen(number) && done.versions[number] == nil {
      let sealed = try archive.snapshot(number, of: archived)
      // A tombstone has no text.
      guard sealed.snapshot.review != nil else { continue }
      var visit = Visit(at: at, page: page.key, outcome: .redacted)
      (visit.version, visit.digest, visit.reason) = (number, sealed.digest, reason)
      lines.append(visit)
    }
    let accepted = Set(page.log.visits.filter { $0.version.map(isChosen) ?? false }.compactMap(\.accepted))
    for visit in page.log.visits where visit.outcome == .quarantined {
      guard let path = visit.quarantine, done.observations[path] == nil, version == nil || accepted.contains(path)
      else { continue }
      var line = Visit(at: at, page: page.key, outcome: .redacted)
      (line.quarantine, line.digest, line.reason) = (path, visit.digest, reason)
      lines.append(line)
    }
    return lines
  }

  private func append(_ visit: Visit, to page: OpenPage) throws(ArchiveError) -> OpenPage {
    var plan = PlannedVisit(page, visit)
    plan.action = "Cannot note a redaction in"
    plan.subject = page.folder
    var commit = GroupCommit([plan], layout: archive.layout, file: file)
    var evidence = EvidenceFiles(layout: archive.layout)
    return try commit.run(&evidence)[0].get().page
  }

  /// Takes out what is declared redacted, the snapshots last: as long as one of them has its text there is work to do.
  /// - Returns: the names of the records whose content went.
  private func carryOut(_ targets: RedactionTargets, _ page: ArchivedPage) throws(ArchiveError) -> [String] {
    let redaction = EvidenceRedaction(layout: archive.layout, file: file)
    let byFile = try contents(of: targets)
    for (path, records) in byFile.sorted(by: { $0.key < $1.key }) { try redaction.rewrite(path, records) }
    for (path, visit) in targets.observations.sorted(by: { $0.key < $1.key }) {
      // The path is data: it must not lead out of the page's own quarantine.
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      guard path == "\(ArchiveLayout.quarantineFolder(page.key))/\(name)", name.hasSuffix(".json"),
        QuarantineFiles.isObservation(name)
      else { throw Archive.damaged("\(page.folder)/\(ArchiveLayout.visitLog)", "a visit names '\(path)'") }
      guard try hasText(path) else { continue }
      let body = String(path.dropLast(5)) + ".body"
      do throws(SystemCallError) {
        try file.remove(archive.layout.absolute(body))
      } catch {
        throw ArchiveError(error, action: "Cannot redact the observation", subject: path)
      }
      try replace(path, visit)
    }
    for (version, visit) in targets.versions.sorted(by: { $0.key < $1.key }) {
      let path = "\(page.folder)/\(ArchiveLayout.snapshotName(version))"
      guard try hasText(path) else { continue }
      // Before, so that no crash leaves an index with words of a text that is gone; after, for a reader may have made one.
      IndexFile.remove(archive.layout)
      try replace(path, visit)
      IndexFile.remove(archive.layout)
    }
    return Self.names(byFile)
  }

  /// The records that still have their content, with the visits that declare them redacted, by WARC file.
  private func contents(of targets: RedactionTargets) throws(ArchiveError) -> [String: [String: Visit]] {
    var byFile: [String: [String: Visit]] = [:]
    for record in targets.records {
      guard let found = try archive.record(record.name, address: record.address, at: record.at),
        found.stored.record.head.type == .response
      else { continue }
      byFile[found.path, default: [:]][record.name] = record.declaration
    }
    return byFile
  }

  private static func names(_ byFile: [String: [String: Visit]]) -> [String] { byFile.values.flatMap(\.keys).sorted() }

  private func hasText(_ path: String) throws(ArchiveError) -> Bool { Redaction(of: try document(path)) == nil }

  private func document(_ path: String) throws(ArchiveError) -> JSONValue {
    let bytes: [UInt8]
    do throws(SystemCallError) {
      bytes = try FileReading.bytes(of: archive.layout.absolute(path))
    } catch {
      throw ArchiveError(error, action: "Cannot redact", subject: path)
    }
    guard let document = try? JSONParser.parse(bytes) else { throw Archive.damaged(path, "it is not JSON") }
    return document
  }

  private func replace(_ path: String, _ visit: Visit) throws(ArchiveError) {
    guard let digest = visit.digest else { throw Archive.damaged(path, "the visit that redacts it names no digest") }
    let document = try document(path)
    do throws(SystemCallError) {
      let redaction = Redaction(digest: digest, reason: visit.reason ?? "", at: visit.at)
      let steps = path.split(separator: "/")
      try file.replace(
        String(steps.last ?? ""), in: archive.layout.absolute(steps.dropLast().joined(separator: "/")),
        bytes: PrettyJSON.bytes(redaction.applied(to: document)))
    } catch {
      throw ArchiveError(error, action: "Cannot redact", subject: path)
    }
  }
}
