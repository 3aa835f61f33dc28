/// Which way a text runs, by its first letter (Unicode Standard Annex #9, rules P2 and P3).
enum TextDirection {
  case leftToRight, rightToLeft

  /// Of a text in which no letter runs from right to left, nil: it cannot disturb the order of what stands round it.
  static func needed(for scalars: some Sequence<Unicode.Scalar>) -> TextDirection? {
    var first: TextDirection?
    for scalar in scalars {
      if scalar.value < 0x590 {
        if first == nil, scalar.properties.isAlphabetic { first = .leftToRight }
      } else if isRightToLeft(scalar) {
        return first ?? .rightToLeft
      } else if first == nil, scalar.properties.isAlphabetic {
        first = .leftToRight
      }
    }
    return nil
  }

  /// Letters of the scripts that are written from right to left, and the mark that stands for one.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      switch scalar.properties.generalCategory {
      case .otherLetter, .modifierLetter, .uppercaseLetter, .lowercaseLetter: true
      default: false
      }
    case 0x200F, 0x61C: true
    default: false
    }
  }

  // MARK: Isolates

  /// What begins an isolate of this direction: LRI, RLI.
  var opening: Unicode.Scalar { self == .leftToRight ? "\u{2066}" : "\u{2067}" }
  /// What ends an isolate of either: PDI.
  static let closing: Unicode.Scalar = "\u{2069}"

  /// The text in an isolate where its letters could disturb the order of what stands round it.
  static func isolated(_ text: String) -> String {
    guard let direction = needed(for: text.unicodeScalars) else { return text }
    return "\(direction.opening)\(text)\(closing)"
  }
}
