internal import StetModel

extension Block {
  /// All that a reader of the block reads, captions and text alternatives included; blocks inside on lines of their own.
  var readingText: String {
    switch self {
    case .paragraph(let text, _), .heading(_, let text), .code(let text, _): return text
    case .list(_, let items): return items.map(\.plainText).joined(separator: "\n")
    case .quote(let blocks, let cite): return Self.lines(blocks.map(\.readingText) + [cite ?? ""])
    case .figure(_, let alt, let caption): return Self.lines([alt ?? "", caption ?? ""])
    case .table(let rows, _, let caption):
      return Self.lines([caption ?? ""] + rows.map { $0.joined(separator: "\t") })
    case .embed(_, let title): return title ?? ""
    case .rule: return ""
    case .unknown(let json):
      return json["text"]?.string ?? String(decoding: CanonicalJSON.bytes(json), as: UTF8.self)
    }
  }

  /// What the block is, in words: "paragraph", "heading 2".
  var label: String {
    switch self {
    case .paragraph: "paragraph"
    case .heading(let level, _): "heading \(level)"
    case .list(let ordered, _): ordered ? "numbered list" : "list"
    case .quote: "quote"
    case .figure: "figure"
    case .table: "table"
    case .code: "code"
    case .embed: "embed"
    case .rule: "rule"
    case .unknown(let json): json["type"]?.string ?? "block"
    }
  }

  /// Whether a block of this kind often has no words to go by.
  var isMostlyWordless: Bool {
    switch self {
    case .figure, .embed, .rule: true
    default: false
    }
  }

  private static func lines(_ texts: [String]) -> String { texts.filter { !$0.isEmpty }.joined(separator: "\n") }
}
