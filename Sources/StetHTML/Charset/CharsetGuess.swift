/// The encoding of a page that does not tell it and is not UTF-8.
///
/// Of 3,016 pages from the wild none came so far, so this tells apart only what is cheap to tell: Western European
/// letters stand alone between ASCII ones; Cyrillic ones stand in rows, with well-known frequencies; East Asian ones
/// come in pairs of known ranges. Everything else is windows-1252, as in a browser.
struct CharsetGuess {
  private let bytes: [UInt8]
  private var counts = [Int](repeating: 0, count: 256)
  private var high = 0
  private var rows = 0

  /// The most likely encoding, by its WHATWG name.
  static func name(for bytes: [UInt8]) -> String {
    let guess = CharsetGuess(bytes)
    // Fewer than this tell nothing; in Western text two such bytes hardly ever touch.
    guard guess.high >= 20, guess.high >= guess.rows * 2 else { return "windows-1252" }
    return guess.cyrillic() ?? guess.eastAsian() ?? "windows-1252"
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var previous: UInt8 = 0
    for byte in bytes where byte >= 0x80 || previous >= 0x80 {
      if byte >= 0x80 {
        counts[Int(byte)] += 1
        high += 1
        if previous < 0x80 { rows += 1 }
      }
      previous = byte
    }
  }

  /// Small letters are most of any text, and о е а и н т are nearly half of the Russian ones.
  private func cyrillic() -> String? {
    func fits(_ small: ClosedRange<Int>, _ frequent: [Int]) -> Bool {
      let letters = counts[small].reduce(0, +)
      return letters * 10 >= high * 6 && frequent.reduce(0) { $0 + counts[$1] } * 5 >= letters * 2
    }
    if fits(0xE0...0xFF, [0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2]) { return "windows-1251" }
    if fits(0xC0...0xDF, [0xCF, 0xC5, 0xC1, 0xC9, 0xCE, 0xD4]) { return "koi8-r" }
    return nil
  }

  private func eastAsian() -> String? {
    // Kana are at least a fifth of any Japanese text, and are rare in all else.
    let shiftJIS = pairs {
      $0 >= 0x81 && $0 <= 0x9F || $0 >= 0xE0 && $0 <= 0xFC
    } trail: {
      $0 >= 0x40 && $0 != 0x7F
    }
    if shiftJIS.isClean, shiftJIS.share({ $0 == 0x82 || $0 == 0x83 }) >= 20 { return "shift_jis" }
    let euc = pairs {
      $0 >= 0xA1 && $0 <= 0xFE || $0 == 0x8E
    } trail: {
      $0 >= 0xA1 && $0 != 0xFF
    }
    if euc.isClean {
      if euc.share({ $0 == 0xA4 || $0 == 0xA5 }) >= 20 { return "euc-jp" }
      // All 2,350 Hangul syllables start with one of 25 bytes, which begin only half of Chinese text.
      if euc.share({ $0 >= 0xB0 && $0 <= 0xC8 }) >= 85 { return "euc-kr" }
      return "gb18030"
    }
    let wide = pairs {
      $0 >= 0x81 && $0 <= 0xFE
    } trail: {
      $0 >= 0x40 && $0 != 0x7F && $0 != 0xFF
    }
    guard wide.isClean else { return nil }
    return wide.share { $0 >= 0xA1 && $0 <= 0xC6 } >= 85 ? "big5" : "gb18030"
  }

  /// How the bytes pair up in one encoding.
  private struct Pairs {
    var byLead = [Int](repeating: 0, count: 256)
    var count = 0
    var faults = 0

    /// Nearly no byte is out of place.
    var isClean: Bool { count > 0 && faults * 50 <= count }

    /// The percentage of pairs with such lead bytes.
    func share(_ isWanted: (Int) -> Bool) -> Int {
      byLead.indices.filter(isWanted).reduce(0) { $0 + byLead[$1] } * 100 / max(count, 1)
    }
  }

  private func pairs(lead isLead: (UInt8) -> Bool, trail isTrail: (UInt8) -> Bool) -> Pairs {
    var pairs = Pairs()
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 { continue }
      if isLead(byte), index < bytes.count, isTrail(bytes[index]) {
        pairs.byLead[Int(byte)] += 1
        pairs.count += 1
        index += 1
      } else {
        pairs.faults += 1
      }
    }
    return pairs
  }
}
