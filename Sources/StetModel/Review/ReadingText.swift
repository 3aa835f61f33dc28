/// The one normalisation under which texts are compared: by the change test, by the diff and wherever a reader should
/// not care.
///
/// Runs of white space (no-break spaces too) become one space, space at both ends goes, soft hyphens, zero-width
/// spaces, word joiners and byte order marks go. Zero-width joiners and non-joiners stay: they shape words and emoji. Unicode normal forms need no work: Swift compares strings by canonical equivalence.
public enum ReadingText {
  /// The text under the normalisation.
  public static func normalized(_ text: String) -> String {
    if isPlain(text) { return text }
    var out = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        pendingSpace = !out.isEmpty
      } else if !isInvisible(scalar) {
        if pendingSpace {
          out.append(" ")
          pendingSpace = false
        }
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Whether the text is ASCII with single spaces inside: most are, and stay as they are.
  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte > 0x7E || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20 || text.isEmpty
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
