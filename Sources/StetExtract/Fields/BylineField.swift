internal import StetHTML
internal import StetModel

/// The line that names the authors, as printed.
struct BylineField {
  let reading: PageReading
  let authors: [String]
  /// Where the authors' names were found, if on the page.
  let authorNode: Int?

  private var survey: PageSurvey { reading.survey }

  func ballot() -> Ballot<String> {
    var ballot = Ballot<String>("byline")
    guard !authors.isEmpty else { return ballot }
    if let node = authorNode { ballot.add(line(round: node, score: 0.9)) }
    for node in survey.landmarks.bylines.prefix(40) where !reading.isForeign(node) && survey.weight[node] < 160 {
      ballot.add(line(round: node, score: 0.6))
    }
    for node in survey.landmarks.anchors.prefix(2000)
    where AuthorLink.isRelAuthor(node, reading.document) && !reading.isForeign(node) {
      ballot.add(line(round: node, score: 0.55))
    }
    return ballot
  }

  /// The line that a node stands in, if it names an author and is a line.
  private func line(round node: Int, score: Double) -> Candidate<String>? {
    let block = Int(survey.block[node])
    for holder in [block, node] where holder > 0 && survey.weight[holder] <= 160 {
      let text = survey.line(holder)
      guard text.utf8.count <= 240, authors.contains(where: { text.localizedContains($0) }) else { continue }
      let introduced = BylineReader.startsWithByWord(text) ? 0.3 : 0
      return Candidate(
        text, source: "page", .node(holder), rule: "the line with the author's name", score: score + introduced)
    }
    return nil
  }
}

extension String {
  /// Whether the text has another one in it, ASCII case aside.
  fileprivate func localizedContains(_ other: String) -> Bool {
    let (text, wanted) = (ASCII.lowercased(self), ASCII.lowercased(other))
    return text.contains(wanted)
  }
}
