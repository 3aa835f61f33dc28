/// What HTML that stet prints may hold. Anything else is a finding: a script, a handler, an address that is not a web
/// address, an element that nobody meant to print.
public enum CleanHTML {
  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "article", "header", "footer", "p", "h1", "h2", "h3", "h4", "h5",
    "h6", "ul", "ol", "li", "blockquote", "cite", "figure", "figcaption", "table", "caption", "tr", "td", "th", "pre",
    "code", "em", "strong", "a", "br", "hr",
  ]
  private static let attributes: [String: Set<String>] = [
    "html": ["lang"], "article": ["lang"], "p": ["class"], "a": ["href", "rel"],
    "meta": ["charset", "name", "http-equiv", "content"],
  ]
  private static let empty: Set<String> = ["meta", "br", "hr"]

  /// The first thing in a document, or a piece of one, that may not be there; nil when all is well. Elements have to be
  /// closed, in order.
  public static func violation(in html: String) -> String? {
    var open: [String] = []
    var rest = Substring(html)
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst("<!DOCTYPE html>".count) }
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      guard let end = rest.utf8[start...].firstIndex(of: UInt8(ascii: ">")) else { return "a tag without an end" }
      let tag = rest[rest.utf8.index(after: start)..<end]
      rest = rest[rest.utf8.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return "<\(tag)> closes something else" }
      } else if let finding = violation(inTag: tag) {
        return finding
      } else {
        let name = String(tag.prefix { $0 != " " })
        if !empty.contains(name) { open.append(name) }
      }
    }
    return open.last.map { "<\($0)> is never closed" }
  }

  private static func violation(inTag tag: Substring) -> String? {
    let name = String(tag.prefix { $0 != " " })
    guard elements.contains(name) else { return "<\(name)>" }
    // Scalar by scalar, as browsers read: to Swift a quotation mark may be part of a longer character.
    var rest = tag.unicodeScalars.dropFirst(name.unicodeScalars.count)
    while !rest.isEmpty {
      guard rest.first == " ", let equals = rest.firstIndex(of: "=") else { return "<\(tag)>" }
      let attribute = String(rest[rest.index(after: rest.startIndex)..<equals])
      let quoted = rest[rest.index(after: equals)...]
      guard quoted.first == "\"", let close = quoted.dropFirst().firstIndex(of: "\"") else { return "<\(tag)>" }
      let value = String(quoted[quoted.index(after: quoted.startIndex)..<close])
      guard attributes[name]?.contains(attribute) == true else { return "\(attribute) in <\(name)>" }
      if attribute == "href", !value.hasPrefix("http://"), !value.hasPrefix("https://") { return "a link to \(value)" }
      rest = quoted[quoted.index(after: close)...]
    }
    return nil
  }
}
