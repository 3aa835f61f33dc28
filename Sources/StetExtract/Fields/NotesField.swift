internal import StetHTML
internal import StetModel

/// Pros, cons and verdict, when the page sets them apart.
struct NotesField {
  private let reading: PageReading
  /// What a short line announces.
  private enum Label { case pros, cons, verdict, summary }

  /// Short lines that are such a label, in document order.
  private let labels: [(node: Int, label: Label)]

  /// Whether the page is a review of one thing. Articles of all sorts end in a heading that says "Bottom line".
  private let isReviewOfOne: Bool
  /// Whether the page does not announce several things, of which each has its own pros and cons.
  private let isOfOne: Bool

  init(reading: PageReading, isReviewOfOne: Bool, isOfOne: Bool) {
    self.reading = reading
    self.isReviewOfOne = isReviewOfOne
    self.isOfOne = isOfOne
    labels = Self.labels(reading, isReview: isReviewOfOne)
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
    guard isOfOne else { return ballot }
    let wanted: Signals = isPros ? .pros : .cons
    for node in survey.landmarks.verdicts.prefix(40) where survey.signals[node].contains(wanted) && isOwn(node) {
      // A box called pros-cons holds both.
      if survey.signals[node].isSuperset(of: [.pros, .cons]) { continue }
      let list = document.subtree(node).prefix(300).first { document.tag($0) == .ul || document.tag($0) == .ol }
      if let list {
        add(list, "a list called \(field)", 0.7, to: &ballot)
      } else if isReviewOfOne {
        addLines(of: node, "a box called \(field)", to: &ballot)
      }
    }
    for label in labels where label.label == (isPros ? .pros : .cons) {
      if let cell = cell(under: label.node) {
        if let list = document.subtree(cell).first(where: { document.tag($0) == .ul || document.tag($0) == .ol }) {
          add(list, "a list under such a heading", 0.66, to: &ballot)
        }
        continue
      }
      let after = reading.nodes(from: document.end(label.node), to: document.end(label.node) + 12)
      if let list = after.first(where: { document.tag($0) == .ul || document.tag($0) == .ol }),
        !holdsWords(document.end(label.node)..<list)
      {
        add(list, "a list under such a heading", 0.65, to: &ballot)
      }
    }
    return ballot
  }

  /// The paragraphs called verdict, or that stand under such a heading or behind such a label.
  func verdict() -> Ballot<String> {
    var ballot = Ballot<String>("verdict", threshold: 0.5)
    for node in survey.landmarks.verdicts.prefix(40) where survey.signals[node].contains(.verdict) && isOwn(node) {
      if let text = paragraph(in: document.subtree(node)) {
        ballot.add(Candidate(text.text, source: "page", .node(text.node), rule: "a box called verdict", score: 0.6))
      }
    }
    for label in labels
    where isReviewOfOne && (label.label == .verdict || label.label == .summary && isInReviewBox(label.node)) {
      let score = label.label == .verdict ? 0.58 : 0.55
      let text = LabelledText(reading)
      if let words = text.behind(label.node, isParagraph: true), isSentence(words) {
        ballot.add(
          Candidate(words, source: "page", .node(label.node), rule: "the words behind such a label", score: score))
      } else if let (words, node) = text.under(label.node), isSentence(words) {
        ballot.add(Candidate(words, source: "page", .node(node), rule: "the text under such a heading", score: score))
      }
    }
    return ballot
  }

  /// A mark or a name is no verdict in words.
  private func isSentence(_ text: String) -> Bool {
    (20...1500).contains(text.utf8.count) && text.utf8.contains(UInt8(ascii: " "))
      && RatingReader.read(String(text.prefix(40)), context: .labelled) == nil
  }

  /// Whether a label stands in the small box that a plugin draws round a review's marks.
  private func isInReviewBox(_ node: Int) -> Bool {
    for holder in document.ancestors(node).prefix(6) where survey.weight[holder] < 1200 {
      guard let value = document.value(holder, .class) else { continue }
      if ByteSearch.findIgnoringCase("review", in: document.values[value.indices]) != nil { return true }
    }
    return false
  }

  private func isOwn(_ node: Int) -> Bool {
    survey.isVisible[node] && !reading.isForeign(node) && (3...1500).contains(survey.weight[node])
  }

