internal import StetHTML
internal import StetModel

/// The work that a review's first sentences name in italics, in marks that only works have (《》), or in quotation marks and
/// in the headline too, when the text comes back to it; and what a line between headline and text quotes. Elsewhere
/// quotation marks alone name people, places and ideas as often as works.
struct NamedWork {
  private let reading: PageReading
  private let title: WordBag

  init(_ reading: PageReading, title: String?) {
    self.reading = reading
    self.title = WordBag(title ?? "")
  }

  func find() -> (name: String, node: Int)? {
    guard let region = reading.region else { return nil }
    if let found = underHeadline(region) { return found }
    var read = 0
    for node in reading.nodes(from: region.start, to: region.end) where reading.survey.ownWeight[node] > 60 {
      guard region.contains(node, in: reading.survey), read < 700 else { break }
      let line = reading.survey.line(node)
      read += line.utf8.count
      // "《Salt Roads》是…" says at once what it is about.
      if let name = marked(in: line), line.utf8.prefix(3).elementsEqual("《".utf8) { return (name, node) }
      if let name = italic(in: node) ?? marked(in: line) ?? quoted(in: line), isNamedAgain(name, region) {
        return (name, node)
      }
    }
    return nil
  }

  /// What a line between the headline and the text quotes.
  private func underHeadline(_ region: BodyRegion) -> (name: String, node: Int)? {
    guard
      let heading = reading.survey.landmarks.headings.last(where: {
        $0 < region.start + 12 && reading.document.tag($0) == .h1
      })
    else { return nil }
    let nodes = reading.nodes(from: reading.document.end(heading), to: region.start + 12)
    for node in nodes.prefix(60) where (12...240).contains(reading.survey.ownWeight[node]) {
      guard !reading.isForeign(node) else { continue }
      let line = reading.survey.line(node)
      guard TitleName.mayQuote(line), let name = marked(in: line) ?? TitleName.onlyQuoted(line) else { continue }
      // "“I never wanted to sing”" is what somebody says.
      if !NameWords.opensSpeech(name.prefix { $0 != " " && $0 != "’" && $0 != "'" }),
        isNamedAgain(name, region, before: node)
      {
        return (name, node)
      }
    }
    return nil
  }

  /// What stands in a line's first marks that Chinese, Japanese and Korean set round works and nothing else.
  private func marked(in line: String) -> String? {
    // All of them begin with the same byte.
    guard line.utf8.contains(0xE3) else { return nil }
    for (open, close) in [("《", "》"), ("『", "』"), ("〈", "〉")] as [(Character, Character)] {
      guard let start = line.firstIndex(of: open), let end = line[start...].firstIndex(of: close) else { continue }
      let name = line[line.index(after: start)..<end]
      if (2...40).contains(name.count) { return String(name) }
    }
    return nil
  }

  /// The only words in quotation marks of a line, if the headline has them.
  private func quoted(in line: String) -> String? {
    guard TitleName.mayQuote(line) else { return nil }
    return TitleName.onlyQuoted(String(line.prefix(500))).flatMap { title.contains(WordBag($0)) ? $0 : nil }
  }

  /// The first words in italics of a block, if they are some words and not all.
  private func italic(in block: Int) -> String? {
    let document = reading.document
    let node = document.subtree(block).prefix(60).first { [.em, .i, .cite].contains(document.tag($0)) }
    guard let node, reading.survey.weight[node] * 2 < reading.survey.weight[block], reading.survey.weight[node] < 90
    else {
      return nil
    }
    let name = TitleName.unquoted(TitleName.trimmed(reading.survey.line(node)[...]))
    guard name.count > 3, name.first?.isLowercase == false, name.contains(" ") else { return nil }
    return name
  }

  /// Whether the text comes back to a name.
  /// - Parameter line: a line over the text that has it already.
  private func isNamedAgain(_ name: String, _ region: BodyRegion, before line: Int? = nil) -> Bool {
    guard (4...90).contains(name.utf8.count) else { return false }
    let search = TextSearch(reading.document)
    let start = line.map { reading.document.end($0) } ?? region.start
    let wanted = line == nil ? 2 : 1
    return search.places(of: name, in: search.range(from: max(start, region.start), to: region.end), limit: wanted)
      .count == wanted
  }
}
