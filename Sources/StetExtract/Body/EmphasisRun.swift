/// A run of asterisks that open and close emphasis.
///
/// CommonMark (0.31, 6.2) tells what a run does by the characters on both sides of it: `**Verdict:**good` never closes,
/// for a colon stands before the signs and a letter behind them; `a**(b)**` never opens. A character reference in the
/// place of the letter reads the same and lets the signs do what they are meant to.
struct EmphasisRun {
  /// Where it starts and ends in the Markdown; empty where there is none.
  private var start = 0
  private(set) var end = -1
  private var opens = false
  private var closes = false

  /// Writes signs: behind those of the run if it has just been written, else as a new one.
  mutating func append(_ signs: String.UTF8View, to markdown: inout [UInt8], closes isClosing: Bool) {
    if end != markdown.count {
      start = markdown.count
      opens = false
      closes = false
    }
    markdown.append(contentsOf: signs)
    end = markdown.count
    if isClosing { closes = true } else { opens = true }
  }

  /// Takes signs back.
  mutating func removeLast(_ count: Int, from markdown: inout [UInt8]) {
    markdown.removeLast(count)
    end = markdown.count > start ? markdown.count : -1
  }

  /// Sees to it that the run means what it is meant to mean before this character.
  /// - Returns: whether the character must be written as a reference.
  @discardableResult
  mutating func settle(before next: Unicode.Scalar, in markdown: inout [UInt8]) -> Bool {
    guard end == markdown.count, start > 0, let last = Self.lastScalar(of: markdown[..<start]) else { return false }
    if opens, Self.isPunctuation(next), !Self.isPunctuation(last), !last.properties.isWhitespace {
      markdown.replaceSubrange(start - UTF8.width(last)..<start, with: "&#\(last.value);".utf8)
      end = -1
      return false
    }
    return closes && Self.isPunctuation(last) && !Self.isPunctuation(next)
  }

  /// The first character of some UTF-8.
  static func firstScalar(of bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
  }

  private static func lastScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let length = bytes.reversed().prefix(4).prefix { $0 & 0xC0 == 0x80 }.count + 1
    return String(decoding: bytes.suffix(length), as: UTF8.self).unicodeScalars.first
  }

  /// Punctuation and symbols, as CommonMark counts them.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .dashPunctuation, .connectorPunctuation, .otherPunctuation,
      .initialPunctuation, .finalPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
