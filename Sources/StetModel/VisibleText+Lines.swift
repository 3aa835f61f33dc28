extension VisibleText {
  /// Text of several lines made safe to print; line feeds and tabs stay.
  public static func lines(_ text: String) -> String { of(text, keepingNewlines: true, keepingTabs: true) }

  /// The same on one line: white space of any length becomes a space.
  public static func line(_ text: String) -> String {
    of(text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " "))
  }

  /// One line of at most `width` characters, cut with an ellipsis.
  public static func line(_ text: String, width: Int) -> String {
    let line = line(text)
    return line.count <= width ? line : line.prefix(max(0, width - 1)) + "…"
  }
}
