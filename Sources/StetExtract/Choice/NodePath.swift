internal import StetHTML
internal import StetModel

/// Names a node so that a person finds it again, and a profile's selector can start from it:
/// `#content > div.entry > h2.posttitle`.
struct NodePath {
  private let document: HTMLDocument

  init(_ document: HTMLDocument) { self.document = document }

  /// The path from the nearest ancestor with an id, or at most four steps.
  func describe(_ node: Int) -> String {
    var steps: [String] = []
    var current = document.tag(node) == .text ? document.parent(node) : node
    while current > 0, steps.count < 4 {
      let (step, isUnique) = step(current)
      steps.append(step)
      if isUnique { break }
      current = document.parent(current)
    }
    return steps.reversed().joined(separator: " > ")
  }

  private static func firstWord(_ text: String) -> Substring? {
    guard text.isPlainASCII else { return text.split(whereSeparator: \.isWhitespace).first }
    let start = text.utf8.drop { ASCII.isSpace($0) || $0 == 0x0B }
    let word = start.prefix { !ASCII.isSpace($0) && $0 != 0x0B }
    return word.isEmpty ? nil : Substring(word)
  }

  private func step(_ node: Int) -> (String, isUnique: Bool) {
    let name = document.name(of: node)
    if let id = document.attribute(node, .id), !id.isEmpty, !id.utf8.contains(0x20) { return ("\(name)#\(id)", true) }
    return (document.attribute(node, .class).flatMap(Self.firstWord).map { "\(name).\($0)" } ?? name, false)
  }
}
