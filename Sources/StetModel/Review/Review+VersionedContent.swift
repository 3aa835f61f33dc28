extension Review {
  /// The record cut down to what makes a new version when it differs, under the comparison's normalisation.
  ///
  /// Kept: title, byline, authors, authorBio, published, lead, body (text and structure, not the addresses of images and
  /// embeds), tags, categories (both without their order), rating, item, pros, cons, verdict. Two captures of a page
  /// are the same version exactly when these are equal.
  public var versionedContent: Review {
    var content = Review(url: "")
    content.title = title.map(ReadingText.normalized)
    content.byline = byline.map(ReadingText.normalized)
    content.authors = authors.map { author in
      Author(
        name: ReadingText.normalized(author.name), url: author.url.map(Self.comparableAddress),
        bio: author.bio.map(ReadingText.normalized))
    }
    content.authorBio = authorBio.map(ReadingText.normalized)
    content.published = published
    content.lead = lead.map(ReadingText.normalized)
    content.body = body.map(\.versionedContent)
    content.tags = Self.comparableTerms(tags)
    content.categories = Self.comparableTerms(categories)
    content.rating = rating.map { rating in
      var rating = rating
      rating.text = ReadingText.normalized(rating.text)
      return rating
    }
    content.item = item.map { item in
      ReviewItem(
        type: item.type, name: ReadingText.normalized(item.name), creators: item.creators.map(ReadingText.normalized),
        year: item.year, url: item.url.map(Self.comparableAddress))
    }
    content.pros = pros.map(ReadingText.normalized)
    content.cons = cons.map(ReadingText.normalized)
    content.verdict = verdict.map(ReadingText.normalized)
    return content
  }

  /// An address as far as a change of it matters: a site's move to https or a campaign parameter does not.
  public static func comparableAddress(_ text: String) -> String {
    guard let address = PageAddress(text) else { return text }
    return String(PageKey(address).description.drop { $0 != "/" })
  }

  private static func comparableTerms(_ terms: [Term]) -> [Term] {
    terms.map { Term(name: ReadingText.normalized($0.name), url: $0.url.map(comparableAddress)) }
      .sorted { ($0.name, $0.url ?? "") < ($1.name, $1.url ?? "") }
  }
}

extension Block {
  /// The block cut down to its text and structure, under the comparison's normalisation.
  public var versionedContent: Block {
    let clean = ReadingText.normalized
    switch self {
    case .paragraph(let text, _): return .paragraph(text: clean(text))
    case .heading(let level, let text): return .heading(level: level, text: clean(text))
    case .list(let ordered, let items): return .list(ordered: ordered, items: items.map(\.versionedContent))
    case .quote(let blocks, let cite):
      return .quote(blocks: blocks.map(\.versionedContent), cite: cite.map(clean))
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
  public var versionedContent: ListItem {
    ListItem(text: ReadingText.normalized(text), items: items.map(\.versionedContent))
  }
}
