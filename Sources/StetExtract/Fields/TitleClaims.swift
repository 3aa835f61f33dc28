internal import StetHTML
internal import StetModel

/// What a page says its title is, outside the text, and its headings of the first rank.
struct TitleClaims {
  /// A text and its words.
  struct Claim {
    var text: String
    var words: WordBag

    init(_ text: String) {
      self.text = text
      words = WordBag(text)
    }
  }

  /// A heading of the page, or an element that is called title.
  struct Heading {
    var node: Int
    var tag: Tag
    var claim: Claim

    /// Whether it is of one of the first three ranks, or called title.
    var isHigh: Bool { tag != .h4 && tag != .h5 && tag != .h6 }
  }

  /// The words of `<title>`, whole.
  private(set) var title: Claim?
  /// `<title>` without the site's name.
  private(set) var strippedTitle: Claim?
  /// What stands between the separators of `<title>`; empty when there are none.
  private(set) var parts: [Claim] = []
  /// Titles in meta elements: whole, without the site's name, and the element's name.
  private(set) var metas: [(whole: Claim, stripped: Claim, name: String)] = []
  /// The headline in structured data without the site's name, and whose it is.
  private(set) var headline: (claim: Claim, article: LinkedArticle)?
  /// The headings, and what is called title, as far as they are short enough for a headline.
  private(set) var headings: [Heading] = []
  /// The `<h1>` elements among them.
  private(set) var h1s: [Heading] = []
  private(set) var firstH1: Int?
  /// The words of the last part of the address that has several, else of its last part.
  private(set) var address: WordBag?
  /// Whether the page is told to be an article.
  private(set) var isArticle = false

  init(_ reading: PageReading, siteName: String?) {
    let names = SiteNames(siteName: siteName, host: reading.address.host)
    // French sets a space before every colon.
    let isFrench = reading.language?.hasPrefix("fr") == true
    func stripped(_ text: String) -> String {
      SiteNameReader.stripped(title: text, names: names, hasSpacedColons: isFrench)
    }
    if let text = reading.documentTitle {
      title = Claim(text)
      strippedTitle = Claim(stripped(text))
      let found = SiteNameReader.parts(of: text, hasSpacedColons: isFrench)
      if found.count > 1 { parts = found.prefix(5).map { Claim(String($0)) } }
    }
    for name in Self.metaNames {
      guard let value = reading.meta.all(name).first, !metas.contains(where: { $0.whole.text == value }) else {
        continue
      }
      metas.append((Claim(value), Claim(stripped(value)), name))
    }
    headline = reading.data.first { $0.headline ?? ($0.isReview ? $0.name : nil) }
      .map { (Claim(stripped($0.value)), $0.article) }
    readHeadings(reading, names)
    address = Self.words(in: reading.address)
    let kind = reading.meta.all("og:type").first ?? ""
    isArticle =
      kind.hasPrefix("article")
      || reading.data.articles.contains { $0.types.contains { (LinkedType($0) ?? .webPage) > .post } }
  }

  /// Whether both an `<h1>` and a part of `<title>` are these words and no others.
  func isAgreed(_ text: String) -> Bool {
    let words = WordBag(text)
    let isTitle = title?.words.equals(words) == true || parts.contains { $0.words.equals(words) }
    return isTitle && h1s.contains { $0.claim.words.equals(words) }
  }

  private mutating func readHeadings(_ reading: PageReading, _ names: SiteNames) {
    let landmarks = reading.survey.landmarks
    firstH1 = landmarks.headings.first { reading.document.tag($0) == .h1 }
    var seen = Set<Int>()
    for node in landmarks.headings.prefix(80) + landmarks.titled.prefix(40) where seen.insert(node).inserted {
      guard (1...600).contains(reading.survey.weight[node]), !isSection(node, reading) else { continue }
      let claim = withoutSite(Claim(words(of: node, reading)), names)
      guard !claim.words.words.isEmpty, claim.text.utf8.count <= 500 else { continue }
      headings.append(Heading(node: node, tag: reading.document.tag(node), claim: claim))
    }
    h1s = Array(headings.lazy.filter { $0.tag == .h1 }.prefix(10))
  }

  /// A heading without the site's name at its end, where something that the page says elsewhere is the same without it.
  private func withoutSite(_ heading: Claim, _ names: SiteNames) -> Claim {
    guard let bare = SiteNameReader.withoutEnd(heading.text, names: names).map(Claim.init) else { return heading }
    let claims = [strippedTitle, headline?.claim].compactMap(\.self) + metas.map(\.stripped)
    return claims.contains { $0.words.equals(bare.words) } ? bare : heading
  }

  /// The words of a heading that are the headline: without a kicker, and without the small print behind it unless
  /// something that the page says elsewhere has that too.
  private func words(of node: Int, _ reading: PageReading) -> String {
    let asides = HeadlineAsides(reading.survey)
    let reader = LineReader(reading.survey)
    var left = asides.before(in: node)
    let tail = asides.behind(in: node)
    if !tail.isEmpty {
      let words = tail.map { WordBag(reader.line(of: $0)) }
      let claims = [title, headline?.claim].compactMap(\.self) + metas.map(\.whole)
      if !claims.contains(where: { claim in words.contains { claim.words.contains($0) } }) { left += tail }
    }
    if left.isEmpty, let label = label(in: node, reading, reader) {
      return String(TitleName.trimmed(Self.withoutMark(reader.line(of: node, without: [label]))[...]))
    }
    return Self.withoutMark(reader.line(of: node, without: left))
  }

  /// The first element of a heading, of one word, where all that the page says elsewhere is the rest: `<b>Live</b> The harbour tonight`.
  private func label(in heading: Int, _ reading: PageReading, _ reader: LineReader) -> Int? {
    let inner = reading.document.children(heading).filter { reading.survey.weight[$0] > 0 }
    guard inner.count > 1, let first = inner.first, reading.document.tag(first) != .text,
      reading.survey.weight[first] < 16, !reader.line(of: first).contains(" ")
    else { return nil }
    let whole = WordBag(reader.line(of: heading))
    let rest = WordBag(reader.line(of: heading, without: [first]))
    let claims = [strippedTitle, headline?.claim].compactMap(\.self) + metas.map(\.stripped)
    guard rest.words.count > 2, claims.contains(where: { $0.words.equals(rest) }) else { return nil }
    return claims.contains { $0.words.contains(whole) } ? nil : first
  }

  /// Whether a heading stands so deep in the text that it can only be a section's.
  private func isSection(_ node: Int, _ reading: PageReading) -> Bool {
    guard reading.document.tag(node) != .h1, let region = reading.region, node > region.start else { return false }
    let start = reading.document.textRange(region.start).lowerBound
    return reading.document.textRange(node).lowerBound - start > 3000
  }

  private static let metaNames = [
    "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title", "title",
  ]

  private static func words(in address: PageAddress) -> WordBag? {
    let segments = address.path.split(separator: "/").filter { $0.utf8.contains(where: ASCII.isLetter) }
    let bags = segments.reversed().lazy.map { WordBag(String($0)) }
    return bags.first { $0.words.count > 1 } ?? bags.first
  }

  /// A heading without the mark that links to itself ("Installing ¶").
  static func withoutMark(_ line: String) -> String {
    var text = Substring(line)
    while let last = text.unicodeScalars.last, marks.contains(last) { text.unicodeScalars.removeLast() }
    return text.isEmpty || text.endIndex == line.endIndex ? line : String(text)
  }

  private static let marks: [Unicode.Scalar] = [" ", "#", "¶", "§", "🔗"]
}
