internal import StetDigest
internal import StetModel

/// Takes over a version of another archive's page: under the next number, or as the version here that says the same.
struct VersionMerge {
  let archive: Archive
  let other: Archive
  let source: OtherPage
  let covered: CoveredText
  /// Versions that were planned in a rehearsal, and so are in no file; nil when it is none.
  var rehearsed: [Int: SealedSnapshot]?

  /// What a line that wrote a version comes to.
  func step(_ visit: Visit, _ page: OpenPage, _ names: MergedNames) throws(ArchiveError) -> MergeStep {
    guard let foreign = visit.version else { throw source.unknown("a version", in: other) }
    let sealed = try other.snapshot(foreign, of: source.page)
    guard sealed.digest == visit.digest else { throw source.unknown("version \(foreign)", in: other) }
    let declaration = covered.versions[foreign]
    var step = MergeStep()
    if let same = try sameVersion(sealed, isCovered: declaration != nil, page) {
      step.version = (same.snapshot.version, same.digest)
      // A second tombstone says no more than that the page was not there.
      let isGone = sealed.snapshot.review == nil && sealed.redaction == nil
      step.changes =
        isGone
        ? [("outcome", "absent"), ("version", nil), ("digest", nil), ("wrote", nil)]
        : MergeStep.naming(same.snapshot.version, same.digest) + [("outcome", "unchanged"), ("wrote", nil)]
      return step
    }
    let number = page.highestVersion + 1
    let document = try merged(
      sealed, number: number, previous: names.digest(of: number - 1, page), without: declaration)
    let name = ArchiveLayout.snapshotName(number)
    let bytes = PrettyJSON.bytes(document)
    let own = try SealedSnapshot.read(bytes, subject: "\(page.folder)/\(name)")
    step.files = [PlannedVisit.NewFile(folder: page.folder, name: name, bytes: bytes)]
    step.sealed = own
    step.version = (number, own.digest)
    step.changes = MergeStep.naming(number, own.digest)
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
      throw source.unknown("version \(sealed.snapshot.version)", in: other)
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

  private func version(_ number: Int) throws(ArchiveError) -> SealedSnapshot {
    if let planned = rehearsed?[number] { return planned }
    return try archive.snapshot(number, of: source.page)
  }

  private static func origin(_ sealed: SealedSnapshot) -> String {
    let written = DigestSeal.digest(writtenOn: sealed.document) ?? sealed.digest
    return MergedMember.origin(of: sealed.document.object ?? JSONObject(), digest: written)
  }
}
