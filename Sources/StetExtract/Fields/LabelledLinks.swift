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
      guard (3...30).contains(survey.weight[node]), survey.linkWeight[node] == 0, survey.isVisible[node],
        TermLabels.filter.mayOpen(document.text[document.textRange(node)])
      else { continue }
      if document.tag(node) == .text {
        for (link, kind) in linksBehind(node) { kinds[link] = kind }
        continue
      }
      let words = TermName.cleaned(survey.line(node))
      guard words.utf8.count < 40, let kind = TermLabels.kind(words), TermLabels.isWhole(words) else { continue }
      // A heading over categories that stands outside the article is the site's list of them all.
      let isHeading = [.h1, .h2, .h3, .h4, .h5, .h6].contains(document.tag(node))
      if kind == .category, isHeading, !document.contains(region.article, node) { continue }
      if let entry = entry(of: node) {
        for link in document.subtree(entry) where document.tag(link) == .a { kinds[link] = kind }
        continue
      }
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

  /// The links right behind a text that is a label with a colon ("Filed under: "), and what it says of them.
  private func linksBehind(_ node: Int) -> [(Int, TermLink.Kind)] {
    let (survey, document) = (reading.survey, reading.document)
    let bytes = document.text[document.textRange(node)]
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")), bytes[colon...].dropFirst().allSatisfy(ASCII.isSpace)
    else { return [] }
    let words = TermName.cleaned(ReadingText.normalized(String(decoding: bytes, as: UTF8.self)))
    let isFiled = words.lowercased() == "filed"
    guard isFiled || TermLabels.isWhole(words), let label = TermLabels.label(isFiled ? "filed under" : words) else {
      return []
    }
    let (kind, isVague) = (label.kind, label.isVague)
    var links: [(Int, TermLink.Kind)] = []
    var end = document.textRange(node).upperBound
    for link in node..<document.end(Int(survey.block[node])) where document.tag(link) == .a {
      // Other words, and bars, end the list.
      let range = document.textRange(link)
      let gap = document.text[end..<max(end, range.lowerBound)]
      if gap.contains(where: { ASCII.isLetter($0) || $0 == UInt8(ascii: "|") || $0 >= 0x80 && $0 != 0xC2 && $0 != 0xA0 }
      ) {
        break
      }
      end = range.upperBound
      // "Filed under" may announce tags as well.
      if isVague, TermLink.kind(link, document) == .tag { return [] }
      links.append((link, kind))
    }
    return links
  }

  /// The `<dd>` behind a `<dt>` that is a label; nil for others.
  private func entry(of node: Int) -> Int? {
    guard reading.document.tag(node) == .dt, reading.document.end(node) < reading.document.count else { return nil }
    let siblings = reading.nodes(from: reading.document.end(node), to: reading.document.end(node) + 3)
    return siblings.first {
      reading.document.tag($0) == .dd && reading.document.parent($0) == reading.document.parent(node)
    }
  }
}
