import StetModel

/// A made-up review that its site spreads over several pages.
public struct PagedReview: Sendable {
  /// The headline, the same on all pages.
  public var title = "The Long Night of the Lighthouse"
  /// The paragraphs of each page.
  public var pages: [[String]]
  /// Markup that is added to the head of all pages.
  public var head = "<meta property=\"article:published_time\" content=\"2024-03-01\">"
  /// Markup behind the text of the last page.
  public var end = ""

  /// What a page's address is, from 1.
  public var path: @Sendable (Int) -> String = { $0 == 1 ? "/film" : "/film/\($0)" }

  /// A review of so many pages, four paragraphs each, all different.
  public init(_ count: Int = 3) {
    pages = (1...count).map { page in
      ReviewPage.paragraphs.enumerated().map { index, text in
        "On page \(page), and in its paragraph \(index + 1), this is what we saw of it. "
          + text.replacing("the", with: "that \(page)")
      }
    }
  }

  /// The source of a page, from 1.
  public func html(_ number: Int) -> String {
    var links: [String] = []
    for page in pages.indices.map({ $0 + 1 }) {
      links.append(page == number ? "<b>\(page)</b>" : "<a href=\"\(path(page))\">\(page)</a>")
    }
    let next = number < pages.count ? "<link rel=\"next\" href=\"\(path(number + 1))\">" : ""
    let text = pages[number - 1].map { "<p>\($0)</p>" }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>\(title) | Reel Harbour</title>\(head)\(next)</head>
      <body><header><a href="/">Reel Harbour</a></header>
      <main><article><h1>\(title)</h1><p class="byline">By <a rel="author" href="/by/ida">Ida Marsh</a></p>
      <div class="content">\(text)\(number == pages.count ? end : "")</div>
      <p class="pager">Pages: \(links.joined(separator: " "))</p>
      </article></main><footer>Reel Harbour, a magazine about films</footer></body></html>
      """
  }

  /// All paragraphs, in order.
  public var text: String { pages.flatMap(\.self).joined(separator: "\n\n") }

  /// Has a server answer with all pages, each with an ETag that tells its text.
  public func serve(_ server: ScriptedServer) {
    for number in pages.indices.map({ $0 + 1 }) { serve(number, server) }
  }

  /// Has a server answer with one page.
  public func serve(_ number: Int, _ server: ScriptedServer) {
    let html = html(number)
    let etag = "\"\(html.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })\""
    server.on(path(number)) { request in
      request.header("If-None-Match") == etag
        ? .page(304, headers: [("ETag", etag)], body: [])
        : .page(headers: [("Content-Type", "text/html; charset=utf-8"), ("ETag", etag)], text: html)
    }
  }
}
