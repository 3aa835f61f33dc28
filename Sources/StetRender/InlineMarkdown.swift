internal import StetModel

/// The inline CommonMark of a record as HTML: emphasis, code, links to http and https, escapes. Raw HTML stays text.
///
/// One pass; unmatched marks stay as they are. At most `maximumOpen` marks wait for their end, so that the work is
/// linear in the length of the text.
struct InlineMarkdown {
  private static let maximumOpen = 64
  /// Parentheses within each other in an address.
  private static let maximumParentheses = 32
  /// Scalars in a title, and in the white space round it.
  private static let maximumTitle = 500

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
      case "&": readReference()
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
    if peek(1) == "\n" {
      pieces.append("<br>\n")
      position += 2
      return
    }
    guard let next = peek(1), next.isASCIIPunctuation else {
      return addLiteral("\\", advance: 1)
    }
    addLiteral(String(Character(next)), advance: 2)
  }

  /// A decimal character reference; other ampersands are text.
  private mutating func readReference() {
    let digits = text[min(position + 2, text.count)...].prefix(7).prefix { ("0"..."9").contains($0) }
    guard peek(1) == "#", digits.endIndex < text.count, text[digits.endIndex] == ";",
      let value = UInt32(string(digits.indices)), value > 0, let scalar = Unicode.Scalar(value)
    else { return addLiteral("&", advance: 1) }
    addLiteral(String(Character(scalar)), advance: digits.count + 3)
  }

  private mutating func readCode() {
    let count = run(of: "`", at: position)
    var end = position + count
    while end < text.count {
      let length = run(of: "`", at: end)
      if length == count {
        pieces.append(HTMLText.element("code", code(position + count..<end)))
        position = end + count
        return
      }
      end += max(length, 1)
    }
    addLiteral(String(repeating: "`", count: count), advance: count)
  }

  /// What stands between fences: without the spaces that keep backticks of its own from them (CommonMark 0.31, 6.1).
  private func code(_ range: Range<Int>) -> String {
    let isPadded =
      text[range.lowerBound] == " " && text[range.upperBound - 1] == " " && text[range].contains { $0 != " " }
    return string(isPadded ? range.lowerBound + 1..<range.upperBound - 1 : range).replacing("\n", with: " ")
  }

  private mutating func readEmphasis(_ mark: Unicode.Scalar) {
    let count = run(of: mark, at: position)
    let before = position > 0 ? text[position - 1] : " "
    let after = peek(count) ?? " "
    // Left- and right-flanking (CommonMark 0.31, 6.2).
    let (isBound, isFree) = (before.properties.isWhitespace, after.properties.isWhitespace)
    let isLeft = !isFree && (!after.isPunctuation || isBound || before.isPunctuation)
    let isRight = !isBound && (!before.isPunctuation || isFree || after.isPunctuation)
    let canOpen = isLeft && (mark == "*" || !isRight || before.isPunctuation)
    let canClose = isRight && (mark == "*" || !isLeft || after.isPunctuation)
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

  /// The destination that starts here and the index after its closing parenthesis; a title is passed over. Nil when
  /// it is none (CommonMark 0.31, 6.3). Neither form runs over the start of another link, so that a text of nothing
  /// but starts is read in linear time.
  private func destination(at start: Int) -> (String, Int)? {
    var address = String.UnicodeScalarView()
    let isQuoted = start < text.count && text[start] == "<"
    var index = isQuoted ? start + 1 : start
    var depth = 0
    while index < text.count {
      switch text[index] {
      case "\\" where index + 1 < text.count && text[index + 1].isASCIIPunctuation: index += 1
      case "\n": return nil
      case "<" where isQuoted: return nil
      case ">" where isQuoted: return afterTitle(index + 1).map { (String(address), $0) }
      case "(" where !isQuoted:
        depth += 1
        if depth > Self.maximumParentheses { return nil }
      case ")" where !isQuoted:
        if depth == 0 { return (String(address), index + 1) }
        depth -= 1
      case let scalar where !isQuoted && scalar.properties.isWhitespace:
        return depth == 0 ? afterTitle(index).map { (String(address), $0) } : nil
      default: break
      }
      address.append(text[index])
      index += 1
    }
    return nil
  }

  /// The index after the parenthesis that closes a link, behind white space and a title in quotes.
  private func afterTitle(_ start: Int) -> Int? {
    var index = afterSpace(start)
    if index < text.count, text[index] == "\"" || text[index] == "'" {
      guard let end = text[(index + 1)...].prefix(Self.maximumTitle).firstIndex(of: text[index]) else { return nil }
      index = afterSpace(end + 1)
    }
    return index < text.count && text[index] == ")" ? index + 1 : nil
  }

  private func afterSpace(_ start: Int) -> Int {
    text[min(start, text.count)...].prefix(Self.maximumTitle).firstIndex { !$0.properties.isWhitespace } ?? text.count
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
  fileprivate var isASCIIPunctuation: Bool { isASCII && isPunctuation }

  fileprivate var isPunctuation: Bool { properties.isPunctuationOrSymbol }
}

extension Unicode.Scalar.Properties {
  /// Punctuation as CommonMark counts it, symbols included.
  fileprivate var isPunctuationOrSymbol: Bool {
    switch generalCategory {
    case .openPunctuation, .closePunctuation, .dashPunctuation, .connectorPunctuation, .otherPunctuation,
      .initialPunctuation, .finalPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
