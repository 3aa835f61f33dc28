internal import StetDigest
internal import StetModel
internal import StetWARC

/// The record that stands where a response was redacted: a `metadata` record of the same name, address and date.
enum RedactedResponse {
  private static let mark = "redacted: "
  private static let payloadLabel = "redacted-warc-payload-digest: "

  /// What is left of a response: its name, its address, its moment, its digests, what belongs to it, and why.
  static func remains(of record: WARCRecord, _ visit: Visit) -> WARCRecord {
    var facts: [(String, String)] = [
      ("redacted", visit.at.description), ("reason", visit.reason ?? ""), ("redacted-type", "response"),
      ("redacted-length", "\(record.block.count)"),
    ]
    for name in ["WARC-Payload-Digest", "WARC-Block-Digest"] {
      if let value = record.head[name] { facts.append(("redacted-\(ASCII.lowercased(name))", value)) }
    }
    let block = Array(facts.map { "\($0.0): \($0.1)\r\n" }.joined().utf8)
    let kept = ["WARC-Record-ID", "WARC-Date", "WARC-Target-URI", "WARC-Warcinfo-ID", "WARC-Concurrent-To"]
    var fields = [HeaderField(name: "WARC-Type", value: "metadata")]
    fields += record.head.fields.filter { field in kept.contains { field.hasName($0) } }
    fields += [
      HeaderField(name: "Content-Type", value: "application/warc-fields"),
      HeaderField(name: "WARC-Block-Digest", value: Digest.sha256(of: block).description),
      HeaderField(name: "Content-Length", value: "\(block.count)"),
    ]
    return WARCRecord(head: WARCHead(version: record.head.version, fields: fields), block: block)
  }

  /// Whether a record is the remains of a response.
  static func isOne(_ record: WARCRecord) -> Bool {
    record.head.type == .metadata && record.block.starts(with: mark.utf8)
  }

  /// The payload that the response had; nil of any other record.
  static func payload(of record: WARCRecord) -> Digest? {
    guard isOne(record) else { return nil }
    let line = String(decoding: record.block, as: UTF8.self).split(separator: "\r\n").first {
      $0.hasPrefix(payloadLabel)
    }
    return line.flatMap { LabelledDigest(String($0.dropFirst(payloadLabel.count))).sha256 }
  }
}
