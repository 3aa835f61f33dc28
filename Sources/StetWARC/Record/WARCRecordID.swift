/// The name of a record: a random UUID (RFC 9562, 5.4), spelled `urn:uuid:` and 36 lower-case characters.
public struct WARCRecordID: Sendable, Hashable, CustomStringConvertible {
  /// The 36 characters of the UUID, in lower case.
  public let uuid: String

  /// A new name, which no other record has.
  public static func random() -> WARCRecordID {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  /// A new name from a source of random numbers.
  public static func random(using generator: inout some RandomNumberGenerator) -> WARCRecordID {
    // Version 4 and variant 10 at their fixed places.
    let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = [high, low].map { number in
      let text = String(number, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    var uuid = ""
    for (index, digit) in (digits[0] + digits[1]).enumerated() {
      if [8, 12, 16, 20].contains(index) { uuid += "-" }
      uuid.append(digit)
    }
    return WARCRecordID(checked: uuid)
  }

  /// Reads `urn:uuid:…`, in angle brackets or without, in any case; nil for every other kind of name.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") { bytes = Array(bytes.dropFirst().dropLast()) }
    bytes = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let prefix = Array("urn:uuid:".utf8)
    guard bytes.starts(with: prefix), bytes.count == prefix.count + 36 else { return nil }
    let uuid = bytes[prefix.count...]
    for (index, byte) in uuid.enumerated() {
      let isDash = [8, 13, 18, 23].contains(index)
      let isHexadecimal = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
      guard isDash ? byte == UInt8(ascii: "-") : isHexadecimal else { return nil }
    }
    self.uuid = String(decoding: uuid, as: UTF8.self)
  }

  private init(checked uuid: String) { self.uuid = uuid }

  /// The name as a URN, as snapshots and visits spell it.
  public var description: String { "urn:uuid:" + uuid }

  /// The name in angle brackets, as WARC fields spell it (WARC 1.1, 5.2).
  public var inBrackets: String { "<\(description)>" }
}
