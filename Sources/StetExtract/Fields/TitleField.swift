internal import StetHTML
internal import StetModel

/// The headline: as the reader sees it on the page, told from the site's name, the section and other headlines by what
/// `<title>`, `og:title` and the structured data say.
struct TitleField {
  let reading: PageReading
  let siteName: String?

  func ballot() -> Ballot<String> {
    var ballot = Ballot<String>("title")
    let claims = Claims(reading, siteName: siteName)
    var seen = Set<Int>()
    let landmarks = reading.survey.landmarks
    for node in landmarks.headings.prefix(80) + landmarks.titled.prefix(40) where seen.insert(node).inserted {
      ballot.add(heading(node, claims))
    }
    addMetadata(claims, to: &ballot)
    return ballot
  }

  /// What the page says its title is, outside the text.
  private struct Claims {
    var title: String?
    var titleWords: WordBag?
    var openGraph: (value: String, name: String)?
    var openGraphWords: WordBag?
    var headline: (value: String, article: LinkedArticle)?
    var headlineWords: WordBag?
    var headlineNode: Int?
    var siteWords: WordBag?
    var h1Count = 0
    /// The last h1 before the first sentences.
    var nearestH1: Int?

    init(_ reading: PageReading, siteName: String?) {
      title = reading.documentTitle
      titleWords = title.map(WordBag.init)
      openGraph = reading.meta.first(
        "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title")
      openGraphWords = openGraph.map { WordBag($0.value) }
      headline = reading.data.first { $0.headline ?? ($0.isReview ? $0.name : nil) }
      headlineWords = headline.map { WordBag($0.value) }
      headlineNode = headline?.article.headlineNode
      siteWords = siteName.map(WordBag.init)
      let h1s = reading.survey.landmarks.headings.filter { reading.document.tag($0) == .h1 }
      h1Count = h1s.count
      nearestH1 = reading.region.flatMap { region in
        h1s.last { $0 < region.start } ?? h1s.first { $0 < region.start + 40 }
      }
    }

    /// The share of a heading's words that the page's own claims have, 0 to 1; 1 when it claims nothing.
    func share(of words: WordBag) -> Double {
      let claims = [titleWords, openGraphWords].compactMap { $0 }
      return claims.map { words.share(in: $0) }.max() ?? 1
    }
  }

  private func heading(_ node: Int, _ claims: Claims) -> Candidate<String>? {
    let survey = reading.survey
    guard (1...600).contains(survey.weight[node]) else { return nil }
    let text = survey.line(node)
    let words = WordBag(text)
    guard !words.words.isEmpty, text.utf8.count <= 500 else { return nil }
    if claims.siteWords?.equals(words) == true, claims.titleWords?.equals(words) != true { return nil }
    var score = base(node)
    var reasons: [String] = []
    let signals = survey.signals[node]
    if signals.isSuperset(of: [.title, .post]) { score += 0.12 }
    if claims.headlineNode == node { score += 0.3 }
    if let title = claims.titleWords {
      if title.contains(words), words.words.count > 1 || title.words.count < 4 {
        score += 0.25 + 0.2 * Double(words.words.count) / Double(title.words.count)
        reasons.append("stands in <title>")
      } else {
        score += 0.25 * words.share(in: title) * min(1, Double(words.words.count) / 3)
      }
    }
    if let open = claims.openGraphWords {
      if open.equals(words) {
        score += 0.25
        reasons.append("is og:title")
      } else {
        score += 0.15 * words.share(in: open) * min(1, Double(words.words.count) / Double(max(open.words.count, 1)))
      }
    }
    if claims.headlineWords?.equals(words) == true {
      score += 0.25
      reasons.append("is the headline in structured data")
    }
    score += position(node)
    // A logo may be an h1 too: it shares no words with what the page calls itself.
    if claims.nearestH1 == node, claims.share(of: words) > 0.34 {
      score += 0.12
      reasons.append("the h1 before the text")
    }
    let rule = ["a heading"] + reasons
    return Candidate(text, source: "page", .node(node), rule: rule.joined(separator: ", "), score: score)

    func base(_ node: Int) -> Double {
      switch reading.document.tag(node) {
      case .h1: claims.h1Count == 1 ? 0.4 : 0.3
      case .h2: 0.2
      case .h3: 0.12
      case .h4, .h5, .h6: 0.02
      default: 0.08
      }
    }
  }

  /// A headline stands before the text, near it, and is no link elsewhere.
  private func position(_ node: Int) -> Double {
    let document = reading.document
    var score = 0.0
    if let region = reading.region {
      if node < region.start || document.contains(node, region.start) { score += 0.1 } else { score -= 0.1 }
      if document.contains(region.article, node) { score += 0.1 }
      if region.clutter.isClutter[node] { score -= 0.35 }
      if node > region.start, !region.contains(node, in: reading.survey) { score -= 0.25 }
    }
    let signals = reading.survey.inheritedSignals(node)
    if !signals.isDisjoint(with: [.logo, .related, .sidebar, .comment, .navigation]) { score -= 0.3 }
    if let link = link(of: node), !isOwnAddress(link) { score -= 0.25 }
    return score
  }

  private func link(of node: Int) -> Int? {
    if let outer = reading.document.closest(node, .a) { return outer }
    guard reading.survey.linkDensity(node) > 0.8 else { return nil }
    return reading.document.subtree(node).prefix(30).first { reading.document.tag($0) == .a }
  }

  private func isOwnAddress(_ link: Int) -> Bool {
    guard let href = reading.document.attribute(link, .href) else { return true }
    guard let target = reading.survey.address.resolving(href) else { return false }
    return target.path == reading.address.path && target.host == reading.address.host
  }

  /// A short line near the start of the text that is one of the parts of `<title>`: the headline of a page without
  /// headings.
  private func printedPart(of title: String) -> Int? {
    guard reading.survey.landmarks.headings.isEmpty, let region = reading.region else { return nil }
    let site = siteName.map(WordBag.init)
    let parts = SiteNameReader.parts(of: title).map { WordBag(String($0)) }
      .filter { $0.words.count > 1 && site?.equals($0) != true }
    return reading.nodes(from: region.start - 120, to: region.start + 40).first { node in
      guard (4...200).contains(reading.survey.weight[node]), reading.document.tag(node) != .text else { return false }
      let words = WordBag(reading.survey.line(node))
      return parts.contains { $0.equals(words) }
    }
  }

  private func addMetadata(_ claims: Claims, to ballot: inout Ballot<String>) {
    let host = reading.address.host
    if let (value, article) = claims.headline {
      let text = SiteNameReader.stripped(title: value, siteName: siteName, host: host)
      ballot.add(Candidate(text, from: article, "headline", score: 0.6))
    }
    if let (value, name) = claims.openGraph {
      let text = SiteNameReader.stripped(title: value, siteName: siteName, host: host)
      ballot.add(
        Candidate(text, source: "meta", .path(name), rule: "\(name) without the site's name", score: 0.62))
    }
    if let title = claims.title, let node = printedPart(of: title) {
      ballot.add(
        Candidate(
          reading.survey.line(node), source: "page", .node(node),
          rule: "a part of <title> that is printed before the text",
          score: 0.68))
    }
    if let title = claims.title, let node = reading.survey.landmarks.titles.first {
      let text = SiteNameReader.stripped(title: title, siteName: siteName, host: host)
      ballot.add(
        Candidate(text, source: "page", .node(node), rule: "<title> without the site's name", score: 0.5))
    }
  }
}
