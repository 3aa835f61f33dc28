internal import StetModel
internal import StetWARC

/// A WARC file that a run appends to.
struct EvidenceFile {
  /// Where it stands, below the archive's root.
  let folder: String
  let name: String
  /// The bytes that are durable; 0 when the file has yet to be made.
  var length: Int
  /// What the group at hand appends.
  var pending: [UInt8] = []
  /// Where the captures among `pending` will stand.
  var pendingLines: [CDXJLine] = []
  /// Whether lines were added to its index in this run, so that it is not in order.
  var isIndexLoose = false
  /// How long its index was before this run added lines to it: so much of it stands in order.
  var sortedIndexLength = 0
  /// Whether lines are missing in its index.
  var isIndexBroken = false

  var path: String { "\(folder)/\(name)" }
  var indexPath: String { path + WARCFileName.indexSuffix }
  /// Whether it was not there before this run.
  var isNew: Bool { length == 0 }
  /// How long it will be.
  var nextLength: Int { length + pending.count }

  /// Adds a record as one gzip member; a capture with its line for the index.
  mutating func add(_ record: WARCRecord) throws(ArchiveError) {
    let member: [UInt8]
    do {
      member = try record.member()
    } catch {
      throw ArchiveError(
        code: .inputOutput, message: "Cannot store a response in '\(path)': \(error). Run again.", subject: path)
    }
    let line = CDXJLine(
      record.head, block: record.block, offset: nextLength, length: member.count, filename: name)
    if let line { pendingLines.append(line) }
    pending += member
  }

  /// Adds the records of a capture as gzip members that another archive holds, with the line for the first of them.
  mutating func add(members: [UInt8], line: CDXJLine?) {
    if var line {
      (line.offset, line.filename) = (nextLength, name)
      pendingLines.append(line)
    }
    pending += members
  }
}
