internal import StetModel
internal import StetWARC

/// Brings the WARC files and their indexes into order after a run that did not end well.
///
/// What a crash left behind the last whole record of a file is cut off; its bytes are kept under `quarantine/_warc/`. An
/// index that does not tell of all captures in its file is made anew.
struct EvidenceRecovery {
  let archive: Archive
  let file: DurableFile

  /// Where cut-off tails are kept.
  static let folder = "\(ArchiveLayout.quarantine)/_warc"

  private var layout: ArchiveLayout { archive.layout }

  /// Goes over all files.
  /// - Parameter isThorough: reads every file whole and makes every index anew that does not fit; else only what stands
  ///   behind the captures that the indexes name is read.
  /// - Returns: what was done, for a person.
  func run(isThorough: Bool = false) throws(ArchiveError) -> [Finding] {
    var notes: [Finding] = []
    for folder in try archive.evidenceFolders() {
      for entry in try archive.entries(in: folder) where entry.kind == .file {
        let path = "\(folder)/\(entry.name)"
        do throws(SystemCallError) {
          if TemporaryName.isTemporary(entry.name) {
            try file.remove(layout.absolute(path))
          } else if WARCFileName(entry.name) != nil {
            notes += try mend(path, name: entry.name, isThorough)
          }
        } catch {
          throw ArchiveError(error, action: "Cannot clear the leftovers of a crash in", subject: path)
        }
      }
    }
    return notes
  }

  private func mend(_ path: String, name: String, _ isThorough: Bool) throws(SystemCallError) -> [Finding] {
    guard let length = FileReading.length(of: layout.absolute(path)) else { return [] }
    if length == 0 {
      try file.remove(layout.absolute(path))
      try file.remove(layout.absolute(path + WARCFileName.indexSuffix))
      return []
    }
    let index = EvidenceIndexState(layout, path, name: name, length: isThorough ? -1 : length)
    let walk: EvidenceWalk
    do throws(WARCError) {
      walk = try EvidenceWalk(layout.absolute(path), name: name, from: index.covered, isResuming: isThorough)
    } catch {
      return []
    }
    var notes: [Finding] = []
    // Anything else but an end in the middle of a capture is no crash's doing: `verify` tells of it.
    if walk.end < length, walk.fault == nil || walk.fault?.code == .truncated {
      notes.append(try cut(path, name: name, at: walk.end, length: length))
    }
    if !index.isInOrder || !walk.lines.isEmpty {
      notes += try writeIndex(index.lines + walk.lines, of: path)
    }
    return notes
  }

  private func writeIndex(_ lines: [CDXJLine], of path: String) throws(SystemCallError) -> [Finding] {
    let indexPath = path + WARCFileName.indexSuffix
    let bytes = EvidenceIndex.sorted(lines.flatMap { Array($0.text.utf8) })
    if (try? FileReading.bytes(of: layout.absolute(indexPath))) == bytes { return [] }
    if lines.isEmpty {
      try file.remove(layout.absolute(indexPath))
    } else {
      try EvidenceIndex(layout: layout, file: file).write(bytes, of: path)
    }
    return [
      Finding(severity: .note, code: .brokenIndex, path: indexPath, message: "made anew from the WARC file")
    ]
  }

  /// Keeps the tail elsewhere before it is cut off.
  private func cut(_ path: String, name: String, at end: Int, length: Int) throws(SystemCallError) -> Finding {
    let tail = try FileReading.bytes(of: layout.absolute(path), from: end)
    try file.makeFolders(Self.folder, below: layout)
    let kept = "\(Self.folder)/\(name)@\(end)"
    try file.replace("\(name)@\(end)", in: layout.absolute(Self.folder), bytes: tail)
    for folder in ArchiveLayout.withAncestors(Self.folder).dropFirst() {
      try file.syncFolder(folder.isEmpty ? layout.root : layout.absolute(folder))
    }
    if end == 0 {
      try file.remove(layout.absolute(path))
    } else {
      try file.append([], to: layout.absolute(path), at: end)
    }
    return Finding(
      severity: .note, code: .leftover, path: path,
      message: "a crash left \(length - end) bytes of a capture that was never finished: cut off, kept as '\(kept)'")
  }
}
