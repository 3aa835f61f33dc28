/// Reads the blocks of CommonMark 0.31 (and GitHub's tables) that stet prints: ATX headings, paragraphs, lists, quotes,
/// fenced code, rules. What it does not know (indented code, HTML, setext headings, reference definitions) it calls
/// `unknown`, so that a test notices.
public struct MarkdownReader {
  /// A line that starts something that stet never means to print.
  public struct Unknown: Error, CustomStringConvertible {
    /// What stands there.
    public let description: String
  }

  private let lines: [Substring]
  private var next = 0

  /// The blocks of a document.
  public static func blocks(_ text: String) throws -> [MarkdownBlock] {
    var reader = MarkdownReader(lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    return try reader.blocks()
  }

  private init(lines: [Substring]) { self.lines = lines }

  private mutating func blocks() throws -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    while next < lines.count {
      let line = lines[next]
      if line.allSatisfy({ $0 == " " }) {
        next += 1
      } else if line.hasPrefix("    ") || line.hasPrefix("\t") {
        throw Unknown(description: "indented code: \(line)")
      } else if let heading = Self.heading(line) {
        blocks.append(heading)
        next += 1
      } else if Self.isRule(line) {
        blocks.append(.rule)
        next += 1
      } else if Self.isFence(line) {
        blocks.append(try code())
      } else if line.hasPrefix(">") {
        blocks.append(.quote(try quote()))
      } else if let marker = Marker(line) {
        blocks.append(try list(marker))
      } else if line.hasPrefix("|"), next + 1 < lines.count, Self.isDelimiterRow(lines[next + 1]) {
        blocks.append(table())
      } else {
        blocks.append(try paragraph())
      }
    }
    return blocks
  }

  private static func heading(_ line: Substring) -> MarkdownBlock? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    let rest = line.dropFirst(level)
    guard rest.isEmpty || rest.hasPrefix(" ") else { return nil }
    var words = rest.split(separator: " ", omittingEmptySubsequences: true)
    // A closing sequence is no part of the heading.
    if let last = words.last, last.allSatisfy({ $0 == "#" }) { words.removeLast() }
    return .heading(level: level, words.joined(separator: " "))
  }

  private static func isRule(_ line: Substring) -> Bool {
    let marks = line.filter { $0 != " " }
    guard let first = marks.first, "-*_".contains(first) else { return false }
    return marks.count >= 3 && marks.allSatisfy { $0 == first }
  }

  /// Backticks with more of them in the line are code within a paragraph.
  private static func isFence(_ line: Substring) -> Bool {
    line.hasPrefix("~~~") || (line.hasPrefix("```") && !line.drop { $0 == "`" }.contains("`"))
  }

  private mutating func code() throws -> MarkdownBlock {
    guard let mark = lines[next].first else { return .rule }
    let fence = lines[next].prefix { $0 == mark }
    let info = lines[next].dropFirst(fence.count)
    next += 1
    var content: [Substring] = []
    while next < lines.count {
      let line = lines[next]
      next += 1
      if line.hasPrefix(fence), line.allSatisfy({ $0 == mark || $0 == " " }) {
        return .code(content.joined(separator: "\n"), info: String(info))
      }
      content.append(line)
    }
    throw Unknown(description: "a fence without an end")
  }

  private mutating func quote() throws -> [MarkdownBlock] {
    var inside: [Substring] = []
    while next < lines.count, lines[next].hasPrefix(">") {
      let line = lines[next].dropFirst()
      inside.append(line.hasPrefix(" ") ? line.dropFirst() : line)
      next += 1
    }
    var reader = MarkdownReader(lines: inside)
    return try reader.blocks()
  }

  /// "- ", "12. " and what tells one list from the next: the bullet, or the mark behind the number.
  private struct Marker: Equatable {
    let mark: Character
    let isOrdered: Bool
    /// Columns up to the entry's text.
    let width: Int

    init?(_ line: Substring) {
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      guard digits.count <= 9, let mark = line.dropFirst(digits.count).first else { return nil }
      isOrdered = !digits.isEmpty
      guard (isOrdered ? ".)" : "-+*").contains(mark) else { return nil }
      let rest = line.dropFirst(digits.count + 1)
      guard rest.isEmpty || rest.hasPrefix(" ") else { return nil }
      self.mark = mark
      width = digits.count + 2
    }
  }

  private mutating func list(_ first: Marker) throws -> MarkdownBlock {
    var items: [[MarkdownBlock]] = []
    while next < lines.count, let marker = Marker(lines[next]), marker.mark == first.mark,
      marker.isOrdered == first.isOrdered, !Self.isRule(lines[next])
    {
      var inside = [lines[next].dropFirst(marker.width)]
      next += 1
      let indent = String(repeating: " ", count: marker.width)
      while next < lines.count {
        if lines[next].hasPrefix(indent) {
          inside.append(lines[next].dropFirst(marker.width))
        } else if lines[next].isEmpty, next + 1 < lines.count, lines[next + 1].hasPrefix(indent) {
          inside.append(lines[next])
        } else {
          break
        }
        next += 1
      }
      var reader = MarkdownReader(lines: inside)
      items.append(try reader.blocks())
      // An empty line between two entries makes a list loose; it does not end it.
      var ahead = next
      while ahead < lines.count, lines[ahead].isEmpty { ahead += 1 }
      if ahead < lines.count, let marker = Marker(lines[ahead]), marker.mark == first.mark { next = ahead }
    }
    return .list(ordered: first.isOrdered, items: items)
  }

  private static func isDelimiterRow(_ line: Substring) -> Bool {
    line.hasPrefix("|") && line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
  }

  private mutating func table() -> MarkdownBlock {
    var rows: [[String]] = []
    while next < lines.count, lines[next].hasPrefix("|") {
      rows.append(Self.cells(lines[next]))
      next += 1
    }
    rows.remove(at: 1)
    return .table(rows)
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell.split(separator: " ").joined(separator: " "))
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }

  /// "[label]: ", with no bracket in the label that is not escaped.
  private static func isDefinition(_ line: Substring) -> Bool {
    guard line.hasPrefix("[") else { return false }
    var isEscaped = false
    for index in line.indices.dropFirst() {
      if !isEscaped, line[index] == "[" { return false }
      if !isEscaped, line[index] == "]" { return line[line.index(after: index)...].hasPrefix(":") }
      isEscaped = line[index] == "\\" && !isEscaped
    }
    return false
  }

  private mutating func paragraph() throws -> MarkdownBlock {
    let start = next
    if Self.isDefinition(lines[next]) { throw Unknown(description: "a reference definition: \(lines[next])") }
    while next < lines.count, !lines[next].isEmpty {
      let line = lines[next]
      if next > start {
        // What may interrupt a paragraph, and underlines that make a heading of it.
        let isUnderline = !line.isEmpty && (line.allSatisfy { $0 == "=" } || line.allSatisfy { $0 == "-" })
        if isUnderline { throw Unknown(description: "a setext heading: \(line)") }
        if Self.heading(line) != nil || Self.isRule(line) || line.hasPrefix(">") || Self.isFence(line) { break }
        if let marker = Marker(line), !marker.isOrdered || line.hasPrefix("1") { break }
      }
      if let tag = line.dropFirst().first, line.first == "<", tag == "!" || tag == "?" || tag == "/" || tag.isLetter,
        !line.hasPrefix("<http://"), !line.hasPrefix("<https://")
      {
        throw Unknown(description: "HTML: \(line)")
      }
      next += 1
    }
    return .paragraph(lines[start..<next].joined(separator: "\n"))
  }
}
