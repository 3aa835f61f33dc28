internal import StetDigest
internal import StetModel

/// Takes over what another archive knows of a page that this one has, too: line by line of its log, in its order, each line
/// that is not here yet.
///
/// The digest of a line tells whether it is here: that which it had where it was first written. Versions get the next
/// numbers; one that says what its neighbour in time says is only logged, as it is with a visit.
struct PageMerge {
  /// How many lines are appended at a time.
  private static let maximumLines = 1000

  /// What was taken over.
  struct Counts {
    var versions = 0
    var visits = 0
    var observations = 0
    /// What came without its text.
    var redacted = 0
  }

  /// A text that the other archive has redacted and that stands here.
  struct Unredacted: Hashable {
    let subject: String
    let reason: String
  }

  let archive: Archive
  let other: Archive
  let source: OtherPage
  let covered: CoveredText
  private(set) var counts = Counts()
  private(set) var unredacted: [Unredacted] = []

  /// The lines that are not here.
  private var pending: ArraySlice<OtherPage.Line>
  /// The numbers that the other archive's versions have here, and the paths that its observations have.
  private var versions: [Int: Int] = [:]
  private var observations: [String: String] = [:]
  /// Digests of versions here, where the open page does not know them yet.
  private var digests: [Int: Digest] = [:]
  private var redactedVersions: Set<Int>
  private var redactedObservations: Set<String>
  private let redactions: PageRedactions
  /// Versions that were planned in a rehearsal, and so are in no file.
  private var rehearsed: [Int: SealedSnapshot]?

  /// - Parameter isRehearsal: whether what is planned will not be written.
  init(
    archive: Archive, other: Archive, source: OtherPage, page: OpenPage, isRehearsal: Bool = false
  ) throws(ArchiveError) {
    self.archive = archive
    self.other = other
    self.source = source
    let here = try Self.lines(of: page, in: archive)
    var versions: [Int: Int] = [:]
    var observations: [String: String] = [:]
    var pending: [OtherPage.Line] = []
    for line in source.lines {
      guard let known = here[line.origin] else {
        pending.append(line)
        continue
      }
      if let version = line.visit.version, let own = known.version { versions[version] = own }
      if let path = line.visit.quarantine, let own = known.quarantine { observations[path] = own }
    }
    (self.versions, self.observations, self.pending) = (versions, observations, pending[...])
    let targets = RedactionTargets(page.log.visits)
    redactedVersions = Set(targets.versions.keys)
    redactedObservations = Set(targets.observations.keys)
    redactions = PageRedactions(page.log.visits)
    covered = CoveredText(source, redactions, local: versions, declared: targets.versions)
    rehearsed = isRehearsal ? [:] : nil
  }

  /// Adds what was redacted here to what is known of it.
  func add(to merged: inout MergeRedactions) { merged.add(redactions, source, covered) }

  /// What is to be written next, with one new version or observation at most; nil at the end.
  mutating func next(_ page: OpenPage) throws(ArchiveError) -> PlannedVisit? {
    var lines: [PlannedVisit.Line] = []
    var files: [PlannedVisit.NewFile] = []
    var head = page.log.head
    while let line = pending.first, lines.count < Self.maximumLines {
      var step = try step(line, page)
      guard files.isEmpty || step?.files.isEmpty ?? true else { break }
      pending.removeFirst()
      guard let found = step.take() else { continue }
      files += found.files
      note(found, of: line)
      for var new in [relogged(line, found.changes, head)] + found.declarations.map({ .init(visit: $0, members: nil) })
      {
        new.visit.previous = head
        head = VisitLines.hash(VisitLines.line(new.visit, new.members)[...])
        lines.append(new)
      }
    }
    guard let first = lines.first else { return nil }
    var plan = PlannedVisit(page, first.visit)
    plan.members = first.members
    plan.followers = Array(lines.dropFirst())
    plan.files = files
    plan.action = "Cannot take over the page"
    plan.subject = page.key.description
    return plan
  }

