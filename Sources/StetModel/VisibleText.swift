/// Text of pages made safe to print: nothing in it can move the cursor, change colours or reverse the line.
public enum VisibleText {
  /// The text with control and direction-override characters made visible: `␛` for ESC, `␀` for NUL, `‹U+202E›` for
  /// those without a picture. Newlines and tabs too, as `␊` and `␉`, unless they are kept.
  public static func of(_ text: String, keepingNewlines: Bool = false, keepingTabs: Bool = false) -> String {
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      (keepingNewlines && scalar == "\n") || (keepingTabs && scalar == "\t") || !isHidden(scalar)
    }
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) || text.unicodeScalars.allSatisfy(isKept) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isKept(scalar) {
        out.append(scalar)
      } else {
        out.append(contentsOf: picture(of: scalar).unicodeScalars)
      }
    }
    return String(out)
  }

  /// Whether a reader sees nothing of the text: it is empty, or made of white space, joiners, marks of direction, soft
  /// hyphens, fillers and the like alone.
  public static func isBlank(_ text: String) -> Bool {
    if text.utf8.contains(where: { $0 > 0x20 && $0 < 0x7F }) { return false }
    return text.unicodeScalars.allSatisfy(isBlank)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Signs that are seen, though Unicode files them under format.
    case 0x600...0x605, 0x6DD, 0x8E2: false
    // The blank pattern of braille, which is a letter to Unicode.
    case 0x2800: true
    default:
      scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x3400...0xD7FF: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    // Soft hyphens and zero-width spaces break words, joiners shape them and emoji, marks place them beside words of the
    // other direction, tag characters spell flags: none can reorder what stands around them.
    case 0xAD, 0x200B...0x200F, 0x61C, 0x2060, 0xFEFF, 0xE0020...0xE007F: false
    // Signs that are seen, though Unicode files them under format.
    case 0x600...0x605, 0x6DD, 0x8E2: false
    case 0xA0...0x5FF: false
    default: scalar.properties.generalCategory == .format
    }
  }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    if scalar.value == 0x7F { return "\u{2421}" }
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return String(picture) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
  }
}
