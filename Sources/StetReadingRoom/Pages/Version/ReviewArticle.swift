internal import StetModel
internal import StetRender

/// A record, set for reading.
struct ReviewArticle {
  let review: Review
  /// What stands in the place of a title that the page does not have, or of which nothing can be seen.
  let address: String

  var markup: Markup {
    let language = WrittenLanguage(review)
    return """
      <article class="review"\(language.attributes)>
      <header>
      <p class="kind" lang="en">\(kind)</p>
      <h1>\(LinkText.of(review.title, else: address))</h1>
      \(byline)
      \(facts)
      \(judged)
      </header>
      \(review.lead.map { lead -> Markup in "<p class=\"lead\">\(lead)</p>" })
      <div class="text">
      \(Markup(trusted: HTMLRendering.text(review)))
      </div>
      \(weighed)
      \(verdict)
      \(foot)
      </article>
      """
  }

  private var kind: String {
    switch review.kind {
    case .review: "Review"
    case .article: "Article"
    case .post: "Post"
    case .listing: "List of pages"
    case .forum: "Forum thread"
    case .product: "Product"
    case .error, .blocked: "Error page"
    case .other: "Page"
    }
  }

  private var byline: Markup? {
    if let byline = review.byline { return "<p class=\"byline\">\(byline)</p>" }
    if review.authors.isEmpty { return nil }
    let names = review.authors.map { link($0.url, $0.name).html }.joined(separator: ", ")
    return "<p class=\"byline\">\(Markup(trusted: names))</p>"
  }

  /// When and where; and who, where the printed line does not name them all.
  private var facts: Markup? {
    var parts: [Markup] = []
    if let published = review.published {
      parts.append(.date(published))
    } else if let text = review.publishedText {
      parts.append("<span>\(text)</span>")
    }
    if let modified = review.modified, modified != review.published {
      parts.append("<span>changed \(.date(modified))</span>")
    }
    if let site = review.siteName { parts.append("<span>\(site)</span>") }
    let byline = review.byline
    for author in review.authors where byline.map({ !$0.contains(author.name) || author.url != nil }) ?? false {
      parts.append("<span>\(link(author.url, author.name))</span>")
    }
    return parts.isEmpty ? nil : "<p class=\"facts\" lang=\"en\">\(parts)</p>"
  }

  private var judged: Markup? {
    if review.rating == nil && review.item == nil { return nil }
    return
      "<div class=\"judged\">\n\(review.rating.map { RatingMark(rating: $0).markup })\n\(review.item.map(item))\n</div>"
  }

  private func item(_ item: ReviewItem) -> Markup {
    var facts: [String] = item.creators
    if let year = item.year { facts.append(String(year)) }
    let type: Markup? = item.type.map { "<span class=\"type\" lang=\"en\">\(Self.words($0))</span>" }
    let rest = facts.isEmpty ? "" : ", " + facts.joined(separator: ", ")
    return "<p class=\"item\">\(type)<cite>\(link(item.url, item.name))</cite>\(rest)</p>"
  }

  /// The name of a schema.org type as words: "Music album" for `MusicAlbum`.
  private static func words(_ type: String) -> String {
    var words = ""
    for (index, letter) in type.enumerated() {
      let isStart = index > 0 && letter.isUppercase && words.last?.isLowercase == true
      words += isStart ? " \(letter.lowercased())" : String(letter)
    }
    return words
  }

  /// What is set apart, unless the text shows it where the page does.
  private var weighed: Markup? {
    if review.pros.isEmpty && review.cons.isEmpty || isInText(review.pros + review.cons) { return nil }
    func side(_ name: String, _ title: Markup, _ points: [String]) -> Markup? {
      if points.isEmpty { return nil }
      let items = points.map { point -> Markup in "<li>\(point)</li>" }
      return "<section class=\"\(name)\">\n<h2 lang=\"en\">\(title)</h2>\n<ul>\n\(items)\n</ul>\n</section>"
    }
    return """
      <div class="weighed">
      \(side("for", "For", review.pros))
      \(side("against", "Against", review.cons))
      </div>
      """
  }

  private var verdict: Markup? {
    review.verdict.flatMap { isInText([$0]) ? nil : $0 }.map {
      "<section class=\"verdict\">\n<h2 lang=\"en\">Verdict</h2>\n\(paragraphs($0))\n</section>"
    }
  }

  /// Whether the text has each of these on lines of its own.
  private func isInText(_ texts: [String]) -> Bool {
    let lines = Set(review.body.flatMap { $0.plainText.split(separator: "\n") })
    return texts.allSatisfy { $0.split(separator: "\n").allSatisfy(lines.contains) }
  }

  private var foot: Markup? {
    var parts: [Markup] = []
    if let bio = review.authorBio {
      let title: Markup = review.authors.count > 1 ? "About the authors" : "About the author"
      parts.append("<section class=\"bio\">\n<h2 lang=\"en\">\(title)</h2>\n\(paragraphs(bio))\n</section>")
    }
    parts += terms("Categories", review.categories)
    parts += terms("Tags", review.tags)
    return parts.isEmpty ? nil : "<footer>\n\(parts)\n</footer>"
  }

  private func terms(_ name: Markup, _ terms: [Term]) -> [Markup] {
    if terms.isEmpty { return [] }
    let items = terms.map { term -> Markup in
      "<li>\(term.url.map(HTMLText.isWebAddress) == true ? link(term.url, term.name) : "<span>\(term.name)</span>")</li>"
    }
    return ["<p class=\"label\" lang=\"en\">\(name)</p>", "<ul class=\"terms\">\n\(items)\n</ul>"]
  }

  private func paragraphs(_ text: String) -> [Markup] {
    text.split(separator: "\n").map { "<p>\(String($0))</p>" }
  }

  /// A link that leads out of the archive; the text alone when the address is none that may be followed.
  private func link(_ address: String?, _ text: String) -> Markup {
    let text = address.map { LinkText.of(text, else: $0) } ?? text
    return Markup(trusted: HTMLText.link(address, HTMLText.escaped(text)))
  }
}
