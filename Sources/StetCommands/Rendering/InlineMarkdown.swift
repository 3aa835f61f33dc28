internal import StetDiff

/// The inline CommonMark of a record as HTML: emphasis, code, links to http and https, escapes. Raw HTML stays text.
///
/// One pass; unmatched marks stay as they are. At most `maximumOpen` marks wait for their end, so that the work is
/// linear in the length of the text.
struct InlineMarkdown {
  private static let maximumOpen = 64

  /// A mark that may turn out to open something: the index of its piece tells where.
  private struct Opener {
    let piece: Int
    let mark: Unicode.Scalar
    var count: Int
  }

  private let text: [Unicode.Scalar]
  private var position = 0
  private var pieces: [String] = []
  private var openers: [Opener] = []

  /// The HTML of a line of inline Markdown.
  static func html(_ markdown: String) -> String {
    var reader = InlineMarkdown(text: Array(VisibleText.lines(markdown).unicodeScalars))
    return reader.read()
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private mutating func read() -> String {
    while position < text.count {
      let scalar = text[position]
      switch scalar {
      case "\\": readEscape()
      case "`": readCode()
      case "*", "_": readEmphasis(scalar)
      case "[":
        open("[", count: 1, shown: "[")
        position += 1
      case "!" where peek(1) == "[":
        open("!", count: 1, shown: "![")
        position += 2
      case "]": readLinkEnd()
      default: addLiteral(String(Character(scalar)), advance: 1)
      }
    }
    return pieces.joined()
  }

  private func peek(_ offset: Int) -> Unicode.Scalar? {
    let index = position + offset
    return text.indices.contains(index) ? text[index] : nil
  }

  private mutating func addLiteral(_ literal: String, advance: Int) {
    pieces.append(HTMLText.escaped(literal))
    position += advance
  }

  private mutating func open(_ mark: Unicode.Scalar, count: Int, shown: String) {
    if openers.count == Self.maximumOpen { openers.removeFirst() }
    openers.append(Opener(piece: pieces.count, mark: mark, count: count))
    pieces.append(shown)
  }

  private mutating func readEscape() {
    guard let next = peek(1), next.isASCII, next.properties.isPunctuationOrSymbol else {
      return addLiteral("\\", advance: 1)
    }
    addLiteral(String(Character(next)), advance: 2)
  }

  private mutating func readCode() {
    let count = run(of: "`", at: position)
    var end = position + count
    while end < text.count {
      let length = run(of: "`", at: end)
      if length == count {
        pieces.append(HTMLText.element("code", string(position + count..<end)))
        position = end + count
        return
      }
      end += max(length, 1)
    }
    addLiteral(String(repeating: "`", count: count), advance: count)
  }

  private mutating func readEmphasis(_ mark: Unicode.Scalar) {
    let count = run(of: mark, at: position)
    let before = position > 0 ? text[position - 1] : " "
    let after = peek(count) ?? " "
    let isWord = mark == "_" && before.isWordPart && after.isWordPart
    let canOpen = !after.properties.isWhitespace && !isWord
    let canClose = !before.properties.isWhitespace && !isWord
    var left = count
    while canClose, left > 0, let index = opener(of: mark, upTo: left) {
      let opener = openers[index]
      let name = opener.count == 2 ? "strong" : "em"
      pieces[opener.piece] = "<\(name)>"
      pieces.append("</\(name)>")
      openers.removeSubrange(index...)
      left -= opener.count
    }
    while canOpen, left > 0 {
      // Of three, the outer one is the single one.
      let width = left % 2 == 1 ? 1 : 2
      open(mark, count: width, shown: String(repeating: String(Character(mark)), count: width))
      left -= width
    }
    pieces.append(String(repeating: String(Character(mark)), count: left))
    position += count
  }

  /// The innermost opener that a run of this length can close. Links bind tighter: what stands before an open bracket
  /// stays out.
  private mutating func opener(of mark: Unicode.Scalar, upTo left: Int) -> Int? {
    let bracket = openers.lastIndex { $0.mark == "[" || $0.mark == "!" } ?? -1
    guard let last = openers.lastIndex(where: { $0.mark == mark }), last > bracket else { return nil }
    if openers[last].count > left, last > bracket + 1, openers[last - 1].mark == mark,
      openers[last - 1].piece == openers[last].piece - 1
    {
      // `***a* b**`: of the three that opened together the inner one is the single one after all.
      openers[last - 1].count = 2
      openers[last].count = 1
      pieces.swapAt(openers[last - 1].piece, openers[last].piece)
    }
    return openers[(bracket + 1)...].lastIndex { $0.mark == mark && $0.count <= left }
  }

  private mutating func readLinkEnd() {
    guard let index = openers.lastIndex(where: { $0.mark == "[" || $0.mark == "!" }) else {
      return addLiteral("]", advance: 1)
    }
    let opener = openers[index]
    openers.removeSubrange(index...)
    guard peek(1) == "(", let (destination, end) = destination(at: position + 2) else {
      return addLiteral("]", advance: 1)
    }
    let isLink = HTMLText.isWebAddress(destination)
    let shown = pieces[(opener.piece + 1)...].joined()
    pieces.removeSubrange(opener.piece...)
    pieces.append(isLink ? HTMLText.link(destination, shown.isEmpty ? HTMLText.escaped(destination) : shown) : shown)
    // Links do not nest: what is still open before this one is text.
    if opener.mark == "[" { openers.removeAll { $0.mark == "[" } }
    position = end
  }

  /// The destination that starts here and the index after its closing parenthesis; a title is passed over.
  private func destination(at start: Int) -> (String, Int)? {
    var index = start
    var address = ""
    if index < text.count, text[index] == "<" {
      guard let end = text[index...].firstIndex(of: ">") else { return nil }
      address = string(index + 1..<end)
      index = end + 1
    } else {
      var depth = 0
      while index < text.count, !text[index].properties.isWhitespace {
        if text[index] == "(" { depth += 1 }
        if text[index] == ")" {
          if depth == 0 { break }
          depth -= 1
        }
        address.unicodeScalars.append(text[index])
        index += 1
      }
    }
    guard let end = text[min(index, text.count)...].firstIndex(of: ")") else { return nil }
    return (address, end + 1)
  }

  private func run(of mark: Unicode.Scalar, at start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == mark { end += 1 }
    return end - start
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[range])
    return String(view)
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension Unicode.Scalar.Properties {
  /// ASCII punctuation as CommonMark counts it, symbols included.
  fileprivate var isPunctuationOrSymbol: Bool {
    switch generalCategory {
    case .openPunctuation, .closePunctuation, .dashPunctuation, .connectorPunctuation, .otherPunctuation,
      .initialPunctuation, .finalPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