  /// What a line of the other archive comes to here.
  private struct Step {
    var changes: [(name: String, value: JSONValue?)] = []
    var files: [PlannedVisit.NewFile] = []
    /// That what it brought has no text.
    var declarations: [Visit] = []
    /// The version that it wrote or found.
    var version: (number: Int, digest: Digest)?
    var sealed: SealedSnapshot?
    /// The path of what it set aside.
    var observation: String?
  }

  private mutating func note(_ step: Step, of line: OtherPage.Line) {
    counts.visits += 1
    if let version = step.version {
      if line.visit.wroteVersion, let foreign = line.visit.version { versions[foreign] = version.number }
      digests[version.number] = version.digest
    }
    if let sealed = step.sealed {
      counts.versions += 1
      rehearsed?[sealed.snapshot.version] = sealed
    }
    if let path = line.visit.quarantine, let own = step.observation {
      observations[path] = own
      if !step.files.isEmpty { counts.observations += 1 }
    }
    for declaration in step.declarations {
      counts.redacted += 1
      if let version = declaration.version { redactedVersions.insert(version) }
      if let path = declaration.quarantine { redactedObservations.insert(path) }
    }
  }

  /// The line as it stands here: bit for bit where it follows on the same line as there.
  private func relogged(
    _ line: OtherPage.Line, _ changes: [(name: String, value: JSONValue?)], _ head: Digest?
  ) -> PlannedVisit.Line {
    let isSame = line.visit.previous == head && changes.allSatisfy { line.members[$0.name] == $0.value }
    let members =
      isSame
      ? line.members
      : MergedMember.applied(to: line.members, changes: changes + [("previous", nil)], digest: line.hash)
    var visit = line.visit
    if let changed = try? Visit(json: .object(members)) { visit = changed }
    return PlannedVisit.Line(visit: visit, members: members)
  }

  /// - Returns: nil for a line that is not taken over.
  private mutating func step(_ line: OtherPage.Line, _ page: OpenPage) throws(ArchiveError) -> Step? {
    let visit = line.visit
    var step: Step
    if visit.outcome == .redacted {
      guard let found = redactionStep(visit, page) else { return nil }
      return found
    } else if visit.outcome == .quarantined {
      step = try quarantineStep(visit, page)
    } else if visit.wroteVersion {
      step = try versionStep(visit, page)
    } else {
      step = Step()
      if let version = visit.version {
        let own = try self.version(version, page)
        step.version = own
        step.changes = Self.naming(own.number, own.digest)
      }
    }
    if let path = visit.accepted {
      guard let own = observations[path] else { throw unknown(path) }
      step.changes.append(("accepted", .string(own)))
    }
    return step
  }

  /// That the other archive has redacted something is only logged where its text is gone here, too. It goes with a person's
  /// word, and not because another archive says so.
  private mutating func redactionStep(_ visit: Visit, _ page: OpenPage) -> Step? {
    var step = Step()
    if let version = visit.version {
      guard let own = versions[version], redactedVersions.contains(own), let digest = digest(of: own, page)
      else {
        let number = versions[version].map { "@\($0)" } ?? ""
        unredacted.append(Unredacted(subject: "\(visit.page)\(number)", reason: visit.reason ?? ""))
        return nil
      }
      step.changes = Self.naming(own, digest)
    } else if let path = visit.quarantine {
      guard let own = observations[path], redactedObservations.contains(own) else {
        unredacted.append(Unredacted(subject: observations[path] ?? path, reason: visit.reason ?? ""))
        return nil
      }
      step.changes = [("quarantine", .string(own))]
    }
    return step
  }

