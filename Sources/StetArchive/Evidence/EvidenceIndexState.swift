internal import StetModel
internal import StetWARC

/// What the index of a WARC file tells of it, as it was found.
struct EvidenceIndexState {
  /// Its lines; none when there is no index, or one that does not fit the file.
  private(set) var lines: [CDXJLine] = []
  /// Up to where the file is known: the end of the last capture that a line names.
  private(set) var covered = 0
  /// Whether the lines stand in the order of their bytes, as lookups need it.
  private(set) var isInOrder = false

  init(_ layout: ArchiveLayout, _ path: String, name: String, length: Int) {
    guard let bytes = try? FileReading.bytes(of: layout.absolute(path + WARCFileName.indexSuffix)),
      bytes.last == UInt8(ascii: "\n")
    else { return }
    var lines: [CDXJLine] = []
    var covered = 0
    var isInOrder = true
    var last: ArraySlice<UInt8> = []
    for text in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let line = try? CDXJLine(String(decoding: text, as: UTF8.self)), line.filename == name,
        line.offset + line.length <= length
      else { return }
      lines.append(line)
      covered = max(covered, line.offset + line.length)
      if text.lexicographicallyPrecedes(last) { isInOrder = false }
      last = text
    }
    (self.lines, self.covered, self.isInOrder) = (lines, covered, isInOrder)
  }
}
