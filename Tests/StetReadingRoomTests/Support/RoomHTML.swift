import StetHTML
import Testing

@testable import StetReadingRoom

/// What a page of the room may hold, whatever the texts in it are.
enum RoomHTML {
  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "link", "script", "body", "header", "footer", "nav", "main", "section", "article",
    "aside", "div", "span", "p", "a", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption", "blockquote", "cite", "q", "pre",
    "code",
    "kbd", "em", "strong", "b", "i", "small", "sub", "sup", "s", "mark", "ins", "del", "bdi", "abbr", "time", "data",
    "br", "hr",
    "wbr", "details", "summary", "form", "label", "input", "button", "select", "option", "optgroup", "fieldset",
    "legend",
    "output", "search", "hgroup", "col", "colgroup", "menu", "address", "meter", "progress", "datalist",
    // Charts.
    "svg", "g", "path", "rect", "circle", "line", "polyline", "text", "tspan", "desc",
  ]
  private static let attributes: Set<String> = [
    "lang", "dir", "class", "id", "href", "rel", "type", "charset", "name", "content", "http-equiv", "title", "value",
    "action", "method", "for", "form", "placeholder", "role", "tabindex", "datetime", "open", "hidden", "checked",
    "selected",
    "disabled", "min", "max", "step", "size", "maxlength", "autocomplete", "autocapitalize", "spellcheck", "download",
    "width", "height", "colspan", "rowspan", "scope", "headers", "start", "reversed", "defer", "src", "required",
    "enterkeyhint",
    "inputmode",
    "list", "low", "high", "optimum", "accesskey", "translate", "cite", "label", "span",
    // Charts.
    "viewBox", "x", "y", "cx", "cy", "r", "rx", "ry", "d", "points", "transform", "x1", "x2", "y1", "y2",
    "preserveAspectRatio",
    "focusable", "text-anchor", "dx", "dy", "fill", "stroke", "pathLength", "vector-effect", "dominant-baseline", "/",
  ]

  /// The same of the HTML in a feed.
  static func fragmentFaults(_ html: String) -> [String] {
    faults("<!DOCTYPE html><html><head><title>x</title></head><body>\(html)</body></html>", path: "/")
  }

  /// What a page has that it may not have; empty when all is well.
  /// - Parameters:
  ///   - path: the page's own, which relative links start from; a folder of files that is opened from disk has none.
  ///   - isSite: whether it is a file of an exported site.
  static func faults(_ html: String, path: String, isSite: Bool = false) -> [String] {
    let page = StrictHTML(html)
    var faults = page.faults
    for tag in page.tags {
      if !elements.contains(tag.name) { faults.append("<\(tag.name)>") }
      if tag.isEnd, !tag.attributes.isEmpty { faults.append("</\(tag.name) …>") }
      for (name, value) in tag.attributes {
        let isKnown = attributes.contains(name) || name.hasPrefix("aria-") || name.hasPrefix("data-")
        if !isKnown { faults.append("\(name) in <\(tag.name)>") }
        if name == "http-equiv", value != "Content-Security-Policy" { faults.append("<meta http-equiv=\"\(value)\">") }
      }
      guard !tag.isEnd else { continue }
      if tag.name == "script" {
        if !["room.js", "search.js"].contains(tag.value("src")?.split(separator: "/").last ?? "") {
          faults.append("a script that is not ours")
        }
      } else if tag.value("src") != nil {
        faults.append("src in <\(tag.name)>")
      }
      if let link = tag.value("href") { faults += self.faults(link, in: tag, path, isSite) }
      if let link = tag.value("action") { faults += self.faults(link, in: tag, path, isSite) }
      if let link = tag.value("src") { faults += self.faults(link, in: tag, path, isSite) }
    }
    // No script has any text in it.
    if html.contains("</script>"), html.replacing("></script>", with: "").contains("</script>") {
      faults.append("a script with content")
    }
    faults += disagreements(html, page)
    return faults
  }

  private static func faults(_ link: String, in tag: StrictHTML.Tag, _ path: String, _ isSite: Bool) -> [String] {
    if link.hasPrefix("http://") || link.hasPrefix("https://") {
      guard tag.name == "a" else { return ["<\(tag.name)> loads or sends to \(link)"] }
      let rel = tag.value("rel")?.split(separator: " ") ?? []
      return rel.contains("noopener") && rel.contains("nofollow") ? [] : ["a link to \(link) without noopener nofollow"]
    }
    if link.hasPrefix("#") { return [] }
    guard let target = resolved(link, from: path) else { return ["a link to \(link)"] }
    // In the folder of a site a page is the file in its folder.
    let place = isSite && target.hasSuffix("/index.html") ? String(target.dropLast(10)) : target
    return RoomAddress(path: place) == nil ? ["a link to nowhere: \(link)"] : []
  }

  /// The path that a relative link leads to (RFC 3986, 5.2); nil for a link that is none, or leads above the room.
  static func resolved(_ link: String, from path: String) -> String? {
    let target = String(link.prefix { $0 != "?" && $0 != "#" })
    guard !target.hasPrefix("/"), !target.contains("\\"), !target.prefix(while: { $0 != "/" }).contains(":"),
      target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    if target.isEmpty { return path }
    var names = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().dropLast().map(String.init)
    var parts = target.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    while let part = parts.first, part == "." || part == ".." {
      if part == "..", names.popLast() == nil { return nil }
      parts.removeFirst()
    }
    return "/" + (names + (parts.isEmpty ? [""] : parts)).joined(separator: "/")
  }

  /// What a parser that forgives everything sees and this one does not: there must be nothing.
  private static func disagreements(_ html: String, _ page: StrictHTML) -> [String] {
    guard let document = try? HTMLParser.parse(Array(html.utf8)) else { return ["no page at all"] }
    var seen: [String: Int] = [:]
    for node in 0..<document.count where document.isElement(node) {
      seen[document.name(of: node).lowercased(), default: 0] += 1
    }
    var written: [String: Int] = [:]
    for tag in page.tags where !tag.isEnd { written[tag.name.lowercased(), default: 0] += 1 }
    return Set(seen.keys).union(written.keys).sorted().compactMap { name in
      seen[name, default: 0] == written[name, default: 0]
        ? nil : "\(written[name, default: 0]) <\(name)> are written, and \(seen[name, default: 0]) are read"
    }
  }
}
