internal import StetModel

/// Offsets from UTC, and the zones that RFC 822 and its users name.
enum TimeZoneName {
  /// Minutes east of UTC; nil when the text is neither offset nor zone. Spelled in ASCII, in any case: `Z`, `+01:00`,
  /// `-0500`, `+1`, `GMT`, `UTC+2`, `EST`.
  static func offset(_ text: [UInt8]) -> Int? {
    let upper = text.map { ASCII.isLetter($0) ? $0 & 0xDF : $0 }
    let letters = upper.prefix { (0x41...0x5A).contains($0) }
    let rest = upper[letters.count...]
    let base: Int
    if letters.isEmpty {
      if rest.isEmpty { return nil }
      base = 0
    } else {
      guard let known = zones[String(decoding: letters, as: UTF8.self)] else { return nil }
      base = known
    }
    if rest.isEmpty { return base }
    return numeric(rest).map { base + $0 }
  }

  private static func numeric(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first, sign == 0x2B || sign == 0x2D else { return nil }
    let body = text.dropFirst()
    let digits = body.filter { $0 != 0x3A }
    guard digits.count == body.count || body.dropLast(2).last == 0x3A, digits.allSatisfy(ASCII.isDigit),
      (1...4).contains(digits.count)
    else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let minutes = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
    return sign == 0x2D ? -minutes : minutes
  }

  /// Minutes east of UTC. Names that several zones share mean what RFC 822 means, else what feeds mean by them.
  private static let zones: [String: Int] = [
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "IST": 330, "CET": 60, "MEZ": 60,
    "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "MSD": 240, "SAST": 120, "JST": 540, "KST": 540,
    "HKT": 480, "SGT": 480, "AWST": 480, "ACST": 570, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "EST": -300, "EDT": -240, "ET": -300, "CST": -360, "CDT": -300, "CT": -360, "MST": -420, "MDT": -360, "MT": -420,
    "PST": -480, "PDT": -420, "PT": -480, "AST": -240, "ADT": -180, "AKST": -540, "AKDT": -480, "HST": -600,
    "BRT": -180, "ART": -180,
  ]
}
