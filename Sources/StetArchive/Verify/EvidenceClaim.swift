internal import StetModel
internal import StetWARC

/// Something that names a record: a visit, or a revisit record.
struct EvidenceClaim: Sendable {
  /// Who names it.
  enum Claimant: UInt8, Sendable { case visit, revisit }

  let claimant: Claimant
  /// The record that is named.
  let record: WARCRecordID
  /// What its content should be, as far as that is said; nil in a claim that was read back.
  let payload: Digest?
  /// Whether the page's log says that its content was taken out.
  let isRedacted: Bool
  /// Which line of the visit log, from 1, or at which byte of the WARC file.
  let place: Int
  /// When it was captured, for a visit.
  let at: Timestamp
  /// The visit log or the WARC file, below the archive's root.
  let path: String
  /// The address that was captured, for a visit.
  let address: String

  /// What a visit names; nil when its name is none of a record.
  init?(_ response: NamedResponse, number: Int, log: String, isRedacted: Bool) {
    guard let record = WARCRecordID(response.record) else { return nil }
    claimant = .visit
    self.record = record
    payload = response.payload
    self.isRedacted = isRedacted
    place = number
    at = response.at
    path = log
    address = response.address
  }

  /// What a revisit leans on.
  init(revisitOf record: WARCRecordID, payload: Digest?, offset: Int, file: String) {
    claimant = .revisit
    self.record = record
    self.payload = payload
    isRedacted = false
    place = offset
    at = Timestamp(secondsSince1970: 0)
    path = file
    address = ""
  }

  /// All but the record and the payload.
  var packed: [UInt8] {
    var bytes: [UInt8] = [claimant.rawValue, isRedacted ? 1 : 0]
    for number in [Int64(place), at.secondsSince1970, Int64(path.utf8.count)] {
      unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    return bytes + path.utf8 + address.utf8
  }

  /// Reads it back.
  init?(packed bytes: ArraySlice<UInt8>, _ record: WARCRecordID?) {
    guard let record, bytes.count >= 26, let claimant = bytes.first.flatMap(Claimant.init) else { return nil }
    let numbers = (0..<3).map { index in
      bytes.dropFirst(2 + 8 * index).prefix(8).reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }
    self.claimant = claimant
    self.record = record
    payload = nil
    isRedacted = bytes[bytes.startIndex + 1] == 1
    place = Int(numbers[0])
    at = Timestamp(secondsSince1970: numbers[1])
    path = String(decoding: bytes.dropFirst(26).prefix(Int(numbers[2])), as: UTF8.self)
    address = String(decoding: bytes.dropFirst(26 + Int(numbers[2])), as: UTF8.self)
  }
}
