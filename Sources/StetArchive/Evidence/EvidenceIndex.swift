internal import StetModel
internal import StetWARC

/// The CDXJ file beside a WARC file: one line for each capture in it, derived from it.
///
/// While a run appends, lines are added at the end, and the run puts them in order when it ends.
struct EvidenceIndex {
  let layout: ArchiveLayout
  let file: DurableFile

  /// Puts the indexes of these files in order.
  /// - Returns: whether all are. What is not is made anew by the next run that writes.
  func sort(_ files: [EvidenceFile]) -> Bool {
    var isDone = true
    for found in files {
      if found.isIndexBroken {
        isDone = false
        continue
      }
      do {
        try sort(found, sortedLength: found.sortedIndexLength)
      } catch let error as ArchiveError where error.code == .damaged && found.sortedIndexLength > 0 {
        // An earlier run has left it so.
        if (try? sort(found, sortedLength: 0)) == nil { isDone = false }
      } catch {
        isDone = false
      }
    }
    return isDone
  }

  private func sort(_ found: EvidenceFile, sortedLength: Int) throws {
    let folder = layout.absolute(found.folder)
    var merge = try EvidenceIndexMerge(layout.absolute(found.indexPath), sortedLength: sortedLength)
    let new = try file.begin(in: folder, bytes: [])
    do {
      while let piece = try merge.piece() { try file.write(piece, to: new.descriptor) }
    } catch {
      try? file.calls.close(new.descriptor)
      file.discard(new)
      throw error
    }
    try file.replace(found.name + WARCFileName.indexSuffix, in: folder, by: new)
  }

  /// Writes the index of a WARC file.
  func write(_ bytes: [UInt8], of path: String) throws(SystemCallError) {
    let name = String(path.split(separator: "/").last ?? "") + WARCFileName.indexSuffix
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    try file.replace(name, in: layout.absolute(folder), bytes: bytes)
  }

  /// The lines in the order of their bytes, each once.
  static func sorted(_ bytes: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    let lines = bytes.split(separator: newline).sorted { $0.lexicographicallyPrecedes($1) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var last: ArraySlice<UInt8>?
    for line in lines where line != last {
      result += line
      result.append(newline)
      last = line
    }
    return result
  }
}
