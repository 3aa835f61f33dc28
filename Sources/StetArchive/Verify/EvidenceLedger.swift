internal import StetModel
internal import StetWARC

/// Which records there are and what names them, brought together by the record's name in memory that does not grow with
/// the archive.
struct EvidenceLedger: Sendable {
  /// What was found of a record that something names.
  enum Match: Sendable { case same(isRedacted: Bool), other, missing }

  private var sort = SpilledSort()

  /// Notes a capture that is there.
  /// - Parameters:
  ///   - payload: the digest of its content; nil when it names none.
  ///   - isRedacted: whether its content was taken out.
  mutating func note(_ record: WARCRecordID, payload: Digest?, isRedacted: Bool) {
    sort.add(Self.start(record, kind: 0, payload) + [isRedacted ? 1 : 0])
  }

  /// Notes what names a record.
  mutating func note(_ claim: EvidenceClaim) {
    sort.add(Self.start(claim.record, kind: 1, claim.payload) + claim.packed)
  }

  /// Holds every claim against what is there.
  /// - Parameter judge: is told of each claim, in the order of the records' names.
  consuming func settle(_ judge: (EvidenceClaim, Match) -> Void) throws(ArchiveError) {
    let items = try sort.sorted()
    var record: ArraySlice<UInt8> = []
    var captures: [(payload: ArraySlice<UInt8>, isRedacted: Bool)] = []
    while let item = try items.next() {
      if record.isEmpty || !item.starts(with: record) { (record, captures) = (item.prefix(16), []) }
      let payload = item.dropFirst(17).prefix(8)
      if item[item.startIndex + 16] == 0 {
        captures.append((payload, item.last == 1))
        continue
      }
      guard let claim = EvidenceClaim(packed: item.dropFirst(25), Self.name(record)) else { continue }
      let fits = captures.contains { Self.isNone(payload) || Self.isNone($0.payload) || $0.payload == payload }
      if captures.isEmpty {
        judge(claim, .missing)
      } else {
        judge(claim, fits ? .same(isRedacted: captures.contains(where: \.isRedacted)) : .other)
      }
    }
  }

  /// Where one side names no payload there is nothing to compare.
  private static func isNone(_ payload: ArraySlice<UInt8>) -> Bool { payload.allSatisfy { $0 == 0 } }

  /// The name in 16 bytes, what follows, and the first 8 bytes of the payload's digest, which are as good as all of it to
  /// tell accidents; zeros for none.
  private static func start(_ record: WARCRecordID, kind: UInt8, _ payload: Digest?) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128)
    append(record.uuid.utf8, of: 16, to: &bytes)
    bytes.append(kind)
    if let payload {
      append(payload.hexadecimal.utf8, of: 8, to: &bytes)
    } else {
      bytes.append(contentsOf: repeatElement(0, count: 8))
    }
    return bytes
  }

  private static func append(_ digits: String.UTF8View, of count: Int, to bytes: inout [UInt8]) {
    var high: UInt8?
    let end = bytes.count + count
    for digit in digits where digit != UInt8(ascii: "-") {
      let value = digit & 15 + (digit > 0x39 ? 9 : 0)
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
        if bytes.count == end { return }
      } else {
        high = value
      }
    }
  }

  private static func name(_ record: ArraySlice<UInt8>) -> WARCRecordID? {
    var text = "urn:uuid:"
    for (index, byte) in record.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return WARCRecordID(text)
  }
}
