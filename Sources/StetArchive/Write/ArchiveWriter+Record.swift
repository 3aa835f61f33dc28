public import StetModel

extension ArchiveWriter {
  /// Stores a capture when it differs from the page as it stood at that time, and logs the visit either way.
  ///
  /// It is compared (`Review.versionedContent`) with its neighbour in time: the latest version captured at or before
  /// it, else the first one after it. A page that was gone and is back makes a version whatever it says.
  /// - Returns: the visit, durable with all that it names.
  /// - Throws: `unstorable` when the record could not be read again; `damaged`, `folderCollision`; `noSpace`,
  ///   `cannotWrite`, `inputOutput`.
  public func record(_ capture: Capture) throws(ArchiveError) -> Visit {
    try record(.seen(capture))
  }

  /// Logs that the server answered 304 Not Modified to a request with `validators(for:)`.
  ///
  /// - Parameters:
  ///   - address: the address that was asked for.
  ///   - etag: the validator that came with the answer; nil keeps the one before.
  ///   - exchanges: the evidence: the request and the response, and redirects before them.
  ///   - parts: what the parts answered that `validators(for:)` named, in their order; empty leaves them as they were.
  /// - Throws: `unknownPage` when the archive has no version that could be unchanged; else as `record`.
  public func recordNotModified(
    _ address: PageAddress, at: Timestamp, etag: String? = nil, lastModified: String? = nil,
    exchanges: [HTTPExchange] = [], parts: [UnchangedPart] = []
  ) throws(ArchiveError) -> Visit {
    try record(
      .notModified(address, at: at, etag: etag, lastModified: lastModified, exchanges: exchanges, parts: parts))
  }

  /// - Parameter observation: path of the observation that a person takes out of quarantine with this; nil otherwise.
  func plan(
    _ capture: Capture, _ page: OpenPage, accepting observation: String? = nil
  ) throws(ArchiveError) -> PlannedVisit {
    guard capture.cause != .gone else {
      throw ArchiveError(
        code: .unstorable,
        message: "Cannot store '\(capture.page)' as gone: it has a record. Use recordAbsence.",
        subject: capture.page.description)
    }
    var response = capture.response
    let evidence = page.evidence(capture, for: &response)
    var visit = Visit(at: capture.captured, page: capture.page, outcome: .unchanged)
    visit.note(response)
    visit.aliases = page.newAliases(capture.aliases)
    visit.accepted = observation
    if let same = try unchangedVersion(page, capture) {
      visit.version = same.snapshot.version
      visit.digest = same.digest
      return PlannedVisit(page, visit, evidence)
    }
    visit.outcome = capture.cause == .extractor ? .reextracted : page.highestVersion == 0 ? .new : .changed
    let snapshot = Snapshot(
      page: capture.page, version: page.highestVersion + 1, captured: capture.captured, cause: capture.cause,
      previous: page.digest(of: page.highestVersion), response: response, extractor: capture.extractor,
      review: capture.review, provenance: capture.provenance)
    return try plan(snapshot, visit, evidence, page)
  }

  func planNotModified(
    _ address: PageAddress, at: Timestamp, etag: String?, lastModified: String?, _ exchanges: [HTTPExchange],
    _ parts: [UnchangedPart], _ page: OpenPage
  ) throws(ArchiveError) -> PlannedVisit {
    let marks = page.log.visitsInTime.filter { $0.outcome.sawThePage || $0.outcome == .gone }
    guard let last = marks.last, last.version != nil, last.outcome != .gone,
      !RedactionTargets(page.log.visits).covers(last)
    else { throw Self.nothingKept(address) }
    guard parts.isEmpty || parts.count == last.parts.count else { throw Self.nothingKept(address) }
    var visit = last
    visit.at = at
    visit.outcome = .unchanged
    visit.wroteVersion = false
    visit.isAdopted = false
    visit.accepted = nil
    visit.aliases = page.newAliases([address])
    visit.status = 304
    visit.etag = etag ?? last.etag
    visit.lastModified = lastModified ?? last.lastModified
    var evidence = page.evidence(exchanges, payload: last.payload)
    visit.record = evidence.last?.record
    for (index, part) in parts.enumerated() {
      let own = page.evidence(part.exchanges, payload: last.parts[index].payload)
      visit.parts[index].captured = part.at
      visit.parts[index].status = part.status
      visit.parts[index].etag = part.etag ?? last.parts[index].etag
      visit.parts[index].lastModified = part.lastModified ?? last.parts[index].lastModified
      visit.parts[index].record = own.last?.record
      evidence += own
    }
    return PlannedVisit(page, visit, evidence)
  }

  /// A visit that writes a version.
  func plan(
    _ snapshot: Snapshot, _ visit: Visit, _ evidence: [PlannedVisit.Evidence], _ page: OpenPage
  ) throws(ArchiveError) -> PlannedVisit {
    let sealed = SealedSnapshot.seal(snapshot)
    let bytes = sealed.bytes
    let name = ArchiveLayout.snapshotName(snapshot.version)
    do throws(ArchiveError) {
      // Nothing is written that could not be read again (nesting beyond the parser's limit, say).
      _ = try SealedSnapshot.read(bytes, subject: "\(page.folder)/\(name)")
    } catch {
      throw ArchiveError(
        code: .unstorable,
        message: "Cannot store '\(snapshot.page)': its record could not be read again (\(error.message)). "
          + "Report the page: this is a fault of stet.", subject: snapshot.page.description)
    }
    var plan = PlannedVisit(page, visit, evidence)
    plan.visit.version = snapshot.version
    plan.visit.digest = sealed.digest
    plan.visit.wroteVersion = true
    plan.files = [PlannedVisit.NewFile(folder: page.folder, name: name, bytes: bytes)]
    plan.action = "Cannot store a snapshot in"
    plan.subject = archive.path
    return plan
  }

  private func unchangedVersion(_ page: OpenPage, _ capture: Capture) throws(ArchiveError) -> SealedSnapshot? {
    guard let neighbour = page.neighbour(at: capture.captured), !neighbour.isGone else { return nil }
    let archived = ArchivedPage(key: page.key, folder: page.folder, aliases: [])
    let sealed = try archive.snapshot(neighbour.version, of: archived)
    // Other rules are no other page.
    if sealed.digest == capture.confirms { return sealed }
    return sealed.snapshot.review?.versionedContent == capture.review.versionedContent ? sealed : nil
  }

  static func nothingKept(_ address: PageAddress) -> ArchiveError {
    ArchiveError(
      code: .unknownPage,
      message: "Cannot note '\(address)' as unchanged: the archive has no version of it. "
        + "Fetch it without If-None-Match and If-Modified-Since.", subject: address.description)
  }
}
