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
    if let discussion = reading.discussion,
      let subject = DiscussionTitle(reading: reading, discussion: discussion, siteName: siteName).find()
    {
      let rule = "a part of <title> that is printed before the first post"
      ballot.add(
        Candidate(subject.text, source: "page", .node(subject.node), rule: rule, score: 1))
    }
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
    for part in claims.parts where part.text != stripped.text && !scale.isSite(part) {
      add(part, .title, "a part of <title>")
    }
  }

  /// A text that ends in dots, or where an unescaped quotation mark ended its attribute, is no headline while another
  /// candidate goes on; nor is one that shows a character reference ("Salt &#038; Roads") while another has it resolved;
  /// nor is "Home" where only the page's metadata or only its headline says so.
  private func lowerCut(_ scale: TitleScale, _ ballot: inout Ballot<String>) {
    let all = ballot.candidates.map(\.value)
    ballot.adjust { candidate in
      let isCut =
        goesOn(candidate.value, as: candidate.source, in: all) || isResolved(candidate.value, in: all)
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

  private func isResolved(_ text: String, in all: [String]) -> Bool {
    let resolved = CharacterReference.resolved(text)
    return resolved != text && all.contains { $0.hasPrefix(resolved) }
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
    let whole = claims.parts.isEmpty ? [claims.strippedTitle].compactMap { $0 } : claims.parts
    var parts = whole.filter { $0.words.words.count > 1 && site?.equals($0.words) != true }
    if let rest = whole.first.flatMap({ behindSite($0.text) }) { parts.append(TitleClaims.Claim(rest)) }
    // "Title, an Example review"
    if let title = whole.first?.text, let end = title.firstRange(of: ", a")?.lowerBound,
      title[end...].lowercased().hasSuffix("review")
    {
      parts.append(TitleClaims.Claim(String(title[..<end])))
    }
    guard !parts.isEmpty else { return nil }
    // Where the text is a table of the whole page, its menu stands first.
    let prose = reading.nodes(from: region.start, to: region.start + 400).first {
      reading.document.tag($0) == .text && reading.survey.weight[$0] >= 120
    }
    var found: (node: Int, line: String, part: Int?)?
    for node in reading.nodes(from: region.start - 120, to: max(region.start + 40, prose ?? 0)) {
      guard (4...200).contains(reading.survey.weight[node]), reading.document.tag(node) != .text else { continue }
      let line = reading.survey.line(node)
      let words = WordBag(line)
      let part = parts.firstIndex { $0.words.equals(words) }
      guard part != nil || isOpening(words, of: claims), found == nil || node < prose ?? 0 else { continue }
      // An element and the one in it print the same line.
      if found?.line == line { continue }
      // The next line has the next part: the headline takes both.
      if let found, let first = found.part, part == first + 1, node < found.node + 8,
        let both = joined(parts[first], parts[first + 1], claims)
      {
        return printed(both, found.node)
      }
      found = (node, line, part)
    }
    return found.map { printed($0.line, $0.node) }
  }

  private func printed(_ text: String, _ node: Int) -> Candidate<String> {
    Candidate(
      text, source: "page", .node(node), rule: "a part of <title> that is printed before the text",
      score: TitleScale.certain)
  }

  /// Two parts of `<title>` that follow each other, as they stand there.
  private func joined(_ first: TitleClaims.Claim, _ second: TitleClaims.Claim, _ claims: TitleClaims) -> String? {
    guard let title = claims.title?.text, let start = title.firstRange(of: first.text),
      let end = title[start.upperBound...].firstRange(of: second.text)
    else { return nil }
    return String(title[start.lowerBound..<end.upperBound])
  }

  /// The title in "Site: Title", as old pages write it; nil where something else stands before the colon.
  private func behindSite(_ text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let rest = text[text.index(after: colon)...].drop(while: \.isWhitespace)
    let names = SiteNames(siteName: siteName, host: reading.address.host)
    return rest.utf8.count > 3 && names.match(text[..<colon]) ? String(rest) : nil
  }
}
