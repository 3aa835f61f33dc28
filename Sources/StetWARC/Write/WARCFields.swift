internal import StetDigest
internal import StetModel

/// The named fields of a record that is being written.
struct WARCFields {
  private var fields: [HeaderField]

  /// The fields that every record has.
  init(_ type: WARCRecordType, _ id: WARCRecordID, _ date: Timestamp) {
    fields = [
      HeaderField(name: "WARC-Type", value: type.rawValue),
      HeaderField(name: "WARC-Record-ID", value: id.inBrackets),
      HeaderField(name: "WARC-Date", value: date.description),
    ]
  }

  /// Adds a field, unless it has no value.
  mutating func add(_ name: String, _ value: String?) {
    if let value { fields.append(HeaderField(name: name, value: value)) }
  }

  /// The record with this block, whose digest, type and length are added.
  func record(_ contentType: String, _ block: [UInt8]) -> WARCRecord {
    var all = self
    all.add("WARC-Block-Digest", Digest.sha256(of: block).description)
    all.add("Content-Type", contentType)
    all.add("Content-Length", "\(block.count)")
    return WARCRecord(head: WARCHead(fields: all.fields), block: block)
  }
}
