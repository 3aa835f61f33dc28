internal import StetHTML
internal import StetModel

/// Tells what an `<a>` in the text is: a link of a sentence, or something that only looks like one.
struct LinkReader {
  let survey: PageSurvey
  private var document: HTMLDocument { survey.document }

  /// Where the link leads; nil for one that stays on the page: the number of a footnote is plain text.
  func target(_ index: Int) -> String? {
    guard let written = document.attribute(index, .href), !written.hasPrefix("#") else { return nil }
    return survey.address.spelling(of: written)
  }

  /// Whether it is the arrow behind a footnote that leads back into the text.
  func isWayBack(_ index: Int) -> Bool {
    guard survey.weight[index] < 4, let written = document.attribute(index, .href), written.hasPrefix("#") else {
      return false
    }
    return Self.arrows.contains(survey.line(index))
  }

  /// Whether it goes round a title, a description and perhaps a picture of another page: a preview of that page.
  func isCard(_ index: Int) -> Bool {
    // A link in a sentence has words beside it.
    guard survey.ownWeight[Int(survey.block[index])] == 0, (1...400).contains(survey.weight[index]),
      document.end(index) - index < 60
    else { return false }
    return document.subtree(index).count { $0 != index && survey.ownWeight[$0] > 0 } > 1 && target(index) != nil
  }

  /// Whether more than two such previews are text: a list of pages or products, which has no other text.
  func areCardsText(in root: Int, _ model: BlockModel) -> Bool {
    var cards = 0
    for node in document.subtree(root) where document.tag(node) == .a && model.hasText(node, in: document) {
      if isCard(node) { cards += 1 }
      if cards > 2 { return true }
    }
    return false
  }

  private static let arrows: Set<String> = ["↩", "↩\u{FE0E}", "↩\u{FE0F}", "↑", "^", "⤴", "⏎", "↵"]
}
