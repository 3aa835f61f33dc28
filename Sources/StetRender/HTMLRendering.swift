public import StetModel

/// Records as one HTML page that needs nothing else: no script, no image, no style from anywhere.
///
/// Pictures are named, not loaded: opening the page tells no server about it.
public enum HTMLRendering {
  /// The page.
  public static func render(_ reviews: [Review]) -> String {
    let title = HTMLText.escaped(reviews.count == 1 ? reviews[0].title ?? reviews[0].url : "\(reviews.count) pages")
    return """
      <!DOCTYPE html>
      <html lang="\(HTMLText.escaped(reviews.count == 1 ? reviews[0].language ?? "" : ""))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.6 Georgia, serif; color: #222; }
      header p, footer, figcaption, figure { color: #666; font-size: .9rem; }
      .lead { font-weight: bold; }
      blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid #ccc; }
      pre { overflow-x: auto; background: #f4f4f4; padding: .5rem; }
      td, th { border: 1px solid #ccc; padding: .2rem .5rem; text-align: left; }
      table { border-collapse: collapse; }
      article + article { border-top: 1px solid #ccc; margin-top: 3rem; }
      @media (prefers-color-scheme: dark) {
        body { background: #1b1b1b; color: #ddd; }
        pre { background: #2a2a2a; }
        a { color: #8bf; }
      }
      </style>
      </head>
      <body>
      \(reviews.map(article).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  /// One record, without the page round it.
  public static func article(_ review: Review) -> String {
    let facts = RecordFacts(review)
    var lines = ["<article\(review.language.map { " lang=\"\(HTMLText.escaped($0))\"" } ?? "")>", "<header>"]
    if let title = review.title { lines.append(HTMLText.element("h1", title)) }
    if !facts.row.isEmpty { lines.append(HTMLText.element("p", facts.row.joined(separator: " · "))) }
    if let item = facts.item { lines.append(HTMLText.element("p", item)) }
    lines.append("</header>")
    if let lead = review.lead { lines.append("<p class=\"lead\">\(HTMLText.escaped(lead))</p>") }
    lines += review.body.map(block).filter { !$0.isEmpty }
    if !review.pros.isEmpty { lines += ["<h2>For</h2>", list(review.pros)] }
    if !review.cons.isEmpty { lines += ["<h2>Against</h2>", list(review.cons)] }
    if let verdict = review.verdict { lines += ["<h2>Verdict</h2>", HTMLText.element("p", verdict)] }
    lines.append("<footer>")
    lines += review.authorBio?.split(separator: "\n").map { HTMLText.element("p", String($0)) } ?? []
    if !review.categories.isEmpty { lines.append("<p>Categories: \(terms(review.categories))</p>") }
    if !review.tags.isEmpty { lines.append("<p>Tags: \(terms(review.tags))</p>") }
    lines.append("<p>\(HTMLText.link(review.url, HTMLText.escaped(review.url)))</p>")
    return (lines + ["</footer>", "</article>"]).joined(separator: "\n")
  }

  /// The text of a record alone, block after block: its headings begin at level 2.
  public static func text(_ review: Review) -> String {
    review.body.map(block).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func block(_ block: Block) -> String {
    switch block {
    case .paragraph(let text, let markdown): return "<p>\(inline(text, markdown))</p>"
    case .heading(let level, let text):
      // The page's title is the only h1.
      return HTMLText.element("h\(min(max(level, 2), 6))", text)
    case .list(let ordered, let items): return list(items, ordered: ordered)
    case .quote(let blocks, let cite):
      let inside = blocks.map(self.block) + (cite.map { ["<p>— \(HTMLText.element("cite", $0))</p>"] } ?? [])
      return "<blockquote>\n\(inside.joined(separator: "\n"))\n</blockquote>"
    case .figure(let src, let alt, let caption): return figure(src: src, alt: alt, caption: caption)
    case .table(let rows, let header, let caption): return table(rows, header: header ?? false, caption: caption)
    case .code(let text, _): return "<pre>\(HTMLText.element("code", text))</pre>"
    case .embed(let src, let title): return "<p>\(HTMLText.link(src, HTMLText.escaped(title ?? src)))</p>"
    case .rule: return "<hr>"
    case .unknown(let json): return json["text"]?.string.map { HTMLText.element("p", $0) } ?? ""
    }
  }

  private static func figure(src: String?, alt: String?, caption: String?) -> String {
    let picture = HTMLText.link(src, HTMLText.escaped("[\(alt ?? "picture")]"))
    return "<figure>\(picture)\(caption.map { HTMLText.element("figcaption", $0) } ?? "")</figure>"
  }

  private static func list(_ items: [ListItem], ordered: Bool) -> String {
    let name = ordered ? "ol" : "ul"
    let entries = items.map { item in
      "<li>\(inline(item.text, item.markdown))\(item.items.isEmpty ? "" : list(item.items, ordered: ordered))</li>"
    }
    return "<\(name)>\(entries.joined())</\(name)>"
  }

  private static func list(_ texts: [String]) -> String {
    "<ul>" + texts.map { HTMLText.element("li", $0) }.joined() + "</ul>"
  }

  private static func table(_ rows: [[String]], header: Bool, caption: String?) -> String {
    var html = "<table>" + (caption.map { HTMLText.element("caption", $0) } ?? "")
    for (index, row) in rows.enumerated() {
      let cell = header && index == 0 ? "th" : "td"
      html += "<tr>" + row.map { HTMLText.element(cell, $0) }.joined() + "</tr>"
    }
    return html + "</table>"
  }

  private static func terms(_ terms: [Term]) -> String {
    terms.map { HTMLText.link($0.url, HTMLText.escaped($0.name)) }.joined(separator: ", ")
  }

  private static func inline(_ text: String, _ markdown: String?) -> String {
    markdown.map { InlineMarkdown.html($0) } ?? HTMLText.escaped(text).replacing("\n", with: "<br>\n")
  }
}
