internal import StetHTML
internal import StetModel

/// The page's section as words by the headline that lead nowhere, in a line of their own.
struct PrintedSection {
  private let reading: PageReading

  init(_ reading: PageReading) { self.reading = reading }

  private static let strange: Signals = [.navigation, .menu, .logo, .share, .breadcrumb]

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// The section that an entry of the menu is called by as well, or that stands in an element called a category.
  func find(titleNode: Int) -> Candidate<[Term]>? {
    let lines = reading.linesNearText ?? []
    let end = document.end(titleNode)
    let near =
      lines.filter { $0.first < titleNode && $0.first > titleNode - 30 }.suffix(2)
      + lines.filter { $0.first >= end && $0.first < end + 20 }.prefix(2)
    for line in near where line.weight < 40 {
      guard document.closest(line.first, .a, .li) == nil, document.closest(line.first, .nav, .button) == nil,
        let printed = reading.printed(line), reading.surroundingSignals(line.first).isDisjoint(with: Self.strange)
      else { continue }
      let name = TermName.cleaned(printed.text)
      guard !name.isEmpty, name.utf8.count < 40, !TermName.isPointer(name), !FrontPageName.isOne(name),
        !name.utf8.contains(where: { ASCII.isDigit($0) || $0 == UInt8(ascii: ",") }), !TermLabels.isWhole(name)
      else { continue }
      let link = reading.menu.link(called: name)
      guard link != nil || isCalledCategory(line.first) else { continue }
      return Candidate(
        [Term(name: name, url: link.flatMap(address))], source: "page", .node(printed.node),
        rule: "the section printed by the headline", score: 0.5)
    }
    return nil
  }

  private func address(_ link: Int) -> String? {
    document.attribute(link, .href).flatMap(survey.address.spelling)
  }

  private func isCalledCategory(_ node: Int) -> Bool {
    for holder in document.ancestors(node).prefix(2) where survey.weight[holder] < 40 {
      guard let value = document.value(holder, .class) else { continue }
      let bytes = document.values[value.indices]
      if ["category", "kategorie", "rubri"].contains(where: { ByteSearch.findIgnoringCase($0, in: bytes) != nil }) {
        return true
      }
    }
    return false
  }
}
