internal import StetHTML
internal import StetModel

/// The headline: as the reader sees it on the page, told from the site's name, the section and other headlines by what
/// `<title>`, the meta elements, the structured data and the address say.
///
/// Every heading and every claim is a candidate; `TitleSigns` weighs what speaks for each.
struct TitleField {
  let reading: PageReading
  let siteName: String?

  func ballot() -> Ballot<String> {
    var ballot = Ballot<String>("title")
    let scale = TitleScale(reading, siteName: siteName)
    for heading in scale.claims.headings { ballot.add(scale.candidate(heading)) }
    addClaims(scale, to: &ballot)
    if let text = printedPart(scale.claims) { ballot.add(text) }
    lowerCut(scale, &ballot)
    return ballot
  }

  private func addClaims(_ scale: TitleScale, to ballot: inout Ballot<String>) {
    let claims = scale.claims
    if let (claim, article) = claims.headline {
      ballot.add(Candidate(claim.text, from: article, "headline", score: scale.score(claim, .data)))
    }
    for (whole, stripped, name) in claims.metas {
      ballot.add(
        Candidate(
          stripped.text, source: "meta", .path(name), rule: "\(name) without the site's name",
          score: scale.score(stripped, .meta)))
      guard whole.text != stripped.text else { continue }
      ballot.add(
        Candidate(whole.text, source: "meta", .path(name), rule: name, score: scale.score(whole, .meta)))
    }
    guard let node = reading.survey.landmarks.titles.first, let title = claims.title,
      let stripped = claims.strippedTitle
    else { return }
    func add(_ claim: TitleClaims.Claim, _ kind: TitleScale.Kind, _ rule: String) {
      ballot.add(Candidate(claim.text, source: "page", .node(node), rule: rule, score: scale.score(claim, kind)))
    }
    add(stripped, .title, "<title> without the site's name")
    if title.text != stripped.text { add(title, .wholeTitle, "<title>") }
    for part in claims.parts where part.text != stripped.text { add(part, .title, "a part of <title>") }
  }

  /// A text that ends in dots, or where an unescaped quotation mark ended its attribute, is no headline while another
  /// candidate goes on; nor is "Home" where only the page's metadata or only its headline says so.
  private func lowerCut(_ scale: TitleScale, _ ballot: inout Ballot<String>) {
    let all = ballot.candidates.map(\.value)
    ballot.adjust { candidate in
      let isCut =
        goesOn(candidate.value, as: candidate.source, in: all)
        || FrontPageName.isOne(candidate.value) && !scale.claims.isAgreed(candidate.value)
      if isCut { candidate.score /= 2 }
    }
  }

  /// Whether another text has more of the same headline than one that was cut short.
  private func goesOn(_ text: String, as source: String, in all: [String]) -> Bool {
    let dots = text.hasSuffix("…") ? 1 : text.hasSuffix("...") ? 3 : 0
    if dots > 0 {
      var opening = text.dropLast(dots)
      while opening.last?.isWhitespace == true { opening.removeLast() }
      return opening.utf8.count > 12
        && all.contains { $0.hasPrefix(opening) && !$0.hasPrefix(text) && $0.utf8.count > text.utf8.count }
    }
    return source == "meta" && all.contains { $0.utf8.count > text.utf8.count && $0.hasPrefix(text + " \"") }
  }

  /// Whether words are all of `<title>` but for its last parts: a headline that has a dash in it.
  private func isOpening(_ words: WordBag, of claims: TitleClaims) -> Bool {
    guard claims.parts.count > 2, let title = claims.title?.words.words, title.starts(with: words.words) else {
      return false
    }
    var count = 0
    for part in claims.parts {
      count += part.words.words.count
      if count == words.words.count { return true }
    }
    return false
  }

  /// A short line near the start of the text that is one of the parts of `<title>`: the headline of a page without
  /// headings. Of several before the text the last: the site's name stands above.
  private func printedPart(_ claims: TitleClaims) -> Candidate<String>? {
    guard reading.survey.landmarks.headings.isEmpty, let region = reading.region else { return nil }
    let site = siteName.map(WordBag.init)
    let whole = claims.parts.isEmpty ? [claims.title].compactMap { $0 } : claims.parts
    let parts = whole.filter { $0.words.words.count > 1 && site?.equals($0.words) != true }
    guard !parts.isEmpty else { return nil }
    let prose = reading.nodes(from: region.start, to: region.start + 40).first {
      reading.document.tag($0) == .text && reading.survey.weight[$0] >= 120
    }
    var found: Candidate<String>?
    for node in reading.nodes(from: region.start - 120, to: region.start + 40) {
      guard (4...200).contains(reading.survey.weight[node]), reading.document.tag(node) != .text else { continue }
      let line = reading.survey.line(node)
      let words = WordBag(line)
      let isPart = parts.contains { $0.words.equals(words) } || isOpening(words, of: claims)
      guard isPart, found == nil || node < prose ?? 0 else { continue }
      // An element and the one in it print the same line.
      if let outer = found, outer.value == line { continue }
      found = Candidate(
        line, source: "page", .node(node), rule: "a part of <title> that is printed before the text",
        score: TitleScale.certain)
    }
    return found
  }
}
