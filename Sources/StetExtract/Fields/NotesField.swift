internal import StetHTML
internal import StetModel

/// Pros, cons and verdict, when the page sets them apart.
struct NotesField {
  private let reading: PageReading
  /// Short lines that are a label of pros or cons, in document order.
  private let labels: [(node: Int, isPros: Bool)]

  init(reading: PageReading) {
    self.reading = reading
    labels = Self.labels(reading)
  }

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
    for label in labels where label.isPros == isPros {
      let after = reading.nodes(from: document.end(label.node), to: document.end(label.node) + 12)
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

  private static func labels(_ reading: PageReading) -> [(node: Int, isPros: Bool)] {
    let (survey, document) = (reading.survey, reading.document)
    var found: [(node: Int, isPros: Bool)] = []
    func add(_ node: Int) {
      guard filter.mayMatch(document.text[document.textRange(node)]) else { return }
      let words = words(of: survey.line(node))
      if prosWords.contains(words) { found.append((node, true)) }
      if consWords.contains(words) { found.append((node, false)) }
    }
    for heading in survey.landmarks.headings where survey.weight[heading] < 30 && !reading.isForeign(heading) {
      add(heading)
    }
    guard let region = reading.region else { return found }
    var seen = 0
    for node in document.subtree(region.article) where survey.weight[node] < 24 && survey.weight[node] > 2 {
      switch document.tag(node) {
      case .strong, .b, .dt, .p:
        seen += 1
        guard seen <= 100 else { return found }
        add(node)
      default: break
      }
    }
    return found
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

  /// The letters of a line in lower case, one space between words.
  private static func words(of line: String) -> String {
    line.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
  }

  /// Lines without the first word of such a heading are none.
  private static let filter = WordFilter(Array(prosWords) + Array(consWords), prefixBytes: 64)

  private static let prosWords: Set<String> = [
    "pros", "pro", "the good", "good", "likes", "what works", "highs", "positives", "pluses", "plus", "positiv",
    "vorteile", "les plus", "points forts", "lo bueno", "lo mejor", "a favor", "pontos positivos", "pregi", "plussen",
    "pluspunten", "zalety", "плюсы", "we like", "strengths", "what we like", "what we liked", "the pros", "stärken",
    "das gefällt uns", "on aime", "on a aimé", "me gusta", "lo que nos gusta", "cosa ci piace", "fordeler", "fördelar",
    "klady", "plusy", "good stuff", "upsides", "reasons to buy", "pluspunkte",
  ]
  private static let consWords: Set<String> = [
    "cons", "con", "contra", "kontra", "the bad", "bad", "dislikes", "what doesnt work", "lows", "negatives",
    "minuses", "minus", "negativ", "nachteile", "les moins", "points faibles", "lo malo", "lo peor", "en contra",
    "pontos negativos", "difetti", "minnen", "minpunten", "wady", "минусы", "we dont like", "weaknesses",
    "what we dont like", "what we didnt like", "the cons", "schwächen", "das gefällt uns nicht", "on naime pas",
    "on na pas aimé", "no me gusta", "lo que no nos gusta", "cosa non ci piace", "ulemper", "nackdelar", "zápory",
    "minusy", "bad stuff", "downsides", "reasons to avoid", "minuspunkte",
  ]
}
