extension Review {
  /// The record cut down to what makes a new version when it differs, under the comparison's normalisation.
  ///
  /// Kept: title, byline, authors, authorBio, published, lead, body (text and structure, not the addresses of images and
  /// embeds), tags, categories (both without their order), rating, item, pros, cons, verdict. Two captures of a page
  /// are the same version exactly when these are equal.
  public var versionedContent: Review { versionedContent(under: .all) }

  /// The same, passing over less: what a reader of a difference is shown, or asks for with `--exact`.
  public func versionedContent(under rules: Normalization) -> Review {
    let clean = rules.text
    var content = Review(url: "")
    content.title = title.map(clean)
    content.byline = byline.map(clean)
    content.authors = authors.map { author in
      Author(
        name: clean(author.name), url: author.url.map(rules.link),
        bio: author.bio.map(clean))
    }
    content.authorBio = authorBio.map(clean)
    content.published = published
    content.lead = lead.map(clean)
    content.body = body.map { $0.versionedContent(under: rules) }
    content.tags = Self.comparableTerms(tags, rules)
    content.categories = Self.comparableTerms(categories, rules)
    content.rating = rating.map { rating in
      var rating = rating
      rating.text = clean(rating.text)
      return rating
    }
    content.item = item.map { item in
      ReviewItem(
        type: item.type, name: clean(item.name), creators: item.creators.map(clean),
        year: item.year, url: item.url.map(rules.link))
    }
    content.pros = pros.map(clean)
    content.cons = cons.map(clean)
    content.verdict = verdict.map(clean)
    return content
  }

  /// An address as far as a change of it matters: a site's move to https or a campaign parameter does not.
  public static func comparableAddress(_ text: String) -> String {
    guard let address = PageAddress(text) else { return text }
    return String(PageKey(address).description.drop { $0 != "/" })
  }

  private static func comparableTerms(_ terms: [Term], _ rules: Normalization) -> [Term] {
    terms.map { Term(name: rules.text($0.name), url: $0.url.map(rules.link)) }
      .sorted { ($0.name, $0.url ?? "") < ($1.name, $1.url ?? "") }
  }
}

extension Block {
  /// The block cut down to its text and structure, under the comparison's normalisation.
  public var versionedContent: Block { versionedContent(under: .all) }

  /// The same, passing over less.
  public func versionedContent(under rules: Normalization) -> Block {
    let clean = rules.text
    switch self {
    case .paragraph(let text, _): return .paragraph(text: clean(text))
    case .heading(let level, let text): return .heading(level: level, text: clean(text))
    case .list(let ordered, let items):
      return .list(ordered: ordered, items: items.map { $0.versionedContent(under: rules) })
    case .quote(let blocks, let cite):
      return .quote(blocks: blocks.map { $0.versionedContent(under: rules) }, cite: cite.map(clean))
    case .figure(_, let alt, let caption): return .figure(alt: alt.map(clean), caption: caption.map(clean))
    case .table(let rows, let header, let caption):
      return .table(rows: rows.map { $0.map(clean) }, header: header, caption: caption.map(clean))
    case .code(let text, let language): return .code(text: text, language: language)
    case .embed(_, let title): return .embed(src: "", title: title.map(clean))
    case .rule, .unknown: return self
    }
  }
}

extension ListItem {
  /// The entry cut down to its text and structure, under the comparison's normalisation.
  func versionedContent(under rules: Normalization) -> ListItem {
    ListItem(text: rules.text(text), items: items.map { $0.versionedContent(under: rules) })
  }
}
