internal import Glibc
internal import StetModel
internal import StetWARC

/// The name of one of the archive's WARC files: `stet-<14 digits>-<serial>-<host>.warc.gz` (WARC 1.1, annex C), in the
/// folder of its month. The digits are the moment of the first capture in it, the host is the machine that wrote it.
struct WARCFileName: Hashable, Comparable, CustomStringConvertible {
  let digits: String
  let serial: Int
  let host: String

  static let suffix = ".warc.gz"
  static let indexSuffix = ".cdxj"

  init(date: Timestamp, serial: Int, host: String) {
    digits = WARCDate.digits(of: date)
    self.serial = serial
    self.host = host
  }

  /// Nil when the file is none that stet named.
  init?(_ name: String) {
    guard name.hasPrefix("stet-"), name.hasSuffix(Self.suffix) else { return nil }
    let parts = name.dropFirst(5).dropLast(Self.suffix.utf8.count)
      .split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 14, WARCDate.moment(of: parts[0]) != nil, parts[1].utf8.count >= 5,
      let serial = Int(parts[1]), serial > 0, !parts[2].isEmpty, !parts[2].contains("/")
    else { return nil }
    (digits, self.serial, host) = (String(parts[0]), serial, String(parts[2]))
  }

  var description: String {
    let number = String(serial)
    return
      "stet-\(digits)-\(String(repeating: "0", count: max(0, 5 - number.utf8.count)))\(number)-\(host)\(Self.suffix)"
  }

  /// The newest last.
  static func < (left: Self, right: Self) -> Bool {
    (left.serial, left.digits, left.host) < (right.serial, right.digits, right.host)
  }

  /// `warc/2026/11`: where what was captured in a month stands.
  static func folder(of date: Timestamp) -> String {
    let day = date.description
    return "\(ArchiveLayout.warc)/\(day.prefix(4))/\(day.dropFirst(5).prefix(2))"
  }

  /// This machine's name, as far as it can stand in a file's name; `localhost` when it has none.
  static func thisHost() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
    let name = buffer.prefix { $0 != 0 }.map { ASCII.lowercased(UInt8(bitPattern: $0)) }
    func mayStand(_ byte: UInt8) -> Bool {
      ASCII.isDigit(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
    let kept = name.map { mayStand($0) ? $0 : UInt8(ascii: "-") }.prefix(64)
    return kept.isEmpty ? "localhost" : String(decoding: kept, as: UTF8.self)
  }
}
