internal import StetHTML
internal import StetModel

/// Pros, cons and verdict, when the page sets them apart.
struct NotesField {
  let reading: PageReading

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// The entries of lists called pros (or cons), or that stand under such a heading.
  func notes(_ field: String) -> Ballot<[String]> {
    var ballot = Ballot<[String]>(field, threshold: 0.5)
    let isPros = field == "pros"
    for article in reading.data.articles.prefix(3) where article.belonging != .elsewhere {
      let notes = isPros ? article.positiveNotes : article.negativeNotes
      if !notes.isEmpty {
        ballot.add(Candidate(notes, from: article, isPros ? "positiveNotes" : "negativeNotes", score: 0.75))
      }
    }
    let wanted: Signals = isPros ? .pros : .cons
    for node in survey.landmarks.verdicts.prefix(40) where survey.signals[node].contains(wanted) && isOwn(node) {
      let list = document.subtree(node).prefix(300).first { document.tag($0) == .ul || document.tag($0) == .ol }
      if let list { add(list, "a list called \(field)", 0.7, to: &ballot) }
    }
    for heading in labels()
    where Self.filter.mayMatch(document.text[document.textRange(heading)])
      && Self.matches(survey.line(heading), isPros ? Self.prosWords : Self.consWords)
    {
      let after = reading.nodes(from: document.end(heading), to: document.end(heading) + 12)
      if let list = after.first(where: { document.tag($0) == .ul || document.tag($0) == .ol }) {
        add(list, "a list under such a heading", 0.65, to: &ballot)
      }
    }
    return ballot
  }

  /// The paragraph called verdict, or that stands under such a heading.
  func verdict() -> Ballot<String> {
    var ballot = Ballot<String>("verdict", threshold: 0.5)
    for node in survey.landmarks.verdicts.prefix(40) where survey.signals[node].contains(.verdict) && isOwn(node) {
      if let text = paragraph(in: document.subtree(node)) {
        ballot.add(Candidate(text.text, source: "page", .node(text.node), rule: "a box called verdict", score: 0.6))
      }
    }
    return ballot
  }

  private func isOwn(_ node: Int) -> Bool {
    survey.isVisible[node] && !reading.isForeign(node) && (10...1500).contains(survey.weight[node])
  }

  private func labels() -> [Int] {
    let headings = survey.landmarks.headings.filter { survey.weight[$0] < 30 && !reading.isForeign($0) }
    guard let region = reading.region else { return headings }
    let strong = document.subtree(region.article).filter {
      (document.tag($0) == .strong || document.tag($0) == .b || document.tag($0) == .dt || document.tag($0) == .p)
        && survey.weight[$0] < 24 && survey.weight[$0] > 2
    }
    return headings + strong.prefix(100)
  }

  private func add(_ list: Int, _ rule: String, _ score: Double, to ballot: inout Ballot<[String]>) {
    let entries = document.children(list).filter { document.tag($0) == .li }.map(survey.line).filter { !$0.isEmpty }
    guard !entries.isEmpty, entries.count <= 20 else { return }
    ballot.add(Candidate(Array(entries), source: "page", .node(list), rule: rule, score: score))
  }

  private func paragraph(in range: Range<Int>) -> (text: String, node: Int)? {
    let blocks = range.prefix(400).filter { survey.ownWeight[$0] > 20 && survey.isVisible[$0] }
    let prose = blocks.filter { ![.h1, .h2, .h3, .h4, .h5, .h6, .li].contains(document.tag($0)) }
    guard let first = prose.first else { return nil }
    return (prose.prefix(3).map(survey.line).joined(separator: "\n\n"), first)
  }

  private static func matches(_ line: String, _ words: [String]) -> Bool {
    let line = line.lowercased().filter { $0.isLetter || $0 == " " }
    return words.contains(line.split(separator: " ").joined(separator: " "))
  }

  /// Lines without the first word of such a heading are none.
  private static let filter = WordFilter(prosWords + consWords, prefixBytes: 64)

  private static let prosWords = [
    "pros", "pro", "the good", "good", "likes", "what works", "highs", "positives", "pluses", "plus", "positiv",
    "vorteile", "les plus", "points forts", "lo bueno", "lo mejor", "a favor", "pontos positivos", "pregi", "plussen",
    "pluspunten", "zalety", "плюсы", "we like", "strengths",
  ]
  private static let consWords = [
    "cons", "con", "contra", "kontra", "the bad", "bad", "dislikes", "what doesnt work", "lows", "negatives",
    "minuses", "minus", "negativ", "nachteile", "les moins", "points faibles", "lo malo", "lo peor", "en contra",
    "pontos negativos", "difetti", "minnen", "minpunten", "wady", "минусы", "we dont like", "weaknesses",
  ]
}
