internal import StetDigest
internal import StetModel

/// Takes over what another archive has set aside in the place of a page: byte for byte, under a name that is free here.
struct ObservationMerge {
  let archive: Archive
  let other: Archive
  let source: OtherPage
  let covered: CoveredText

  /// What a line that set something aside comes to.
  func step(_ visit: Visit, _ page: OpenPage, _ names: MergedNames) throws(ArchiveError) -> MergeStep {
    guard let path = visit.quarantine, let name = path.split(separator: "/").last else {
      throw source.unknown("an observation", in: other)
    }
    let folder = ArchiveLayout.quarantineFolder(page.key)
    guard path == "\(folder)/\(name)", QuarantineFiles.isObservation(String(name)) else {
      throw source.unknown(path, in: other)
    }
    let bytes = try self.bytes(path)
    guard let document = try? JSONParser.parse(bytes) else { throw source.unknown(path, in: other) }
    let redaction = Redaction(of: document)
    guard redaction?.digest ?? DigestSeal.digest(of: document) == visit.digest, let digest = visit.digest else {
      throw source.unknown(path, in: other)
    }
    var files: [PlannedVisit.NewFile] = []
    var without = redaction
    if without == nil, let declaration = covered.observations[path] {
      without = Redaction(digest: digest, reason: declaration.reason ?? "", at: declaration.at)
    }
    let own = without.map { redaction == nil ? PrettyJSON.bytes($0.applied(to: document)) : bytes } ?? bytes
    let (stem, isHere) = stem(for: own, at: visit.at, in: folder, names)
    var step = MergeStep()
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
    if let without, !names.redactedObservations.contains(place) {
      var line = Visit(at: without.at, page: page.key, outcome: .redacted)
      (line.quarantine, line.digest, line.reason) = (place, digest, without.reason)
      step.declarations = [line]
    }
    return step
  }

  /// The name under which an observation is kept here: the first that is free, or holds the same.
  private func stem(
    for bytes: [UInt8], at: Timestamp, in folder: String, _ names: MergedNames
  ) -> (stem: String, isHere: Bool) {
    var attempt = 1
    while true {
      let stem = QuarantineFiles.stem(at, attempt: attempt)
      let path = "\(folder)/\(stem).json"
      if let found = try? FileReading.bytes(of: archive.layout.absolute(path)) {
        if found == bytes { return (stem, true) }
      } else if !names.observations.values.contains(path) {
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
}
