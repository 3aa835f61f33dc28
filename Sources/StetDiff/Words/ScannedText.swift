/// A text cut into words: runs of letters and digits; numbers, dates and times whole (4.5, 2012-11-17); each character
/// of a script without spaces; each punctuation mark or symbol. White space belongs to the word after it.
struct ScannedText: Sendable {
  /// The text in UTF-8.
  let bytes: [UInt8]
  /// The words' numbers in the table.
  private(set) var ids: [Int32] = []
  /// Where each word begins, after its white space.
  private(set) var starts: [Int] = []
  /// Where each word ends.
  private(set) var ends: [Int] = []

  /// Cuts a text, adding its words to the table.
  init(_ text: String, table: inout WordTable) {
    bytes = Array(text.utf8)
    var scanner = Scanner()
    var offset = 0
    for scalar in text.unicodeScalars {
      scanner.take(scalar, at: offset)
      offset += UTF8.width(scalar)
      if !scanner.finished.isEmpty { keep(&scanner.finished, &table) }
    }
    scanner.finish()
    keep(&scanner.finished, &table)
  }

  /// Where the white space before a word begins.
  func spaceStart(_ word: Int) -> Int { word == 0 ? 0 : ends[word - 1] }

  /// A stretch of the text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private mutating func keep(_ words: inout [Scanner.Word], _ table: inout WordTable) {
    for word in words {
      starts.append(word.start)
      ends.append(word.end)
      ids.append(
        table.id(
          of: bytes[word.start..<word.end], only: word.scalars == 1 ? word.first : nil,
          letters: word.isPunctuation ? 0 : word.letters, isIdeograph: word.isIdeograph))
    }
    words.removeAll(keepingCapacity: true)
  }
}

extension ScannedText {
  /// Finds the words of a text, one scalar at a time.
  private struct Scanner {
    struct Word {
      var start: Int
      var end: Int
      var first: Unicode.Scalar
      var scalars = 1
      var letters = 1
      var isPunctuation: Bool
      var isIdeograph = false
    }

    var finished: [Word] = []
    private var open: Word?
    private var previous = WordClass.space
    /// A mark of punctuation that belongs to the word only if a digit (or letter) follows: "4.5", "don't".
    private var link: (scalar: Unicode.Scalar, offset: Int, needs: WordClass)?
    /// Whether the next symbol belongs to this one (zero-width joiner).
    private var isGlued = false

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
        } else if open != nil, let needs = Self.linked(scalar, after: previous) {
          link = (scalar, offset, needs)
          return
        } else {
          begin(scalar, at: offset, isPunctuation: true)
        }
      }
      previous = kind
    }

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
    private static func linked(_ scalar: Unicode.Scalar, after previous: WordClass) -> WordClass? {
      switch (previous, scalar) {
      case (.digit, "."), (.digit, ","), (.digit, ":"), (.digit, "/"), (.digit, "-"), (.digit, "\u{2010}"..."\u{2013}"):
        .digit
      case (.letter, "'"), (.letter, "\u{2019}"): .letter
      default: nil
      }
    }
  }
}
