internal import StetModel
internal import StetWARC

/// Which records the WARC files of an archive hold, in 16 bytes each: half a UUID and the start of a payload's digest,
/// which is as good as the whole of both to tell accidents.
struct EvidenceTable: Sendable {
  private var payloads: [UInt64: UInt64] = [:]
  private var redacted = Set<UInt64>()

  /// Adds a capture.
  mutating func insert(_ entry: Entry) {
    payloads[entry.record] = entry.payload
    if entry.isRedacted { redacted.insert(entry.record) }
  }

  /// Whether the content of a capture was taken out.
  func isRedacted(_ entry: Entry) -> Bool { redacted.contains(entry.record) }

  /// A capture.
  struct Entry: Sendable {
    let record: UInt64
    /// 0 where the record names no payload.
    let payload: UInt64
    /// Whether its content was taken out.
    let isRedacted: Bool

    init(_ record: WARCRecordID, payload: Digest?, isRedacted: Bool = false) {
      self.isRedacted = isRedacted
      self.record = EvidenceTable.start(record.uuid)
      self.payload = payload.map { EvidenceTable.start($0.hexadecimal) } ?? 0
    }
  }

  /// What was found of a capture that something names.
  enum Match: Sendable { case same, other, missing }

  /// Holds what something says of a capture against what is there.
  func match(_ entry: Entry) -> Match {
    guard let payload = payloads[entry.record] else { return .missing }
    return payload == 0 || entry.payload == 0 || payload == entry.payload ? .same : .other
  }

  private static func start(_ digits: String) -> UInt64 {
    UInt64(digits.filter { $0 != "-" }.prefix(16), radix: 16) ?? 0
  }
}
