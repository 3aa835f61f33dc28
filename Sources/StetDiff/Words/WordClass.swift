/// What a scalar is to the word scanner.
enum WordClass: Sendable {
  /// White space between words.
  case space
  /// Part of a word.
  case letter
  /// Part of a word or number.
  case digit
  /// A word of its own: scripts that are written without spaces.
  case ideograph
  /// Belongs to what stands before it: combining marks, joiners, variation selectors, skin tones.
  case mark
  /// Punctuation or symbol, a word of its own.
  case other

  /// The class of a scalar.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      switch UInt8(value) {
      case 0x09...0x0D, 0x20: self = .space
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
        self = .letter
      default: self = .other
      }
      return
    }
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .space
    // Whole ranges of letters: a general category takes long to look up.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x481, 0x48A...0x52F, 0x5D0...0x5EA, 0x620...0x64A,
      0xAC00...0xD7A3:
      self = .letter
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF: self = .ideograph
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE01EF: self = .mark
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
        self = Self.isWrittenWithoutSpaces(value) ? .ideograph : .letter
      case .decimalNumber: self = .digit
      // "4½" is one number.
      case .otherNumber: self = .letter
      default: self = .other
      }
    }
  }

  /// Han, kana, bopomofo, Thai, Lao, Myanmar, Khmer.
  private static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x312F, 0x31A0...0x31FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0xFF66...0xFF9F, 0x16FE0...0x18CFF, 0x1AFF0...0x1B16F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
