internal import StetHTML
internal import StetModel

/// Standfirst or deck: a sentence or two set apart between headline and text.
struct LeadField {
  let reading: PageReading
  let titleNode: Int?

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  func ballot() -> Ballot<String> {
    var ballot = Ballot<String>("lead", threshold: 0.5)
    guard let region = reading.region else { return ballot }
    let description = reading.meta.first("description", "og:description").map { WordBag($0.value) }
    for node in survey.landmarks.leads.prefix(40) {
      guard (20...700).contains(survey.weight[node]), !reading.isForeign(node), !region.clutter.isClutter[node] else {
        continue
      }
      guard !region.roots.contains(where: { document.contains(node, $0) }) else { continue }
      guard isBeforeText(node, region), survey.linkDensity(node) < 0.4 else { continue }
      guard !survey.landmarks.headings.contains(where: { document.contains(node, $0) && document.tag($0) == .h1 })
      else { continue }
      if titleNode == node { continue }
      let line = survey.line(node)
      guard !BylineReader.startsWithByWord(line), line.utf8.count > 30 else { continue }
      var score = 0.55
      if reading.isInArticle(node) { score += 0.1 }
      if let title = titleNode, node > title, node < title + 60 { score += 0.15 }
      if let description, WordBag(line).share(in: description) > 0.8 { score += 0.15 }
      ballot.add(
        Candidate(line, source: "page", .node(node), rule: "an element called lead, deck or standfirst", score: score))
    }
    return ballot
  }

  /// Before the first sentences of the text, whether inside its element or not.
  private func isBeforeText(_ node: Int, _ region: BodyRegion) -> Bool {
    if node < region.start { return node > (titleNode ?? 0) - 80 }
    guard region.contains(node, in: survey) else { return false }
    let before = document.textRange(node).lowerBound - document.textRange(region.start).lowerBound
    return before < 300
  }
}
