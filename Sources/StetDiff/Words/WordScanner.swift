internal import StetModel

/// Finds the words of a text, one after the other.
struct WordScanner {
  /// A word, by its place in the text's UTF-8.
  struct Word {
    var start: Int
    var end: Int
    /// Its scalars without marks.
    var letters = 1
    let isPunctuation: Bool
    let isIdeograph: Bool
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var offset = 0

  /// - Parameter text: UTF-8 that outlives the scanner.
  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The next word; nil at the text's end.
  mutating func next() -> Word? {
    while offset < text.count {
      if let word = plainWord() { return word }
      let (scalar, end) = scalar(at: offset)
      let kind = WordClass(scalar)
      if kind != .space { return word(from: scalar, kind, end: end) }
      offset = end
    }
    return nil
  }

  /// A word of ASCII letters and digits, if what follows it cannot belong to it: most words of most texts.
  private mutating func plainWord() -> Word? {
    var end = offset
    while end < text.count, Self.isPlain(text[end]) { end += 1 }
    guard end > offset, end == text.count || Self.endsWord(text[end], after: text[end - 1]) else { return nil }
    let word = Word(
      start: offset, end: end, letters: end - offset, isPunctuation: false, isIdeograph: false)
    offset = end
    return word
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_")
  }

  private static func endsWord(_ byte: UInt8, after last: UInt8) -> Bool {
    ASCII.isSpace(byte) || (byte < 0x80 && byte != UInt8(ascii: "'") && !ASCII.isDigit(last))
  }

  /// The scalar that begins at a byte, and where it ends.
  private func scalar(at start: Int) -> (scalar: Unicode.Scalar, end: Int) {
    let first = UInt32(text[start])
    if first < 0x80 { return (Unicode.Scalar(text[start]), start + 1) }
    func continued(_ value: UInt32, _ count: Int) -> (scalar: Unicode.Scalar, end: Int) {
      var value = value
      for index in 1...count { value = value << 6 | UInt32(text[start + index]) & 0x3F }
      return (Unicode.Scalar(value) ?? "\u{FFFD}", start + count + 1)
    }
    if first < 0xE0 { return continued(first & 0x1F, 1) }
    return first < 0xF0 ? continued(first & 0x0F, 2) : continued(first & 0x07, 3)
  }

  /// The word that begins with a scalar.
  private mutating func word(from first: Unicode.Scalar, _ kind: WordClass, end: Int) -> Word {
    let isPunctuation = kind == .other || kind == .mark
    var word = Word(
      start: offset, end: end, isPunctuation: isPunctuation, isIdeograph: kind == .ideograph)
    var previous = kind
    var last = first
    var isAfterHebrew = Self.isHebrew(first)
    while word.end < text.count {
      let (scalar, end) = scalar(at: word.end)
      let kind = WordClass(scalar)
      switch kind {
      case .mark: break
      case .letter where previous == .letter || previous == .digit,
        .digit where previous == .letter || previous == .digit:
        word.letters += 1
        previous = kind
        isAfterHebrew = Self.isHebrew(scalar)
      // What follows a zero-width joiner belongs to it: 👩‍🚀.
      case .other where last.value == 0x200D || (isPunctuation && Self.isRepeated(scalar, of: first)):
        word.letters += 1
        previous = kind
      case .other:
        guard end < text.count, let needed = Self.linked(scalar, after: previous, isAfterHebrew) else {
          offset = word.end
          return word
        }
        let (next, nextEnd) = self.scalar(at: end)
        guard WordClass(next) == needed else {
          offset = word.end
          return word
        }
        word.letters += 2
        word.end = nextEnd
        previous = needed
        last = next
        isAfterHebrew = Self.isHebrew(next)
        continue
      case .space, .letter, .digit, .ideograph:
        offset = word.end
        return word
      }
      word.end = end
      last = scalar
    }
    offset = word.end
    return word
  }

  /// Whether a full stop or dash goes on with the one before it: "..." and "--" are one sign each.
  private static func isRepeated(_ scalar: Unicode.Scalar, of first: Unicode.Scalar) -> Bool {
    isDash(scalar) ? isDash(first) : scalar == "." && first == "."
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || (0x2010...0x2015).contains(scalar.value)
  }

  /// What must follow a mark of punctuation for it to stand inside a word: "4.5", "don't", צה"ל; nil when it never does.
  private static func linked(
    _ scalar: Unicode.Scalar, after previous: WordClass, _ isAfterHebrew: Bool
  ) -> WordClass? {
    switch (previous, scalar) {
    case (.digit, "."), (.digit, ","), (.digit, ":"), (.digit, "/"), (.digit, "-"), (.digit, "\u{2010}"..."\u{2013}"):
      .digit
    // The Arabic decimal and thousands separators.
    case (.digit, "\u{66B}"), (.digit, "\u{66C}"): .digit
    case (.letter, "'"), (.letter, "\u{2019}"): .letter
    // Acronyms and numbers in Hebrew have gershayim before their last letter, often typed as a quotation mark (UAX #29, WB7b).
    case (.letter, "\u{5F3}"), (.letter, "\u{5F4}"): .letter
    case (.letter, "\""), (.letter, "\u{201D}"): isAfterHebrew ? .letter : nil
    default: nil
    }
  }

  private static func isHebrew(_ letter: Unicode.Scalar) -> Bool { (0x5D0...0x5EA).contains(letter.value) }
}
