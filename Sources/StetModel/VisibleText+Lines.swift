extension VisibleText {
  /// Text of several lines made safe to print; line feeds and tabs stay.
  public static func lines(_ text: String) -> String { of(text, keepingNewlines: true, keepingTabs: true) }

  /// The same on one line: white space of any length becomes a space.
  public static func line(_ text: String) -> String {
    if isPlainLine(text) { return text }
    return of(text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " "))
  }

  /// Whether the text stays as it is: ASCII with single spaces between its words.
  private static func isPlainLine(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      if byte < 0x20 || byte > 0x7E || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return text.isEmpty || previous != 0x20
  }

  /// One line of at most `width` characters, cut with an ellipsis.
  public static func line(_ text: String, width: Int) -> String {
    let line = line(text)
    return line.count <= width ? line : line.prefix(max(0, width - 1)) + "…"
  }
}
