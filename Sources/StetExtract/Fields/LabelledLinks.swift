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
      // "Tags: " and links, in one and the same element.
      let isElement = document.isElement(node)
      guard (3...30).contains(survey.weight[node]), survey.linkWeight[node] == 0, survey.isVisible[node],
        isElement || endsInColon(node), TermLabels.filter.mayOpen(document.text[document.textRange(node)])
      else { continue }
      let words = TermName.cleaned(isElement ? survey.line(node) : text(of: node))
      let isFiled = !isElement && words.lowercased() == "filed"
      guard words.utf8.count < 40, let label = TermLabels.label(isFiled ? "filed under" : words),
        isFiled || TermLabels.isWhole(words)
      else { continue }
      let kind = label.kind
      // A heading over categories that stands outside the article is the site's list of them all.
      let isHeading = [.h1, .h2, .h3, .h4, .h5, .h6].contains(document.tag(node))
      if kind == .category, isHeading, !document.contains(region.article, node) { continue }
      if let entry = entry(of: node) {
        guard survey.weight[entry] < 500, document.end(entry) - entry < 400 else { continue }
        for link in document.subtree(entry) where document.tag(link) == .a { kinds[link] = kind }
        continue
      }
      // The list stands beside the label, or beside the box that holds nothing but the label.
      var holder = max(document.parent(node), 0)
      if isElement, survey.weight[holder] <= survey.weight[node] + 1 { holder = max(document.parent(holder), 0) }
      guard holder > 0 else { continue }
      if survey.weight[holder] >= 500 || document.contains(holder, region.start) {
        // The next element, where it is a list of links.
        let next = document.end(node)
        guard isElement, next < document.end(holder), let list = nextElement(next, document.end(holder)),
          [.ul, .ol, .div, .p].contains(document.tag(list)), survey.weight[list] < 300, survey.linkDensity(list) > 0.8
        else { continue }
        for link in document.subtree(list) where document.tag(link) == .a { kinds[link] = kind }
        continue
      }
      guard isElement else {
        let links = linksBehind(node, in: holder)
        // "Filed under" may announce tags as well.
        if label.isVague, links.contains(where: { TermLink.kind($0, document) == .tag }) { continue }
        for link in links { kinds[link] = kind }
        continue
      }
      let others = survey.weight[holder] - survey.weight[node]
      guard survey.linkWeight[holder] * 10 >= others * 8, others > 0 else { continue }
      for link in document.end(node)..<document.end(holder) where document.tag(link) == .a { kinds[link] = kind }
    }
    return kinds
  }

  /// The links behind a text up to the next words that are none: "Section: ", a link, " | Tags: ".
  private func linksBehind(_ node: Int, in holder: Int) -> [Int] {
    let document = reading.document
    var links: [Int] = []
    var next = document.end(node)
    var isList = false
    while next < document.end(holder), document.tag(next) != .br {
      if document.tag(next) == .a {
        // "Permalink" and "5 comments" lead to the page itself.
        guard !leadsToPage(next) else { break }
        links.append(next)
        next = document.end(next)
        continue
      }
      if document.tag(next) == .text {
        let text = document.text[document.textRange(next)]
        let isWords = text.contains {
          ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0xC3 && $0 != 0xE2 && $0 != 0xE3
        }
        // Behind a list with commas a bar begins something else.
        if isWords || isList && text.contains(UInt8(ascii: "|")) { break }
        isList = isList || text.contains(UInt8(ascii: ","))
      }
      next += 1
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

  private func leadsToPage(_ link: Int) -> Bool {
    let target = reading.document.attribute(link, .href).flatMap(reading.survey.address.resolving)
    return target?.path == reading.address.path && target?.host == reading.address.host
      && target?.path.utf8.count ?? 0 > 1
  }

  private func text(of node: Int) -> String {
    ReadingText.normalized(String(decoding: reading.document.text[reading.document.textRange(node)], as: UTF8.self))
  }

  private func endsInColon(_ node: Int) -> Bool {
    let text = reading.document.text[reading.document.textRange(node)]
    guard let end = text.lastIndex(where: { !ASCII.isSpace($0) }) else { return false }
    // The wide colon, too.
    return text[end] == UInt8(ascii: ":") || text[...end].suffix(3).elementsEqual("：".utf8)
  }

  /// The first element from a node on, if no words stand before it.
  private func nextElement(_ node: Int, _ end: Int) -> Int? {
    (node..<end).first { reading.document.isElement($0) || reading.survey.weight[$0] > 0 }.flatMap {
      reading.document.isElement($0) ? $0 : nil
    }
  }
}
