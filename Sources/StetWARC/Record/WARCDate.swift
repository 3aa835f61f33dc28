public import StetModel

/// The dates of WARC fields and of CDXJ lines.
public enum WARCDate {
  /// Reads a WARC-Date: a moment in UTC, with a fraction of a second or without; the fraction is dropped, and a leap
  /// second is the one before it. A year, month, day or minute (WARC 1.1, 5.4) is where it begins. The 14 digits that
  /// old tools write are read too. Nil for anything else.
  public static func read(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    switch bytes.count {
    case 14: return digits(bytes)
    case 4: return Timestamp(text + "-01-01T00:00:00Z")
    case 7: return Timestamp(text + "-01T00:00:00Z")
    case 10: return Timestamp(text + "T00:00:00Z")
    case 17 where text.hasSuffix("Z"): return Timestamp(text.dropLast() + ":00Z")
    case 20 where text.hasSuffix(":60Z"): return Timestamp(text.dropLast(3) + "59Z")
    default: break
    }
    guard bytes.count > 20, bytes[19] == UInt8(ascii: "."), bytes.last == UInt8(ascii: "Z"),
      bytes[20..<bytes.count - 1].allSatisfy({ ASCII.isDigit($0) })
    else { return Timestamp(text) }
    return Timestamp(String(decoding: bytes[..<19], as: UTF8.self) + "Z")
  }

  /// The 14 digits of a moment: `20261122060003`.
  public static func digits(of moment: Timestamp) -> String {
    String(decoding: moment.description.utf8.filter { ASCII.isDigit($0) }, as: UTF8.self)
  }

  /// The moment that 14 digits mean, or 17 with milliseconds, which are dropped; nil for anything else.
  public static func moment(of digits: some StringProtocol) -> Timestamp? {
    let bytes = Array(digits.utf8)
    guard bytes.count == 14 || bytes.count == 17, bytes.allSatisfy({ ASCII.isDigit($0) }) else { return nil }
    return self.digits(Array(bytes.prefix(14)))
  }

  private static func digits(_ bytes: [UInt8]) -> Timestamp? {
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return Timestamp(
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
  }
}
