internal import StetHTML
internal import StetModel

/// The line that names the authors, as printed, without the date and whatever else stands on it.
struct BylineField {
  let reading: PageReading
  let authors: [String]
  /// Where the authors' names were found, if on the page.
  let authorNode: Int?
  let titleNode: Int?

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  func ballot() -> Ballot<String> {
    var ballot = Ballot<String>("byline")
    guard !authors.isEmpty else { return ballot }
    let finder = NameFinder(authors)
    if let node = authorNode { ballot.add(line(round: node, score: 0.75)) }
    for node in survey.landmarks.bylines.prefix(40)
    where survey.weight[node] <= 240 && !reading.isForeign(node) && finder.mayStand(in: textOfBlock(node)) {
      ballot.add(line(round: node, score: 0.6))
    }
    for node in survey.landmarks.anchors.prefix(2000)
    where AuthorLink.isRelAuthor(node, document) && !reading.isForeign(node) {
      ballot.add(line(round: node, score: 0.55))
    }
    for line in reading.linesRoundText(titleNode: titleNode, where: { finder.mayStand(in: $0) }) {
      if authors.contains(line.text), place(line.node) > 0 {
        let rule = "the author's name alone near the headline"
        ballot.add(Candidate(line.text, source: "page", .node(line.node), rule: rule, score: 0.95))
      } else {
        ballot.add(candidate(line.text, line.node, score: 0.4, needsIntroduction: true))
      }
    }
    return ballot
  }

  private func textOfBlock(_ node: Int) -> ArraySlice<UInt8> {
    document.text[document.textRange(Int(survey.block[node]))].prefix(2000)
  }

  /// The line that a node stands in, if it names an author and is a line.
  private func line(round node: Int, score: Double) -> Candidate<String>? {
    for holder in [Int(survey.block[node]), node] where holder > 0 && survey.weight[holder] <= 240 {
      if let candidate = candidate(survey.line(holder), holder, score: score) { return candidate }
    }
    return nil
  }

  private func candidate(_ line: String, _ node: Int, score: Double, needsIntroduction: Bool = false) -> Candidate<
    String
  >? {
    guard line.utf8.count <= 500, !line.contains("©"), !isCredit(node) else { return nil }
    guard let cut = BylineCut(line, authors: authors), cut.isIntroduced || !needsIntroduction else { return nil }
    // Of a whole paragraph that names its author somewhere, only "by …" is a byline.
    guard cut.isIntroduced || line.utf8.count - cut.text.utf8.count < 80 else { return nil }
    var score = score + place(node)
    if cut.isIntroduced { score += 0.3 }
    return Candidate(cut.text, source: "page", .node(node), rule: "the line with the author's name", score: score)
  }

  /// Near the headline is better than in the author's box.
  private func place(_ node: Int) -> Double {
    let round = reading.surroundingSignals(node)
    if round.contains(.biography) || round.isSuperset(of: [.author, .box]) { return -0.2 }
    guard let title = titleNode, node > title - 40, node < max(title, reading.region?.start ?? 0) + 40 else { return 0 }
    return 0.2
  }

  /// What stands at the foot of the site names its makers, not the page's author.
  private func isCredit(_ node: Int) -> Bool {
    !reading.isInArticle(node) && reading.surroundingSignals(node).contains(.footer)
  }
}
