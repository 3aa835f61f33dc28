internal import StetDigest
internal import StetModel

/// A page of another archive, its log read line by line.
struct OtherPage {
  /// A line of the log.
  struct Line {
    let visit: Visit
    /// All its members, those that this version of stet does not know included.
    let members: JSONObject
    let hash: Digest
    /// The digest by which all archives know it.
    let origin: String
  }

  let page: ArchivedPage
  let lines: [Line]

  /// Reads the log of a page folder.
  /// - Throws: `damaged` when a line is not spelled as stet spells it.
  init(_ archive: Archive, folder: String) throws(ArchiveError) {
    let path = "\(folder)/\(ArchiveLayout.visitLog)"
    let bytes: [UInt8]
    do throws(SystemCallError) {
      bytes = try FileReading.bytes(of: archive.layout.absolute(path))
    } catch  where error.isMissing {
      bytes = []
    } catch {
      throw ArchiveError(error, action: "Cannot read the visit log", subject: path)
    }
    var lines: [Line] = []
    for line in VisitLines(bytes).lines {
      guard let members = (try? JSONParser.parse(Array(line)))?.object, let visit = try? Visit(json: .object(members)),
        VisitLines.sealed(members)[...] == line
      else { throw Archive.damaged(path, "line \(lines.count + 1) is not one that stet has written") }
      let hash = VisitLines.hash(line)
      lines.append(
        Line(visit: visit, members: members, hash: hash, origin: MergedMember.origin(of: members, digest: hash)))
    }
    guard let key = lines.first?.visit.page else { throw Archive.damaged(path, "no visit tells whose it is") }
    page = ArchivedPage(key: key, folder: folder, aliases: [])
    self.lines = lines
  }

  /// The error for something that its log names and that is not what it should be.
  func unknown(_ what: String, in archive: Archive) -> ArchiveError {
    ArchiveError(
      code: .damaged,
      message: "Cannot take over '\(page.key)': its visit log names \(what), which is not what it should be. "
        + "Run 'stet verify' on '\(archive.path)'.", subject: page.key.description)
  }
}
