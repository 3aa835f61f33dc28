internal import StetModel
internal import StetWARC

/// Looks up lines in a CDXJ file that is in order, by halving: a few reads, however long the file is.
final class EvidenceIndexSearch {
  private let file: OpenFile
  private var length: Int { file.length }

  /// Opens an index.
  init(_ path: String) throws(SystemCallError) { file = try OpenFile(path) }

  /// The line of a record; nil when there is none.
  /// - Parameter key: the key and moment with which its line starts, a space behind each. While a run appends, lines
  ///   stand out of order at the end: then the file is read from its start.
  func line(of record: WARCRecordID, key: [UInt8]) throws(SystemCallError) -> CDXJLine? {
    var start = try firstLine(notBefore: key)
    while let line = try line(at: start), line.starts(with: key) {
      if let found = Self.read(line, record) { return found }
      start += line.count + 1
    }
    start = 0
    while let line = try line(at: start) {
      if let found = Self.read(line, record) { return found }
      start += line.count + 1
    }
    return nil
  }

  private static func read(_ line: [UInt8], _ record: WARCRecordID) -> CDXJLine? {
    guard line.firstRange(of: Array(record.uuid.utf8)) != nil,
      let found = try? CDXJLine(String(decoding: line, as: UTF8.self)), found.record == record.uuid
    else { return nil }
    return found
  }

  /// Where the first line starts that does not stand before the key.
  private func firstLine(notBefore key: [UInt8]) throws(SystemCallError) -> Int {
    var low = 0
    var high = length
    while low < high {
      let middle = (low + high) / 2
      // The first line that starts at or behind the middle.
      var start = middle
      if middle > 0 {
        guard let rest = try line(at: middle - 1) else { return low }
        start = middle + rest.count
      }
      guard start < high, let line = try line(at: start) else {
        high = middle
        continue
      }
      if line.lexicographicallyPrecedes(key) { low = start + line.count + 1 } else { high = middle }
    }
    return low
  }

  /// What stands from an offset to the next newline; nil at the end of the file.
  private func line(at offset: Int) throws(SystemCallError) -> [UInt8]? {
    guard offset < length else { return nil }
    var line: [UInt8] = []
    while true {
      let piece = try file.bytes(at: offset + line.count, count: 1024)
      if let newline = piece.firstIndex(of: UInt8(ascii: "\n")) { return line + piece[..<newline] }
      if piece.isEmpty { return line }
      line += piece
    }
  }
}
