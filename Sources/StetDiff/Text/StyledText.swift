internal import StetModel

/// Text in styles, on its way to the terminal. What comes from pages enters through `append(_:_:)`, which makes control
/// characters visible.
struct StyledText: Sendable {
  /// A stretch in one style.
  struct Span: Sendable {
    var text: String
    var style: TextStyle
    /// Whether it is the page's text, which may run the other way than ours.
    var isQuoted = false
  }

  private(set) var spans: [Span] = []

  init() {}
  init(_ text: String, _ style: TextStyle = .plain) { append(text, style) }

  /// The same, as text of the page among ours.
  var quoted: StyledText {
    var quoted = self
    for index in quoted.spans.indices { quoted.spans[index].isQuoted = true }
    return quoted
  }

  var isEmpty: Bool { spans.isEmpty }

  mutating func append(_ text: String, _ style: TextStyle = .plain) {
    if text.isEmpty { return }
    spans.append(Span(text: VisibleText.of(text, keepingNewlines: true), style: style))
  }

  mutating func append(_ other: StyledText) { spans.append(contentsOf: other.spans) }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }
}
