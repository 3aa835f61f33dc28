internal import StetModel

/// Text turned into XML 1.0 that reads as the same text.
enum XMLText {
  /// Text for content and for quoted attribute values. Characters that XML cannot hold are made visible.
  static func escaped(_ text: String) -> String {
    let escaped = HTMLText.escaped(text)
    guard escaped.unicodeScalars.contains(where: isForbidden) else { return escaped }
    return String(String.UnicodeScalarView(escaped.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
  }

  /// An element with text in it.
  static func element(_ name: String, _ text: String, attributes: String = "") -> String {
    "<\(name)\(attributes)>\(escaped(text))</\(name)>"
  }

  /// What the production Char does not have, once controls are made visible (XML 1.0, 2.2).
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFFFE || scalar.value == 0xFFFF || (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
  }
}
