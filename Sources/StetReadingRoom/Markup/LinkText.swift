/// What a link says: it needs a name that can be seen and read out (WCAG 2.4.4).
enum LinkText {
  /// The text; the address where there is none, or nothing of it can be seen.
  static func of(_ text: String?, else address: String) -> String {
    guard let text, isSeen(text) else { return address }
    return text
  }

  /// Whether anything of a text shows: it has more than spaces, joiners and other signs without a shape.
  static func isSeen(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      let properties = scalar.properties
      if scalar.isASCII { return scalar.value > 0x20 && scalar.value != 0x7F }
      return switch properties.generalCategory {
      case .format, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
      // Fillers and variation selectors, which Unicode counts among letters and marks.
      default: !properties.isDefaultIgnorableCodePoint
      }
    }
  }
}