  private func versionStep(_ visit: Visit, _ page: OpenPage) throws(ArchiveError) -> Step {
    guard let foreign = visit.version else { throw unknown("a version") }
    let sealed = try other.snapshot(foreign, of: source.page)
    guard sealed.digest == visit.digest else { throw unknown("version \(foreign)") }
    let declaration = covered.versions[foreign]
    var step = Step()
    if let same = try sameVersion(sealed, isCovered: declaration != nil, page) {
      step.version = (same.snapshot.version, same.digest)
      // A second tombstone says no more than that the page was not there.
      let isGone = sealed.snapshot.review == nil && sealed.redaction == nil
      step.changes =
        isGone
        ? [("outcome", "absent"), ("version", nil), ("digest", nil), ("wrote", nil)]
        : Self.naming(same.snapshot.version, same.digest) + [("outcome", "unchanged"), ("wrote", nil)]
      return step
    }
    let number = page.highestVersion + 1
    let document = try merged(sealed, number: number, previous: digest(of: number - 1, page), without: declaration)
    let name = ArchiveLayout.snapshotName(number)
    let bytes = PrettyJSON.bytes(document)
    let own = try SealedSnapshot.read(bytes, subject: "\(page.folder)/\(name)")
    step.files = [PlannedVisit.NewFile(folder: page.folder, name: name, bytes: bytes)]
    step.sealed = own
    step.version = (number, own.digest)
    step.changes = Self.naming(number, own.digest)
    if visit.outcome == .new, number > 1 { step.changes.append(("outcome", "changed")) }
    if let redaction = own.redaction {
      var line = Visit(at: redaction.at, page: page.key, outcome: .redacted)
      (line.version, line.digest, line.reason) = (number, own.digest, redaction.reason)
      step.declarations = [line]
    }
    return step
  }

  /// A snapshot under another number.
  private func merged(
    _ sealed: SealedSnapshot, number: Int, previous: Digest?, without declaration: Visit?
  ) throws(ArchiveError) -> JSONValue {
    guard let object = sealed.document.object, let written = DigestSeal.digest(writtenOn: sealed.document) else {
      throw unknown("version \(sealed.snapshot.version)")
    }
    var document = sealed.document
    if sealed.snapshot.version != number || sealed.snapshot.previous != previous {
      let changes: [(name: String, value: JSONValue?)] = [
        ("version", .number(Double(number))), ("previous", previous.map { .string($0.description) }),
      ]
      document = DigestSeal.seal(.object(MergedMember.applied(to: object, changes: changes, digest: written))).document
    }
    guard let declaration, sealed.redaction == nil else { return document }
    return Redaction(digest: sealed.digest, reason: declaration.reason ?? "", at: declaration.at).applied(to: document)
  }

  /// The version here that the other archive's would only repeat; nil when it is to be stored.
  private func sameVersion(
    _ sealed: SealedSnapshot, isCovered: Bool, _ page: OpenPage
  ) throws(ArchiveError) -> SealedSnapshot? {
    let snapshot = sealed.snapshot
    // After a crash a version may be here without the line that brought it.
    let origin = Self.origin(sealed)
    for found in page.timeline where found.captured == snapshot.captured {
      let own = try version(found.version)
      if Self.origin(own) == origin { return own }
    }
    guard !isCovered, sealed.redaction == nil, let neighbour = page.neighbour(at: snapshot.captured) else { return nil }
    guard let review = snapshot.review else { return neighbour.isGone ? try version(neighbour.version) : nil }
    guard !neighbour.isGone else { return nil }
    let own = try version(neighbour.version)
    guard let text = own.snapshot.review else { return nil }
    let isSameCapture =
      own.snapshot.captured == snapshot.captured && snapshot.cause != .extractor
      && snapshot.response?.payload != nil && own.snapshot.response?.payload == snapshot.response?.payload
    return isSameCapture || text.versionedContent == review.versionedContent ? own : nil
  }

