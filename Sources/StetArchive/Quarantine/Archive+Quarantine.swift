internal import Glibc
internal import StetDigest
internal import StetModel

extension Archive {
  /// What was set aside in the place of a page, in the order in which it came.
  public func quarantine(of page: ArchivedPage) throws(ArchiveError) -> [QuarantineEntry] {
    let visits = try VisitLog.read(layout, folder: page.folder).visits
    var acceptances: [String: Visit] = [:]
    for visit in visits {
      if let path = visit.accepted, acceptances[path] == nil { acceptances[path] = visit }
    }
    return visits.filter { $0.outcome == .quarantined && $0.quarantine != nil }.map { visit in
      QuarantineEntry(page: page, visit: visit, acceptance: visit.quarantine.flatMap { acceptances[$0] })
    }
  }

  /// The observation that a word stands for: its name, its moment (`2026-11-22T06:00:03Z`), a date (the last by its
  /// end), or `latest`.
  /// - Throws: `unknownVersion`, with the observations that there are.
  public func quarantined(_ word: String, of page: ArchivedPage) throws(ArchiveError) -> QuarantineEntry {
    let entries = try quarantine(of: page)
    let found =
      word == "latest"
      ? entries.last
      : entries.first { $0.name == word } ?? entries.last { $0.visit.at.description == word }
        ?? DateWord.end(of: word).flatMap { end in entries.last { $0.visit.at <= end } }
    if let found { return found }
    let there =
      entries.isEmpty
      ? "nothing of it was set aside"
      : "set aside were " + entries.suffix(5).map { "'\($0.name)'" }.joined(separator: ", ")
    throw ArchiveError(
      code: .unknownVersion,
      message: "Cannot find an observation '\(word)' of '\(page.key)': \(there). 'stet quarantine list' shows all.",
      subject: word)
  }

  /// Reads an observation; its digest is checked against its visit's.
  /// - Throws: `damaged`, `newerFormat`.
  public func observation(_ entry: QuarantineEntry) throws(ArchiveError) -> QuarantinedObservation {
    let path = try checkedPath(entry)
    let bytes = try quarantinedBytes(path)
    guard let document = try? JSONParser.parse(bytes) else { throw Self.damaged(path, "it is not JSON") }
    try FormatName.quarantine.check(document, subject: path, otherwise: .damaged)
    if let redaction = Redaction(of: document), redaction.digest == entry.visit.digest {
      throw ArchiveError(
        code: .unknownVersion,
        message:
          "Cannot read '\(path)': it was redacted on \(redaction.at) (\(redaction.reason)). Nothing of it is left.",
        subject: path)
    }
    guard DigestSeal.digest(writtenOn: document) == entry.visit.digest,
      DigestSeal.digest(of: document) == entry.visit.digest
    else { throw Self.damaged(path, "it is not the observation that the visit log names") }
    do throws(JSONShapeError) {
      return try QuarantinedObservation(json: document)
    } catch {
      throw Self.damaged(path, "\(error)")
    }
  }

  /// The body that came with an observation, after decompression, from its WARC record or the file beside it; empty when
  /// it had none.
  /// - Throws: `damaged` when it is missing or does not fit its digest.
  public func body(of observation: QuarantinedObservation, _ entry: QuarantineEntry) throws(ArchiveError) -> [UInt8] {
    guard observation.body != nil else { return try response(of: entry.visit)?.body ?? [] }
    let path = String(try checkedPath(entry).dropLast(5)) + ".body"
    let bytes = try quarantinedBytes(path)
    guard observation.bodyDigest == Digest.sha256(of: bytes) else {
      throw Self.damaged(path, "it does not fit its digest")
    }
    return bytes
  }

  /// The path is data: it must not lead out of the page's own quarantine.
  private func checkedPath(_ entry: QuarantineEntry) throws(ArchiveError) -> String {
    let folder = ArchiveLayout.quarantineFolder(entry.page.key)
    guard entry.path == "\(folder)/\(entry.name).json", QuarantineFiles.isObservation("\(entry.name).json") else {
      throw Self.damaged("\(entry.page.folder)/\(ArchiveLayout.visitLog)", "a visit names '\(entry.path)'")
    }
    try layout.refuseLinks(at: folder)
    return entry.path
  }

  private func quarantinedBytes(_ path: String) throws(ArchiveError) -> [UInt8] {
    do throws(SystemCallError) {
      return try FileReading.bytes(of: layout.absolute(path))
    } catch  where error.number == ENOENT {
      throw Self.damaged(path, "the visit log names it, but the file is missing")
    } catch {
      throw ArchiveError(error, action: "Cannot read the observation", subject: path)
    }
  }
}
