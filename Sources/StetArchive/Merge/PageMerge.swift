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

  let source: OtherPage
  private(set) var counts = Counts()
  private(set) var unredacted: [Unredacted] = []

  /// The lines that are not here.
  private var pending: ArraySlice<OtherPage.Line>
  private var names: MergedNames
  private let redactions: PageRedactions
  private var versions: VersionMerge
  private let observations: ObservationMerge
  private let other: Archive
  private let covered: CoveredText

  /// - Parameter isRehearsal: whether what is planned will not be written.
  init(
    archive: Archive, other: Archive, source: OtherPage, page: OpenPage, isRehearsal: Bool = false
  ) throws(ArchiveError) {
    self.source = source
    self.other = other
    let here = try Self.lines(of: page, in: archive)
    let targets = RedactionTargets(page.log.visits)
    var names = MergedNames(redacted: targets)
    pending = source.lines.filter { here[$0.origin] == nil }[...]
    for line in source.lines {
      guard let known = here[line.origin] else { continue }
      names.note(line.visit, versionHere: known.version, observationHere: known.quarantine)
    }
    redactions = PageRedactions(page.log.visits)
    covered = CoveredText(source, redactions, local: names.versions, declared: targets.versions)
    versions = VersionMerge(
      archive: archive, other: other, source: source, covered: covered, rehearsed: isRehearsal ? [:] : nil)
    observations = ObservationMerge(archive: archive, other: other, source: source, covered: covered)
    self.names = names
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

  private mutating func note(_ step: MergeStep, of line: OtherPage.Line) {
    counts.visits += 1
    if let sealed = step.sealed {
      counts.versions += 1
      versions.rehearsed?[sealed.snapshot.version] = sealed
    }
    if step.observation != nil, !step.files.isEmpty { counts.observations += 1 }
    counts.redacted += step.declarations.count
    names.note(line.visit, step)
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
  private mutating func step(_ line: OtherPage.Line, _ page: OpenPage) throws(ArchiveError) -> MergeStep? {
    let visit = line.visit
    var step: MergeStep
    if visit.outcome == .redacted {
      guard let found = redactionStep(visit, page) else { return nil }
      return found
    } else if visit.outcome == .quarantined {
      step = try observations.step(visit, page, names)
    } else if visit.wroteVersion {
      step = try versions.step(visit, page, names)
    } else {
      step = MergeStep()
      if let version = visit.version {
        guard let own = names.version(version, page) else { throw source.unknown("version \(version)", in: other) }
        step.version = own
        step.changes = MergeStep.naming(own.number, own.digest)
      }
    }
    if let path = visit.accepted {
      guard let own = names.observations[path] else { throw source.unknown(path, in: other) }
      step.changes.append(("accepted", .string(own)))
    }
    return step
  }

  /// That the other archive has redacted something is only logged where its text is gone here, too. It goes with a person's
  /// word, and not because another archive says so.
  private mutating func redactionStep(_ visit: Visit, _ page: OpenPage) -> MergeStep? {
    var step = MergeStep()
    if let version = visit.version {
      guard let own = names.version(version, page), names.redactedVersions.contains(own.number) else {
        let number = names.versions[version].map { "@\($0)" } ?? ""
        unredacted.append(Unredacted(subject: "\(visit.page)\(number)", reason: visit.reason ?? ""))
        return nil
      }
      step.changes = MergeStep.naming(own.number, own.digest)
    } else if let path = visit.quarantine {
      guard let own = names.observations[path], names.redactedObservations.contains(own) else {
        unredacted.append(Unredacted(subject: names.observations[path] ?? path, reason: visit.reason ?? ""))
        return nil
      }
      step.changes = [("quarantine", .string(own))]
    }
    return step
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
