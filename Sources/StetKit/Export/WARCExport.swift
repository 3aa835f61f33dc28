internal import StetArchive
internal import StetDigest
internal import StetModel
internal import StetWARC

/// The stored responses of a selection as one WARC file: the gzip members of the archive, byte for byte, in the order of
/// time, behind a record about the file.
struct WARCExport {
  /// What the file is called, on the record about it and in an index.
  static let filename = "data.warc.gz"

  private let archive: Archive
  private let selection: EvidenceSelection
  private let opening: [UInt8]

  /// - Parameter selection: sorted.
  init(_ archive: Archive, _ selection: EvidenceSelection) throws {
    self.archive = archive
    self.selection = selection
    // Made of what is in the file, so that the same file comes out every time.
    let content = Digest.sha256(of: selection.places.map { $0.line.record ?? $0.line.url }.joined(separator: "\n"))
    let info = Warcinfo(
      id: WARCRecordID(content.uuid) ?? .random(),
      date: selection.newest ?? Timestamp(secondsSince1970: 0), filename: Self.filename)
    opening = try info.record.member()
  }

  /// Writes the file.
  func write(to sink: ([UInt8]) throws -> Void) throws {
    try sink(opening)
    for place in selection.places {
      try archive.copy(
        path: selection.files[place.file], offset: place.offset, length: place.length, to: sink)
    }
  }

  /// The lines of an index of it.
  var lines: [String] {
    var offset = opening.count
    return selection.places.map { place in
      var line = place.line
      (line.filename, line.offset) = (Self.filename, offset)
      offset += place.length
      return line.text
    }
  }
}
