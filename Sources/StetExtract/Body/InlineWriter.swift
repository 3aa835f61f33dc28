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
    /// Offset in `plain` where the mark's words start; nil until the first one comes.
    var start: Int?
  }

  private var plain: [UInt8] = []
  private var markdown: [UInt8] = []
  private var marks: [OpenMark] = []
  private var links: [ReviewLink] = []
  private var linkedBytes = 0
  private var hasMarkup = false
  private var pendingSpace = false
  private var pendingBreak = false

  /// Whether no word has come yet.
  var isEmpty: Bool { plain.isEmpty }

  // MARK: Writing

  /// Opens a mark, unless one of its kind is open already: emphasis in emphasis says nothing, and links do not nest.
  /// False when nothing was opened, and nothing is to be closed.
  mutating func open(_ mark: Mark) -> Bool {
    guard !marks.contains(where: { $0.mark.kind == mark.kind }) else { return false }
    marks.append(OpenMark(mark: mark, start: nil))
    return true
  }

  mutating func close() {
    guard let closing = marks.popLast(), let start = closing.start else { return }
    switch closing.mark {
    case .emphasis: markdown.append(UInt8(ascii: "*"))
    case .strong: markdown.append(contentsOf: "**".utf8)
    case .code: markdown.append(UInt8(ascii: "`"))
    case .link(let address):
      let mustQuote = address.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
      markdown.append(contentsOf: (mustQuote ? "](<\(address)>)" : "](\(address))").utf8)
      links.append(ReviewLink(url: address, text: String(decoding: plain[start...], as: UTF8.self)))
      linkedBytes += plain.count - start
    }
  }

  /// A line break inside the paragraph.
  mutating func breakLine() {
    if !plain.isEmpty { pendingBreak = true }
    pendingSpace = false
  }

  mutating func write(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        if ASCII.isSpace(byte) {
          pendingSpace = true
          index += 1
        } else if byte == 0xC2, index + 1 < buffer.count, buffer[index + 1] == 0xA0 {
          pendingSpace = true
          index += 2
        } else {
          var end = index + 1
          while end < buffer.count, !ASCII.isSpace(buffer[end]), buffer[end] != 0xC2 { end += 1 }
          if end < buffer.count, buffer[end] == 0xC2, end + 1 < buffer.count, buffer[end + 1] != 0xA0 { end += 2 }
          writeWord(UnsafeBufferPointer(rebasing: buffer[index..<min(end, buffer.count)]))
          index = end
        }
      }
    }
  }

  /// The finished paragraph, nil without words. Marks that are open go on in the next one.
  mutating func finish() -> Run? {
    let open = marks
    while !marks.isEmpty { close() }
    defer {
      self = InlineWriter()
      marks = open.map { OpenMark(mark: $0.mark, start: nil) }
    }
    guard !plain.isEmpty else { return nil }
    let text = String(decoding: plain, as: UTF8.self)
    return Run(
      text: text, markdown: hasMarkup ? String(decoding: markdown, as: UTF8.self) : nil,
      linkShare: Double(linkedBytes) / Double(plain.count), links: links)
  }

  // MARK: Words

  private mutating func writeWord(_ word: UnsafeBufferPointer<UInt8>) {
    if pendingBreak {
      plain.append(0x0A)
      markdown.append(contentsOf: "\\\n".utf8)
    } else if pendingSpace, !plain.isEmpty {
      plain.append(0x20)
      markdown.append(0x20)
    }
    pendingBreak = false
    pendingSpace = false
    openMarks()
    plain.append(contentsOf: word)
    for byte in word {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"),
        UInt8(ascii: "`"):
        markdown.append(UInt8(ascii: "\\"))
      default: break
      }
      markdown.append(byte)
    }
  }

  /// Writes the opening signs of marks that get their first word now.
  private mutating func openMarks() {
    for index in marks.indices where marks[index].start == nil {
      marks[index].start = plain.count
      hasMarkup = true
      switch marks[index].mark {
      case .emphasis: markdown.append(UInt8(ascii: "*"))
      case .strong: markdown.append(contentsOf: "**".utf8)
      case .code: markdown.append(UInt8(ascii: "`"))
      case .link: markdown.append(UInt8(ascii: "["))
      }
    }
  }
}
