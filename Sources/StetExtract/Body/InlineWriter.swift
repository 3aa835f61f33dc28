internal import StetModel

/// Collects the words of one paragraph, plain and as CommonMark, with white space collapsed.
struct InlineWriter {
  /// Inline markup that CommonMark can say.
  enum Mark: Hashable {
    case emphasis, strong, code
    case link(String)

    fileprivate enum Kind { case emphasis, strong, code, link }

    fileprivate var kind: Kind {
      switch self {
      case .emphasis: .emphasis
      case .strong: .strong
      case .code: .code
      case .link: .link
      }
    }
  }

  /// A finished paragraph.
  struct Run {
    var text: String
    /// Nil when the paragraph has no inline markup.
    var markdown: String?
    /// The part of the text that stands in links, 0 to 1.
    var linkShare: Double
    var links: [ReviewLink]
  }

  private struct OpenMark {
    let mark: Mark
    /// Whether it is one of code: asked at every word.
    let isCode: Bool
    /// Offset in `plain` where the mark's words start; nil until the first one comes.
    var start: Int?
    /// Whether it stands in code, where CommonMark knows no marks.
    var isSilent = false

    init(_ mark: Mark) {
      self.mark = mark
      isCode = mark == .code
    }
  }

  private var plain: [UInt8] = []
  private var markdown: [UInt8] = []
  private var marks: [OpenMark] = []
  private var links: [ReviewLink] = []
  private var linkedBytes = 0
  private var hasMarkup = false
  /// Offset in `markdown` of code that has no fences yet: how long they must be is known at its end.
  private var codeStart: Int?
  /// The mark whose closing signs were written last, and where they end in `markdown`.
  private var closed: (mark: Mark, end: Int)?
  /// The signs of emphasis that were written last.
  private var run = EmphasisRun()
  private var pendingSpace = false
  private var pendingBreak = false

  /// Whether no word has come yet.
  var isEmpty: Bool { plain.isEmpty }

  /// The last bytes that were written.
  var lastWord: ArraySlice<UInt8> { plain.suffix(4) }

  // MARK: Writing

  /// Opens a mark, unless one of its kind is open already: emphasis in emphasis says nothing, and links do not nest.
  /// False when nothing was opened, and nothing is to be closed.
  mutating func open(_ mark: Mark) -> Bool {
    guard !marks.contains(where: { $0.mark.kind == mark.kind }) else { return false }
    marks.append(OpenMark(mark))
    return true
  }

  mutating func close() {
    guard let closing = marks.popLast(), let start = closing.start else { return }
    // The fences of code wait for what follows: code right behind code is one stretch of it.
    if closing.mark != .code, !closing.isSilent { fenceCode() }
    switch closing.mark {
    case .code: break
    case .emphasis, .strong:
      if closing.isSilent { break }
      run.append(Self.signs(closing.mark), to: &markdown, closes: true)
      closed = (closing.mark, markdown.count)
    case .link(let address):
      if !closing.isSilent { writeDestination(Array(address.utf8)) }
      links.append(ReviewLink(url: address, text: String(decoding: plain[start...], as: UTF8.self)))
      linkedBytes += plain.count - start
    }
  }

  /// A line break inside the paragraph.
  mutating func breakLine() {
    if !plain.isEmpty { pendingBreak = true }
    pendingSpace = false
  }

