internal import StetModel

/// Text turned into CommonMark that reads as the same text.
enum MarkdownText {
  /// Plain text as inline Markdown on one line: every mark that could mean something is escaped.
  static func inline(_ text: String) -> String {
    let line = VisibleText.line(text)
    if !line.utf8.contains(where: isMark) { return escapedStart(line) }
    var out: [UInt8] = []
    out.reserveCapacity(line.utf8.count + 8)
    for byte in line.utf8 {
      if isMark(byte) { out.append(UInt8(ascii: "\\")) }
      out.append(byte)
    }
    return escapedStart(String(decoding: out, as: UTF8.self))
  }

  /// Plain text as the content of an ATX heading: number signs at its end would close it (CommonMark 0.31, 4.2).
  static func heading(_ text: String) -> String {
    let line = inline(text)
    return line.hasSuffix("#") ? line.dropLast() + "\\#" : line
  }

  /// Plain text as a paragraph: a line end in it is a hard break.
  static func paragraph(_ text: String) -> String {
    text.split(separator: "\n").map { inline(String($0)) }.joined(separator: "\\\n")
  }

  /// Inline Markdown of a record, kept away from meaning a block: hard breaks stay, other line ends become spaces.
  static func lines(_ markdown: String) -> String {
    var out = ""
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if !out.isEmpty { out += endsInBreak(out) ? "\n" : " " }
      out += escapedStart(VisibleText.line(String(line)))
    }
    return opensDefinition(out) ? "\\" + out : out
  }

  /// Whether a paragraph begins as the definition of a link does, which no reader would see: a label in brackets and a colon
  /// (CommonMark 0.31, 4.7).
  private static func opensDefinition(_ markdown: String) -> Bool {
    var bytes = markdown.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "[") else { return false }
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "\\"): _ = bytes.next()
      case UInt8(ascii: "["): return false
      case UInt8(ascii: "]"): return bytes.next() == UInt8(ascii: ":")
      default: continue
      }
    }
    return false
  }

  /// Whether the last backslash is not escaped itself.
  private static func endsInBreak(_ line: String) -> Bool {
    line.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// A link destination in angle brackets; nil when it is not an http or https address.
  static func destination(_ address: String) -> String? {
    guard address.hasPrefix("http://") || address.hasPrefix("https://") else { return nil }
    var out = "<"
    for scalar in VisibleText.line(address).unicodeScalars {
      switch scalar {
      case "<": out += "%3C"
      case ">": out += "%3E"
      case "\\": out += "%5C"
      case " ": out += "%20"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + ">"
  }

  /// Code between fences longer than any run of backticks in it.
  static func fenced(_ code: String, language: String?) -> String {
    var longest = 0
    var run = 0
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let info = VisibleText.line(language ?? "").unicodeScalars.filter { $0 != "`" && $0 != " " }
    return "\(fence)\(String(String.UnicodeScalarView(info)))\n\(VisibleText.lines(code))\n\(fence)"
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// Marks that mean a block only where a line starts: headings, lists, quotes, rules, setext underlines.
  private static func escapedStart(_ line: String) -> String {
    guard let first = line.unicodeScalars.first else { return line }
    switch first {
    case "#", "+", "-", "=", ">": return "\\" + line
    case "0"..."9":
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      let rest = line[digits.endIndex...]
      guard let mark = rest.first, mark == "." || mark == ")", rest.dropFirst().first ?? " " == " " else { return line }
      return digits + "\\" + rest
    default: return line
    }
  }
}
