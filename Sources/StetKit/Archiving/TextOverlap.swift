internal import StetModel

/// How much of two texts is the same: what share of the one's stretches of twelve bytes stands in the other.
///
/// Letters, digits and everything beyond ASCII count, without regard to the case of ASCII letters. Two texts on
/// different matters in one language share a few hundredths; an edit leaves most. One pass over each text.
struct TextOverlap {
  /// The greater of the two shares, 0 to 1: a part of a text is the same text.
  let share: Double

  init(_ one: String, _ other: String) {
    let first = Self.stretches(one)
    let second = Self.stretches(other)
    let common = first.count < second.count ? first.intersection(second).count : second.intersection(first).count
    let smaller = min(first.count, second.count)
    share = smaller == 0 ? 0 : Double(common) / Double(smaller)
  }

  private static let length = 12

  private static func stretches(_ text: String) -> Set<UInt64> {
    let bytes = text.utf8.lazy.map(ASCII.lowercased).filter { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0x80 }
    // A polynomial over the last twelve bytes; what falls out is taken off again.
    let base: UInt64 = 0x0000_0100_0000_01B3
    let gone = (0..<length).reduce(UInt64(1)) { power, _ in power &* base }
    var window = [UInt8](repeating: 0, count: length)
    var hash: UInt64 = 0
    var count = 0
    var stretches = Set<UInt64>()
    for byte in bytes {
      hash = hash &* base &+ UInt64(byte) &- UInt64(window[count % length]) &* gone
      window[count % length] = byte
      count += 1
      if count >= length { stretches.insert(hash) }
    }
    return stretches
  }
}