  /// Writes words: white space parts them, what cannot be seen (a soft hyphen, say) is left out, as `ReadingText` has it.
  mutating func write(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        if ASCII.isSpace(byte) {
          pendingSpace = true
          index += 1
        } else if let mark = Self.mark(buffer, at: index) {
          if mark.isSpace { pendingSpace = true }
          index += mark.length
        } else {
          var end = index + 1
          while end < buffer.count, !ASCII.isSpace(buffer[end]), Self.mark(buffer, at: end) == nil { end += 1 }
          writeWord(UnsafeBufferPointer(rebasing: buffer[index..<end]))
          index = writePlainWords(buffer, from: end)
        }
      }
    }
  }

  /// Writes the words behind one, as far as they are the same in CommonMark and stand one space apart: nothing opens or
  /// closes between them.
  /// - Returns: where they end.
  @inline(__always)
  private mutating func writePlainWords(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if codeStart != nil { return start }
    var end = start
    while end + 1 < bytes.count, bytes[end] == 0x20 {
      var index = end + 1
      while index < bytes.count, Self.isPlain(bytes[index]) { index += 1 }
      guard index > end + 1, index == bytes.count || ASCII.isSpace(bytes[index]) else { break }
      end = index
    }
    guard end > start else { return start }
    let words = UnsafeBufferPointer(rebasing: bytes[start..<end])
    plain.append(contentsOf: words)
    markdown.append(contentsOf: words)
    return end
  }

  /// Whether a byte of a word means nothing to CommonMark, and to `ReadingText.mark`.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    if ASCII.isLetter(byte) { return true }
    switch byte {
    // All but & * < [ \ ] _ `
    case 0x21...0x25, 0x27...0x29, 0x2B...0x3B, 0x3D...0x40, 0x5E, 0x7B...0x7F: return true
    case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
    default: return byte >= 0x80
    }
  }

  /// What ends a word at a byte above 0x7F, and its length.
  @inline(__always)
  private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (isSpace: Bool, length: Int)? {
    guard bytes[index] >= 0xC2, index + (bytes[index] < 0xE0 ? 1 : 2) < bytes.count else { return nil }
    return ReadingText.mark(bytes, at: index)
  }

  /// The finished paragraph, nil without words. Marks that are open go on in the next one.
  mutating func finish() -> Run? {
    guard !plain.isEmpty else {
      // No mark has begun.
      pendingSpace = false
      return nil
    }
    let open = marks
    while !marks.isEmpty { close() }
    fenceCode()
    defer { startAgain(open) }
    let text = String(decoding: plain, as: UTF8.self)
    return Run(
      text: text, markdown: hasMarkup ? String(decoding: markdown, as: UTF8.self) : nil,
      linkShare: Double(linkedBytes) / Double(plain.count), links: links)
  }

  /// Keeps nothing but the room for words, and the marks, which have none yet.
  private mutating func startAgain(_ open: [OpenMark]) {
    var (plain, markdown) = (plain, markdown)
    self = InlineWriter()
    plain.removeAll(keepingCapacity: true)
    markdown.removeAll(keepingCapacity: true)
    (self.plain, self.markdown) = (plain, markdown)
    marks = open.map { OpenMark($0.mark) }
  }

  // MARK: Words

  private mutating func writeWord(_ word: UnsafeBufferPointer<UInt8>) {
    let code = marks.firstIndex(where: \.isCode)
    if codeStart != nil, !goesOn(code) { fenceCode() }
    if pendingBreak {
      plain.append(0x0A)
      markdown.append(contentsOf: "\\\n".utf8)
    } else if pendingSpace, !plain.isEmpty {
      plain.append(0x20)
      markdown.append(0x20)
    }
    pendingBreak = false
    pendingSpace = false
    openMarks(code: code)
    plain.append(contentsOf: word)
    if code != nil { markdown.append(contentsOf: word) } else { writeEscaped(word) }
  }

  private mutating func writeEscaped(_ word: UnsafeBufferPointer<UInt8>) {
    var start = word.startIndex
    if run.end == markdown.count, let first = EmphasisRun.firstScalar(of: word),
      run.settle(before: first, in: &markdown)
    {
      markdown.append(contentsOf: "&#\(first.value);".utf8)
      start += UTF8.width(first)
    }
    for index in start..<word.endIndex {
      switch word[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"),
        UInt8(ascii: "`"), UInt8(ascii: "<"):
        break
      case UInt8(ascii: "&") where Self.isReference(word, at: index): break
      default: continue
      }
      markdown.append(contentsOf: UnsafeBufferPointer(rebasing: word[start..<index]))
      markdown.append(UInt8(ascii: "\\"))
      start = index
    }
    markdown.append(contentsOf: UnsafeBufferPointer(rebasing: word[start...]))
  }

  /// Writes the opening signs of marks that get their first word now.
  private mutating func openMarks(code: Int?) {
    for index in marks.indices where marks[index].start == nil {
      marks[index].start = plain.count
      hasMarkup = true
      if let code, code < index {
        marks[index].isSilent = true
        continue
      }
      switch marks[index].mark {
      case .emphasis, .strong:
        let signs = Self.signs(marks[index].mark)
        // CommonMark reads `**a****b**` otherwise than it is meant: what follows at once is one stretch.
        if let closed, closed == (marks[index].mark, markdown.count) {
          run.removeLast(signs.count, from: &markdown)
        } else {
          run.append(signs, to: &markdown, closes: false)
        }
      case .code: break
      case .link:
        run.settle(before: "[", in: &markdown)
        // An exclamation mark right before it would make an image of the link.
        if markdown.last == UInt8(ascii: "!") { markdown.insert(UInt8(ascii: "\\"), at: markdown.count - 1) }
        markdown.append(UInt8(ascii: "["))
      }
    }
    if code != nil, codeStart == nil {
      run.settle(before: "`", in: &markdown)
      codeStart = markdown.count
    }
  }

  private static func signs(_ mark: Mark) -> String.UTF8View { mark == .strong ? "**".utf8 : "*".utf8 }

  // MARK: Code

  /// Whether the next word belongs to the code that has no fences yet.
  private func goesOn(_ code: Int?) -> Bool {
    guard let code, !pendingBreak else { return false }
    return marks[code].start != nil || (!pendingSpace && marks[..<code].allSatisfy { $0.start != nil })
  }

  /// Puts code between fences longer than any run of backticks in it (CommonMark 0.31, 6.1): what stands there is
  /// read as it is.
  private mutating func fenceCode() {
    guard let start = codeStart else { return }
    codeStart = nil
    let tick = UInt8(ascii: "`")
    var longest = 0
    var run = 0
    for byte in markdown[start...] {
      run = byte == tick ? run + 1 : 0
      longest = max(longest, run)
    }
    var fence = [UInt8](repeating: tick, count: longest + 1)
    let isPadded = markdown[start] == tick || markdown.last == tick
    markdown.append(contentsOf: (isPadded ? [0x20] : []) + fence)
    if isPadded { fence.append(0x20) }
    markdown.insert(contentsOf: fence, at: start)
  }

  // MARK: Addresses

  private mutating func writeDestination(_ address: [UInt8]) {
    let isQuoted = address.isEmpty || address.contains(where: Self.needsQuotes)
    markdown.append(contentsOf: (isQuoted ? "](<" : "](").utf8)
    address.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"): markdown.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "&") where Self.isReference(bytes, at: index): markdown.append(UInt8(ascii: "\\"))
        default: break
        }
        markdown.append(bytes[index] < 0x20 ? 0x20 : bytes[index])
      }
    }
    markdown.append(contentsOf: (isQuoted ? ">)" : ")").utf8)
  }

  /// Whether an address with such a byte has to stand in angle brackets: ( ) < and white space.
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "<")
  }

  /// Whether something that reads as a character reference (`&amp;`, `&#8217;`) starts at an ampersand.
  private static func isReference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let name = index
    while index < bytes.count, index - name < 40, ASCII.isLetter(bytes[index]) || ASCII.isDigit(bytes[index]) {
      index += 1
    }
    return index > name && index < bytes.count && bytes[index] == UInt8(ascii: ";")
  }
}
