internal import StetHTML
internal import StetModel

/// Rows of a box with data about the thing reviewed: "Title: X", `<dt>Originaltitel</dt><dd>X</dd>`.
struct DataBox {
  private let reading: PageReading

  init(_ reading: PageReading) { self.reading = reading }

  /// Labels of one sort, and the filter that tells off lines that begin with none.
  struct Labels: Sendable {
    let words: Set<String>
    let filter: WordFilter

    init(_ words: Set<String>) {
      self.words = words
      filter = WordFilter(Array(words), prefixBytes: 64)
    }
  }

  /// Labels before the name of the thing.
  static let titleLabels = Labels([

    "title", "titel", "originaltitel", "original title", "book title", "film title", "titre", "titre original",
    "título",
    "título original", "titulo", "titolo", "titolo originale", "oorspronkelijke titel", "tytuł", "tytuł oryginalny",
    "название", "название фильма", "otsikko", "název", "作品名", "タイトル", "书名", "書名", "片名", "제목",
  ])

  /// Labels before who made it.
  static let makerLabels = Labels([
    "director", "directed by", "regie", "regi", "regia", "regisseur", "regissør", "regissör", "réalisation",
    "réalisateur",
    "réalisatrice", "dirección", "director/a", "direção", "diretor", "reżyseria", "režie", "ohjaus", "режиссер",
    "режиссёр",
    "監督", "导演", "導演", "감독",
  ])

  /// The value in the first short line of the article that begins with one of these labels and a colon, or that stands
  /// behind such a label in a list or table of definitions.
  func value(of labels: Labels) -> (value: String, node: Int)? {
    guard let region = reading.region else { return nil }
    let survey = reading.survey
    var label: Int?
    var seen = 0
    for node in reading.nodes(from: region.start - 60, to: region.end + 60)
    where (1...160).contains(survey.ownWeight[node]) {
      guard survey.isVisible[node] else { continue }
      seen += 1
      guard seen < 600 else { return nil }
      // The line behind a label is its value.
      guard label != nil || labels.filter.mayOpen(reading.document.text[reading.document.textRange(node)]) else {
        continue
      }
      let line = survey.line(node)
      guard line.utf8.count < 300, !reading.isForeign(node) else { continue }
      if label != nil, let value = Self.cleaned(line[...]) { return (value, node) }
      label = nil
      let end = line.firstIndex { ":：".contains($0) }
      let words = TitleName.trimmed(line[..<(end ?? line.endIndex)]).lowercased()
      guard labels.words.contains(words) else { continue }
      if let end, let value = Self.cleaned(line[end...]) { return (value, node) }
      if end != nil || [.dt, .th].contains(reading.document.tag(node)) { label = node }
    }
    return nil
  }

  private static func cleaned(_ text: Substring) -> String? {
    let value = TitleName.unquoted(TitleName.trimmed(text))
    return (2...120).contains(value.utf8.count) ? value : nil
  }
}
