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
    guard (1...400).contains(survey.weight[index]), document.end(index) - index < 60, target(index) != nil else {
      return false
    }
    let blocks = document.subtree(index).filter { $0 != index && survey.ownWeight[$0] > 0 }
    return blocks.count > 1 && survey.ownWeight[Int(survey.block[index])] == 0
  }

  private static let arrows: Set<String> = ["↩", "↩\u{FE0E}", "↩\u{FE0F}", "↑", "^", "⤴", "⏎", "↵"]
}
