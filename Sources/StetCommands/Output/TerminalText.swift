/// Text from pages, made safe to print: a page must not be able to move the cursor, retitle the window or reorder a
/// line.
public enum TerminalText {
  /// The text with its control characters made visible: `^[` for ESC, `<U+202E>` for the invisible ones beyond ASCII.
  /// Line feeds and tabs stay.
  public static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { replacement(of: $0) != nil }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let replacement = replacement(of: scalar) {
        out.append(contentsOf: replacement.unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// The same on one line: white space of any length becomes a space.
  public static func line(_ text: String) -> String {
    visible(text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " "))
  }

  /// One line of at most `width` characters, cut with an ellipsis.
  static func line(_ text: String, width: Int) -> String {
    let line = line(text)
    return line.count <= width ? line : line.prefix(max(0, width - 1)) + "…"
  }

  private static func replacement(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A: nil
    case 0x00...0x1F: "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x7F: "^?"
    // C1 controls, line and paragraph separators, and what overrides the direction of text.
    case 0x80...0x9F, 0x2028...0x202E, 0x2066...0x2069: named(scalar)
    // Tag characters: invisible copies of ASCII.
    case 0xE0000...0xE007F: named(scalar)
    default: nil
    }
  }

  private static func named(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
