internal import StetModel

/// Puts the lines that a run added at the end of a WARC file's index in their places among those that stand in order
/// already, in memory that grows with neither.
struct EvidenceIndexMerge {
  private static let pieceBytes = 1 << 16

  /// Lines of an index, as they stand.
  private struct Lines {
    private let file: OpenFile
    private var offset: Int
    private let end: Int
    private var piece: ArraySlice<UInt8> = []

    init(_ file: OpenFile, _ range: Range<Int>) {
      self.file = file
      (offset, end) = (range.lowerBound, range.upperBound)
    }

    /// The next line without its end; nil at the end of the range. Empty lines are passed over.
    mutating func next() throws(SystemCallError) -> ArraySlice<UInt8>? {
      while true {
        if let newline = piece.firstIndex(of: UInt8(ascii: "\n")) {
          let line = piece[..<newline]
          piece = piece[(newline + 1)...]
          if !line.isEmpty { return line }
        } else if offset < end {
          let more = try file.bytes(at: offset, count: min(EvidenceIndexMerge.pieceBytes, end - offset))
          offset = more.isEmpty ? end : offset + more.count
          piece = piece.isEmpty ? more[...] : piece + more
        } else {
          defer { piece = [] }
          return piece.isEmpty ? nil : piece
        }
      }
    }
  }

  private let path: String
  private var standing: Lines
  private let added: SpilledItems
  private var next: (standing: ArraySlice<UInt8>?, added: ArraySlice<UInt8>?) = (nil, nil)
  private var last: [UInt8] = []

  /// Opens an index.
  /// - Parameters:
  ///   - path: its path.
  ///   - sortedLength: so many bytes of it, whole lines, should stand in order.
  init(_ path: String, sortedLength: Int) throws(ArchiveError) {
    self.path = path
    var sort = SpilledSort()
    do throws(SystemCallError) {
      let file = try OpenFile(path)
      let sortedLength = min(sortedLength, file.length)
      var lines = Lines(file, sortedLength..<file.length)
      while let line = try lines.next() { sort.add(Array(line)) }
      standing = Lines(file, 0..<sortedLength)
      next.standing = try standing.next()
    } catch {
      throw Self.error(error, path)
    }
    added = try sort.sorted()
    next.added = try added.next()
  }

  /// The next piece of the whole index in order, each line once; nil at the end.
  /// - Throws: `damaged` when the lines that should stand in order do not.
  mutating func piece() throws(ArchiveError) -> [UInt8]? {
    var piece: [UInt8] = []
    while piece.count < Self.pieceBytes, let line = try line() {
      guard line != last[...] else { continue }
      piece += line
      piece.append(UInt8(ascii: "\n"))
      last = Array(line)
    }
    return piece.isEmpty ? nil : piece
  }

  private mutating func line() throws(ArchiveError) -> ArraySlice<UInt8>? {
    guard let line = next.standing, next.added.map({ !$0.lexicographicallyPrecedes(line) }) ?? true else {
      guard let line = next.added else { return nil }
      next.added = try added.next()
      return line
    }
    if line.lexicographicallyPrecedes(last) { throw Archive.damaged(path, "its lines are not in order") }
    do throws(SystemCallError) {
      next.standing = try standing.next()
    } catch {
      throw Self.error(error, path)
    }
    return line
  }

  private static func error(_ cause: SystemCallError, _ path: String) -> ArchiveError {
    ArchiveError(cause, action: "Cannot read the index", subject: path)
  }
}
