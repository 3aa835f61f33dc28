internal import StetHTML
internal import StetModel

/// Links in lists that follow a label of their own: a heading or a short element that says "Topics" or "Filed under".
struct LabelledLinks {
  private let reading: PageReading

  init(_ reading: PageReading) { self.reading = reading }

  /// What the label says of each link.
  func kinds() -> [Int: TermLink.Kind] {
    guard let region = reading.region else { return [:] }
    let (survey, document) = (reading.survey, reading.document)
    var kinds: [Int: TermLink.Kind] = [:]
    for node in reading.nodes(from: region.start - 200, to: region.end + 600) {
      guard document.isElement(node), (3...30).contains(survey.weight[node]), survey.linkWeight[node] == 0,
        survey.isVisible[node], TermLabels.filter.mayOpen(document.text[document.textRange(node)])
      else { continue }
      let words = TermName.cleaned(survey.line(node))
      guard words.utf8.count < 40, let kind = TermLabels.kind(words), TermLabels.isWhole(words) else { continue }
      // A heading over categories that stands outside the article is the site's list of them all.
      let isHeading = [.h1, .h2, .h3, .h4, .h5, .h6].contains(document.tag(node))
      if kind == .category, isHeading, !document.contains(region.article, node) { continue }
      // The list stands beside the label, or beside the box that holds nothing but the label.
      var holder = max(document.parent(node), 0)
      if survey.weight[holder] <= survey.weight[node] + 1 { holder = max(document.parent(holder), 0) }
      guard holder > 0, survey.weight[holder] < 500, !document.contains(holder, region.start) else { continue }
      let others = survey.weight[holder] - survey.weight[node]
      guard survey.linkWeight[holder] * 10 >= others * 8, others > 0 else { continue }
      for link in document.end(node)..<document.end(holder) where document.tag(link) == .a { kinds[link] = kind }
    }
    return kinds
  }
}
