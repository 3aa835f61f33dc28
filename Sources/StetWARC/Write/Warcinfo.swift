public import StetModel

/// The record with which a file starts (WARC 1.1, 6.2).
public struct Warcinfo: Sendable, Hashable {
  /// The record's name.
  public let id: WARCRecordID
  /// When the file was begun.
  public let date: Timestamp
  /// The name of the file, without folders.
  public let filename: String
  /// What wrote it, as `name/version`.
  public let software: String
  /// More fields of `application/warc-fields`, in order (`hostname`, `operator`, `isPartOf` …).
  public let more: [HeaderField]

  /// A record about a file.
  public init(
    id: WARCRecordID = .random(), date: Timestamp, filename: String, software: String = "stet/\(StetVersion.text)",
    more: [HeaderField] = []
  ) {
    self.id = id
    self.date = date
    self.filename = filename
    self.software = software
    self.more = more
  }

  /// The record.
  public var record: WARCRecord {
    var fields = WARCFields(.warcinfo, id, date)
    fields.add("WARC-Filename", filename)
    let standard = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
    let lines = [
      HeaderField(name: "software", value: software),
      HeaderField(name: "format", value: "WARC File Format 1.1"),
      HeaderField(name: "conformsTo", value: standard),
    ]
    let block = (lines + more).map { "\($0.name): \($0.value)\r\n" }.joined()
    return fields.record("application/warc-fields", Array(block.utf8))
  }
}
