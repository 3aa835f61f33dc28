internal import StetHTML
internal import StetModel

/// What an element says as the value of a property (HTML standard, microdata, 5.2.4, and what microformats add to it).
enum NodeValue {
  /// Longer text is no value, but a body.
  static let maximumBytes = 4096

  /// The value as one line of text: a link says its words, not its address. Nil when it is empty or too long.
  static func text(_ document: HTMLDocument, _ node: Int) -> String? {
    if let content = document.attribute(node, .content) { return EmbeddedText.line(content) }
    switch document.tag(node) {
    case .meta: return nil
    case .time: if let moment = nonEmpty(document, node, .datetime) { return moment }
    case .abbr: if let title = nonEmpty(document, node, .title) { return title }
    case .data, .meter: if let value = nonEmpty(document, node, .value) { return value }
    case .img, .area: return document.attribute(node, .alt).flatMap(EmbeddedText.line)
    case .link: return document.attribute(node, .href)
    default: if let title = valueTitle(document, node) { return title }
    }
    return visibleText(document, node)
  }

  /// The value as an address, as written.
  static func address(_ document: HTMLDocument, _ node: Int) -> String? {
    let value =
      nonEmpty(document, node, .href) ?? nonEmpty(document, node, .src) ?? nonEmpty(document, node, .content)
      ?? nonEmpty(document, node, .resource) ?? nonEmpty(document, node, .itemid)
    if let value { return value }
    // A name with its link inside.
    for inner in document.subtree(node).dropFirst().prefix(32) where document.tag(inner) == .a {
      return nonEmpty(document, inner, .href)
    }
    return nil
  }

  /// The words of a subtree on one line. Nil when there are none or too many.
  static func visibleText(_ document: HTMLDocument, _ node: Int) -> String? {
    guard document.textRange(node).count <= 4 * maximumBytes else { return nil }
    var bytes: [UInt8] = []
    var position = node
    let end = document.end(node)
    while position < end {
      switch document.tag(position) {
      case .text:
        bytes.append(contentsOf: document.text[document.textRange(position)])
        position += 1
      case .template, .noscript, .textarea, .select, .svg: position = document.end(position)
      case .a, .abbr, .b, .em, .font, .i, .small, .span, .strong, .sub, .sup, .u, .time, .cite, .mark, .raw, .script,
        .style:
        position += 1
      default:
        bytes.append(0x20)
        position += 1
      }
    }
    let text = ReadingText.normalized(String(decoding: bytes, as: UTF8.self))
    return text.isEmpty || text.utf8.count > maximumBytes ? nil : text
  }

  /// The microformats value-class pattern: `<span class="value-title" title="2012-11-17">`.
  private static func valueTitle(_ document: HTMLDocument, _ node: Int) -> String? {
    for inner in document.subtree(node).prefix(8) where ClassTokens.has(document, inner, "value-title") {
      return nonEmpty(document, inner, .title)
    }
    return nil
  }

  private static func nonEmpty(_ document: HTMLDocument, _ node: Int, _ name: AttributeName) -> String? {
    guard let value = document.attribute(node, name) else { return nil }
    let text = ReadingText.normalized(value)
    return text.isEmpty ? nil : text
  }
}