  private func quarantineStep(_ visit: Visit, _ page: OpenPage) throws(ArchiveError) -> Step {
    guard let path = visit.quarantine, let name = path.split(separator: "/").last else {
      throw unknown("an observation")
    }
    let folder = ArchiveLayout.quarantineFolder(page.key)
    guard path == "\(folder)/\(name)", QuarantineFiles.isObservation(String(name)) else { throw unknown(path) }
    let bytes = try self.bytes(path)
    guard let document = try? JSONParser.parse(bytes) else { throw unknown(path) }
    let redaction = Redaction(of: document)
    guard redaction?.digest ?? DigestSeal.digest(of: document) == visit.digest, let digest = visit.digest else {
      throw unknown(path)
    }
    var files: [PlannedVisit.NewFile] = []
    var without = redaction
    if without == nil, let declaration = covered.observations[path] {
      without = Redaction(digest: digest, reason: declaration.reason ?? "", at: declaration.at)
    }
    let own = without.map { redaction == nil ? PrettyJSON.bytes($0.applied(to: document)) : bytes } ?? bytes
    let (stem, isHere) = stem(for: own, at: visit.at, in: folder, page)
    var step = Step()
    let place = "\(folder)/\(stem).json"
    if !isHere {
      if without == nil, document["body"]?.string != nil {
        let body = try self.bytes(String(path.dropLast(5)) + ".body")
        files.append(PlannedVisit.NewFile(folder: folder, name: "\(stem).body", bytes: body))
      }
      files.append(PlannedVisit.NewFile(folder: folder, name: "\(stem).json", bytes: own))
    }
    step.files = files
    step.observation = place
    step.changes = [("quarantine", .string(place))]
    if let without, !redactedObservations.contains(place) {
      var line = Visit(at: without.at, page: page.key, outcome: .redacted)
      (line.quarantine, line.digest, line.reason) = (place, digest, without.reason)
      step.declarations = [line]
    }
    return step
  }

  /// The name under which an observation is kept here: the first that is free, or holds the same.
  private func stem(
    for bytes: [UInt8], at: Timestamp, in folder: String, _ page: OpenPage
  ) -> (stem: String, isHere: Bool) {
    var attempt = 1
    while true {
      let stem = QuarantineFiles.stem(at, attempt: attempt)
      let path = "\(folder)/\(stem).json"
      if let found = try? FileReading.bytes(of: archive.layout.absolute(path)) {
        if found == bytes { return (stem, true) }
      } else if !observations.values.contains(path) {
        return (stem, false)
      }
      attempt += 1
    }
  }

  private func bytes(_ path: String) throws(ArchiveError) -> [UInt8] {
    do throws(SystemCallError) {
      return try FileReading.bytes(of: other.layout.absolute(path))
    } catch {
      throw ArchiveError(error, action: "Cannot read", subject: other.layout.absolute(path))
    }
  }

  private func version(_ number: Int) throws(ArchiveError) -> SealedSnapshot {
    if let planned = rehearsed?[number] { return planned }
    return try archive.snapshot(number, of: source.page)
  }

  /// The number that a version of the other archive has here, and its digest here.
  private func version(_ foreign: Int, _ page: OpenPage) throws(ArchiveError) -> (number: Int, digest: Digest) {
    guard let number = versions[foreign], let digest = digest(of: number, page) else {
      throw unknown("version \(foreign)")
    }
    return (number, digest)
  }

  private func digest(of number: Int, _ page: OpenPage) -> Digest? { page.digest(of: number) ?? digests[number] }

  private func unknown(_ what: String) -> ArchiveError {
    ArchiveError(
      code: .damaged,
      message: "Cannot take over '\(source.page.key)': its visit log names \(what), which is not what it should be. "
        + "Run 'stet verify' on '\(other.path)'.", subject: source.page.key.description)
  }

  private static func naming(_ number: Int, _ digest: Digest) -> [(name: String, value: JSONValue?)] {
    [("version", .number(Double(number))), ("digest", .string(digest.description))]
  }

  private static func origin(_ sealed: SealedSnapshot) -> String {
    let written = DigestSeal.digest(writtenOn: sealed.document) ?? sealed.digest
    return MergedMember.origin(of: sealed.document.object ?? JSONObject(), digest: written)
  }

  /// What the lines here name, by the digests by which all archives know them.
  private static func lines(
    of page: OpenPage, in archive: Archive
  ) throws(ArchiveError) -> [String: (version: Int?, quarantine: String?)] {
    guard !page.log.visits.isEmpty else { return [:] }
    var lines: [String: (version: Int?, quarantine: String?)] = [:]
    for line in try OtherPage(archive, folder: page.folder).lines {
      lines[line.origin] = (line.visit.version, line.visit.quarantine)
    }
    return lines
  }
}
