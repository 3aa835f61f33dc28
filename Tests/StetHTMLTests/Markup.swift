import StetHTML

extension HTMLDocument {
  /// The tree as markup, for comparison in tests: no void end tags, no escapes; raw content in braces.
  var markup: String { markup(of: 0) }

  /// The text in a subtree, as written.
  func words(of node: Int) -> String { String(decoding: text[textRange(node)], as: UTF8.self) }

  /// The inside of `<body>` as markup.
  var bodyMarkup: String {
    let body = nodes.indices.first { tag($0) == .body } ?? 0
    return children(body).map { markup(of: $0) }.joined()
  }

  /// Recursive: for shallow trees only.
  private func markup(of node: Int) -> String {
    let inside = { self.children(node).map { self.markup(of: $0) }.joined() }
    switch tag(node) {
    case .document: return inside()
    case .text: return String(decoding: text[textRange(node)], as: UTF8.self)
    case .raw:
      return "{" + string(ByteRange(start: nodes[node].first, count: nodes[node].length)) + "}"
    default:
      let attributes = attributeRange(node).map { " \(name(ofAttribute: $0))='\(string(self.attributes[$0].value))'" }
      let start = "<\(name(of: node))\(attributes.joined())>"
      return end(node) == node + 1 && voids.contains(name(of: node)) ? start : start + inside() + "</\(name(of: node))>"
    }
  }

  /// The first element of a name.
  func first(_ name: String) -> Int? { nodes.indices.first { self.name(of: $0) == name } }
}

private let voids: Set = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
]

/// A page parsed from text.
func page(_ source: String) throws -> HTMLDocument { try HTMLParser.parse(Array(source.utf8)) }
