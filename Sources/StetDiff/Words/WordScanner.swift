/// Finds the words of a text, one scalar at a time.
struct WordScanner {
  /// A word, by its place in the text's UTF-8.
  struct Word {
    var start: Int
    var end: Int
    var first: Unicode.Scalar
    var scalars = 1
    var letters = 1
    var isPunctuation: Bool
    var isIdeograph = false
  }

  /// Words that are whole; whoever takes them empties this.
  var finished: [Word] = []
  private var open: Word?
  private var previous = WordClass.space
  private var isAfterHebrew = false
  /// A mark of punctuation that belongs to the word only if a digit (or letter) follows: "4.5", "don't", צה"ל.
  private var link: (scalar: Unicode.Scalar, offset: Int, needs: WordClass)?
  /// Whether the next symbol belongs to this one (zero-width joiner).
  private var isGlued = false

  /// Takes the next scalar, which begins at a byte.
  mutating func take(_ scalar: Unicode.Scalar, at offset: Int) {
    let kind = WordClass(scalar)
    let end = offset + UTF8.width(scalar)
    if let pending = link {
      link = nil
      if kind == pending.needs {
        extend(to: end, scalars: 2, letters: 2)
        previous = kind
        return
      }
      begin(pending.scalar, at: pending.offset, isPunctuation: true)
      previous = .other
    }
    defer { isGlued = scalar.value == 0x200D }
    switch kind {
    case .space: close()
    case .mark where open != nil:
      extend(to: end, scalars: 1, letters: 0)
      return
    case .letter, .digit:
      isAfterHebrew = (0x5D0...0x5EA).contains(scalar.value)
      if open != nil, previous == .letter || previous == .digit {
        extend(to: end, scalars: 1, letters: 1)
      } else {
        begin(scalar, at: offset, isPunctuation: false)
      }
    case .ideograph:
      begin(scalar, at: offset, isPunctuation: false)
      open?.isIdeograph = true
    case .other, .mark:
      if (isGlued && open != nil) || isRepeated(scalar, at: offset) {
        extend(to: end, scalars: 1, letters: 1)
      } else if open != nil, let needs = Self.linked(scalar, after: previous, isAfterHebrew) {
        link = (scalar, offset, needs)
        return
      } else {
        begin(scalar, at: offset, isPunctuation: true)
      }
    }
    previous = kind
  }

  /// Ends the text.
  mutating func finish() {
    if let pending = link { begin(pending.scalar, at: pending.offset, isPunctuation: true) }
    close()
  }

  private mutating func begin(_ scalar: Unicode.Scalar, at offset: Int, isPunctuation: Bool) {
    close()
    open = Word(start: offset, end: offset + UTF8.width(scalar), first: scalar, isPunctuation: isPunctuation)
  }

  private mutating func extend(to end: Int, scalars: Int, letters: Int) {
    open?.end = end
    open?.scalars += scalars
    open?.letters += letters
  }

  private mutating func close() {
    if let open { finished.append(open) }
    open = nil
  }

  /// Whether a full stop or dash goes on with the one before it: "..." and "--" are one sign each.
  private func isRepeated(_ scalar: Unicode.Scalar, at offset: Int) -> Bool {
    guard let open, open.isPunctuation, open.end == offset else { return false }
    return Self.isDash(scalar) ? Self.isDash(open.first) : scalar == "." && open.first == "."
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || (0x2010...0x2015).contains(scalar.value)
  }

  /// What must follow a mark of punctuation for it to stand inside a word; nil when it never does.
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
}
