/// A block of a CommonMark document, with its inline text as it is written there.
public enum MarkdownBlock: Hashable, Sendable {
  case heading(level: Int, String)
  /// Lines of a paragraph, with line feeds between them.
  case paragraph(String)
  case list(ordered: Bool, items: [[MarkdownBlock]])
  case quote([MarkdownBlock])
  case code(String, info: String)
  /// The rows of a table as GitHub writes them, the heading first.
  case table([[String]])
  case rule
}