  private static func labels(_ reading: PageReading, isReview: Bool) -> [(node: Int, label: Label)] {
    let (survey, document) = (reading.survey, reading.document)
    var found: [(node: Int, label: Label)] = []
    func add(_ node: Int) {
      guard filter.mayMatch(document.text[document.textRange(node)]) else { return }
      if let label = table[words(of: survey.line(node))] { found.append((node, label)) }
    }
    for heading in survey.landmarks.headings where survey.weight[heading] < 30 && !reading.isForeign(heading) {
      add(heading)
    }
    guard let region = reading.region else { return found }
    var seen = 0
    for node in document.subtree(region.article) where survey.weight[node] < 24 && survey.weight[node] > 2 {
      switch document.tag(node) {
      case .strong, .b, .dt, .p, .th:
        break
      case .span, .div, .td:
        guard isReview else { continue }
      default: continue
      }
      seen += 1
      guard seen <= 300 else { return found }
      add(node)
    }
    return found
  }

  /// The cell under the one that a label is, in a table with a row of labels; nil where the label is in no such row.
  private func cell(under label: Int) -> Int? {
    guard let heading = document.closest(label, .th, .td), let row = document.closest(heading, .tr) else { return nil }
    let labels = Array(document.children(row).lazy.filter { [.th, .td].contains(document.tag($0)) }.prefix(9))
    guard (2...8).contains(labels.count), let column = labels.firstIndex(of: heading),
      labels.allSatisfy({ Self.table[Self.words(of: survey.line($0))] != nil })
    else { return nil }
    let next = reading.nodes(from: document.end(row), to: document.end(row) + 6).first { document.tag($0) == .tr }
    guard let next else { return nil }
    let cells = Array(document.children(next).lazy.filter { [.th, .td].contains(document.tag($0)) }.prefix(9))
    return column < cells.count ? cells[column] : nil
  }

  /// The short lines of a box that has no list, but for its heading.
  private func addLines(of box: Int, _ rule: String, to ballot: inout Ballot<[String]>) {
    let nodes = document.subtree(box).prefix(200)
    var lines = nodes.filter { survey.ownWeight[$0] > 0 && $0 != box }.prefix(21).map(survey.line)
    if lines.isEmpty {
      let breaks = nodes.filter { document.tag($0) == .br }
      lines = ([box] + breaks).prefix(21).compactMap { LabelledText(reading).line(from: $0) }
    }
    lines = lines.map { String($0.drop { "+-–−•✓✔✗✘ ".contains($0) }) }.filter {
      !$0.isEmpty && Self.table[Self.words(of: $0)] == nil
    }
    guard (1...20).contains(lines.count), lines.allSatisfy({ $0.utf8.count < 160 }) else { return }
    ballot.add(Candidate(lines, source: "page", .node(box), rule: rule, score: 0.6))
  }

  /// Whether words stand between a label and a list, which is then another's.
  private func holdsWords(_ range: Range<Int>) -> Bool {
    range.contains { document.tag($0) == .text && survey.isVisible[$0] && survey.weight[$0] > 2 }
  }

  private func add(_ list: Int, _ rule: String, _ score: Double, to ballot: inout Ballot<[String]>) {
    let entries = document.children(list).filter { document.tag($0) == .li }.map(survey.line).filter {
      $0.contains(where: \.isLetter)
    }
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
    line.bareWords()
  }

  /// Lines without the first word of such a heading are none.
  private static let filter = WordFilter(Array(table.keys), prefixBytes: 64)

  private static let table: [String: Label] = {
    var table: [String: Label] = [:]
    for word in prosWords { table[word] = .pros }
    for word in consWords { table[word] = .cons }
    for word in verdictWords { table[word] = .verdict }
    for word in ["summary", "review summary", "resumen", "résumé", "zusammenfassung", "the summary"] {
      table[word] = .summary
    }
    return table
  }()

  private static let verdictWords: Set<String> = [
    "verdict", "the verdict", "our verdict", "final verdict", "my verdict", "bottom line", "the bottom line", "fazit",
    "mein fazit", "unser fazit", "testfazit", "gesamtfazit", "veredicto", "nuestro veredicto", "verdetto", "veredito",
    "le verdict", "notre verdict", "oordeel", "ons oordeel", "eindoordeel", "dom", "вердикт", "итог", "総評", "werdykt",
    "verdikt", "konklusjon", "tuomio",
  ]
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
