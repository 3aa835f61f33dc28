internal import StetHTML
internal import StetModel

extension ObstacleJudge {
  /// Judges a page without a text that could be read, by all words that it shows.
  init(_ reading: PageReading) {
    let document = reading.document
    let body = (0..<document.count).first { document.tag($0) == .body } ?? 0
    let text = LineReader(reading.survey).line(of: body)
    let headline = reading.survey.landmarks.headings.first.map { reading.survey.line($0) }
    self.init(
      Facts(length: text.utf8.count, isSigned: false, status: reading.page.status),
      titles: [reading.documentTitle, headline].compactMap(\.self), text: text, source: reading.page.body,
      fields: reading.page.headers)
  }
}
