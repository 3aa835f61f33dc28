/// One block of a text.
///
/// `text` is always the plain reading; `markdown`, where present, the same words with their inline markup in CommonMark.
public enum Block: Sendable, Hashable {
  case paragraph(text: String, markdown: String? = nil)
  /// `level` is 1 to 6.
  case heading(level: Int, text: String)
  case list(ordered: Bool, items: [ListItem])
  case quote(blocks: [Block], cite: String? = nil)
  case figure(src: String? = nil, alt: String? = nil, caption: String? = nil)
  /// `rows` hold the text of cells; `header` tells whether the first row is one.
  case table(rows: [[String]], header: Bool? = nil, caption: String? = nil)
  case code(text: String, language: String? = nil)
  case embed(src: String, title: String? = nil)
  case rule
  /// A block that a later version of stet wrote: kept as it is.
  case unknown(JSONValue)

  /// The plain reading, without captions; empty for figures, embeds and rules.
  public var plainText: String {
    switch self {
    case .paragraph(let text, _), .heading(_, let text), .code(let text, _): text
    case .list(_, let items): items.map(\.plainText).joined(separator: "\n")
    case .quote(let blocks, _): blocks.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n")
    case .table(let rows, _, _): rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    case .unknown(let json): json["text"]?.string ?? ""
    case .figure, .embed, .rule: ""
    }
  }
}
