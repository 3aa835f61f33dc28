internal import StetModel

/// What a link says: it needs a name that can be seen and read out (WCAG 2.4.4).
enum LinkText {
  /// The text; the address where there is none, or nothing of it can be seen.
  static func of(_ text: String?, else address: String) -> String {
    guard let text, !VisibleText.isBlank(text) else { return address }
    return text
  }
}
