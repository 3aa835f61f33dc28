internal import StetHTML
internal import StetModel

/// The line under a post that says who posted it, when, and where it is filed: "Posted by Ada Example on May 3, 2008 in
/// Books, Lists". Its links need no other sign of being categories.
struct FilingLine {
  private let reading: PageReading

  init(_ reading: PageReading) { self.reading = reading }

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// The categories of the first such line; nil when there is none.
  func candidate() -> Candidate<[Term]>? {
    guard let region = reading.region else { return nil }
    let site = OwnSite(reading)
    for node in survey.landmarks.anchors where node > region.start - 200 {
      guard node < region.end + 200 else { return nil }
      guard survey.weight[node] < 40, textBefore(node).hasSuffix(" in "), site.holds(node), tells(node),
        !reading.isForeign(node)
      else { continue }
      let terms = self.terms(from: node)
      guard !terms.isEmpty, terms.count < 8 else { continue }
      return Candidate(
        terms, source: "page", .node(node), rule: "links behind “posted … in”", score: 1.02)
    }
    return nil
  }

  /// Whether the line of a link opens like one about posting, and holds a date, before the link.
  private func tells(_ node: Int) -> Bool {
    let block = Int(survey.block[node])
    guard block > 0, survey.ownWeight[block] < 200 else { return false }
    let range = document.textRange(block)
    let before = document.text[range.lowerBound..<document.textRange(node).lowerBound]
    guard before.count < 600 else { return false }
    let opening = before.drop(while: ASCII.isSpace)
    return Self.openings.contains { ByteSearch.findIgnoringCase($0, in: opening.prefix(16)) == opening.startIndex }
      && DateReader.mayHoldDate(Array(before))
  }

  /// A link and those that follow it behind commas or "and".
  private func terms(from first: Int) -> [Term] {
    var terms: [Term] = []
    var end: Int?
    let rest = reading.nodes(from: first, to: document.end(Int(survey.block[first])))
    for node in rest.prefix(400) where document.tag(node) == .a {
      if let end {
        let gap = document.text[end..<max(end, document.textRange(node).lowerBound)].filter { !ASCII.isSpace($0) }
        guard [",", "and", "&", "/", ",and"].contains(where: { gap.elementsEqual($0.utf8) }) else { break }
      }
      end = document.textRange(node).upperBound
      let name = TermName.cleaned(survey.line(node))
      guard !name.isEmpty, name.utf8.count < 60, !TermName.isPointer(name), !FrontPageName.isOne(name) else { continue }
      terms.append(Term(name: name, url: document.attribute(node, .href).flatMap(survey.address.spelling)))
    }
    return terms
  }

  /// The last words before a link, with single spaces.
  private func textBefore(_ node: Int) -> String {
    let start = document.textRange(node).lowerBound
    let bytes = document.text[max(0, start - 8)..<start]
    guard bytes.contains(UInt8(ascii: "i")), bytes.contains(UInt8(ascii: "n")) else { return "" }
    return String(decoding: bytes.map { ASCII.isSpace($0) ? 0x20 : $0 }, as: UTF8.self)
  }

  private static let openings: [StaticString] = ["posted", "published", "by ", "written", "submitted"]
}
