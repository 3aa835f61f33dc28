internal import StetHTML
internal import StetModel

/// The work that a review's first sentences name in italics, or in quotation marks and in the headline too, when the
/// text comes back to it. Quotation marks alone name people, places and ideas as often as works.
struct NamedWork {
  private let reading: PageReading
  private let title: WordBag

  init(_ reading: PageReading, title: String?) {
    self.reading = reading
    self.title = WordBag(title ?? "")
  }

  func find() -> (name: String, node: Int)? {
    guard let region = reading.region else { return nil }
    var read = 0
    for node in reading.nodes(from: region.start, to: region.end) where reading.survey.ownWeight[node] > 60 {
      guard region.contains(node, in: reading.survey), read < 700 else { break }
      let line = reading.survey.line(node)
      read += line.utf8.count
      if let name = italic(in: node) ?? quoted(in: line), isNamedAgain(name, region) {
        return (name, node)
      }
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

  private func isNamedAgain(_ name: String, _ region: BodyRegion) -> Bool {
    guard (4...90).contains(name.utf8.count) else { return false }
    let search = TextSearch(reading.document)
    return search.places(of: name, in: search.range(from: region.start, to: region.end), limit: 2).count > 1
  }
}
