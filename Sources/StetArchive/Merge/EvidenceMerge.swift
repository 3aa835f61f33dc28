internal import StetModel
internal import StetWARC

/// Takes over the captures of one WARC file of another archive that are not here: their gzip members as they are, behind
/// the others of their month.
struct EvidenceMerge {
  /// At how many bytes a group of captures is made durable.
  private static let maximumGroupBytes = 64 << 20

  let archive: Archive
  let other: Archive
  let file: DurableFile
  /// What the archive has taken the content out of, by record, and what it will not take over but without its content.
  let redactions: MergeRedactions

  /// Names of the captures that the archive has of a month, 8 bytes each.
  /// - Parameter remains: whether to look for what is left of redacted ones, too, for which the files are read.
  func known(in folder: String, remains: Bool) throws(ArchiveError) -> Set<UInt64> {
    var known = Set<UInt64>()
    for entry in try archive.entries(in: folder) where entry.kind == .file && WARCFileName(entry.name) != nil {
      let path = "\(folder)/\(entry.name)"
      if remains {
        known.formUnion(
          EvidenceSurvey(archive.layout, folder: folder, name: entry.name).captures.map(\.entry.record))
        continue
      }
      let length = FileReading.length(of: archive.layout.absolute(path)) ?? 0
      let index = EvidenceIndexState(archive.layout, path, name: entry.name, length: length)
      var lines = index.lines
      if let walk = try? EvidenceWalk(archive.layout.absolute(path), name: entry.name, from: index.covered) {
        lines += walk.lines
      }
      for line in lines {
        if let id = line.record.flatMap({ WARCRecordID("urn:uuid:\($0)") }) {
          known.insert(EvidenceTable.Entry(id, payload: nil).record)
        }
      }
    }
    return known
  }

  /// The next group of captures, appended and durable.
  /// - Parameters:
  ///   - position: which capture of the file is next; moved on.
  ///   - known: those that are here; added to.
  /// - Returns: how many were taken over.
  func takeOver(
    _ survey: EvidenceSurvey, from position: inout Int, whole: SurveyedEvidence, known: inout Set<UInt64>,
    into evidence: inout EvidenceFiles
  ) throws(ArchiveError) -> Int {
    var append = EvidenceAppend(evidence, layout: archive.layout, file: file)
    var bytes = 0
    var count = 0
    while position < survey.captures.count, bytes < Self.maximumGroupBytes {
      let capture = survey.captures[position]
      position += 1
      let id = capture.entry.record
      guard whole.contains(capture), !known.contains(id), !redactions.isGone(id) else { continue }
      known.insert(id)
      let taken = try read(capture, in: survey.path)
      try append.add(members: taken.members, line: taken.line, date: taken.date)
      bytes += taken.members.count
      count += 1
    }
    guard count > 0 else { return 0 }
    let begun = append.begin()
    let failures = begun.failures + append.finish(file.sync(begun.files))
    evidence = append.evidence
    if let failure = failures.first { throw failure.error }
    return count
  }

  private func read(
    _ capture: EvidenceSurvey.Capture, in path: String
  ) throws(ArchiveError) -> (members: [UInt8], line: CDXJLine?, date: Timestamp) {
    do {
      let source = try WARCFile(other.layout.absolute(path))
      var members = try source.read(capture.length, at: capture.offset)
      let reader = WARCReader(members)
      guard members.count == capture.length,
        let first = try reader.record(maximumBlockBytes: Archive.maximumBlockBytes), let length = first.length,
        let date = first.record.head.date, !first.record.checkDigests().isBroken
      else { throw Archive.damaged(path, "the capture at byte \(capture.offset) is not what it was") }
      var record = first.record
      if let declaration = redactions.declaration(forRecord: capture.entry.record), record.head.type == .response {
        record = RedactedResponse.remains(of: record, declaration)
        members = try record.member() + members.dropFirst(length)
      }
      return (
        members, CDXJLine(record.head, block: record.block, offset: 0, length: length, filename: ""), date
      )
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw Archive.damaged(path, "\(error)")
    }
  }
}
