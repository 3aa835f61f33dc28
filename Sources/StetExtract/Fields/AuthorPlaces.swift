internal import StetHTML
internal import StetModel

/// Where an author's name may stand on a page, and what a byline's place says of it.
struct AuthorPlaces {
  let reading: PageReading
  let siteName: String?
  /// The headline's node, when it stands on the page.
  let titleNode: Int?

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// A byline stands near the headline; else at the end of the text.
  func place(_ node: Int) -> Double {
    var score = 0.0
    if reading.isInArticle(node) { score += 0.08 }
    if isNearTitle(node) { score += 0.1 }
    if let region = reading.region, node < region.start || document.contains(region.start, node) { score += 0.04 }
    return score
  }

  func isNearTitle(_ node: Int) -> Bool { titleNode.map { abs(node - $0) < 80 } ?? false }

  func isNearEnd(_ node: Int) -> Bool {
    reading.region.map { node > $0.end - 60 && node < $0.end + 60 } ?? false
  }

  func isNearArticle(_ node: Int) -> Bool {
    guard let region = reading.region else { return true }
    if document.contains(region.article, node) || isNearTitle(node) { return true }
    return node > min(titleNode ?? region.start, region.start) - 250 && node < region.end + 400
  }

  /// Whether a node stands in a quotation or in what a customer says.
  func isQuoted(_ node: Int) -> Bool {
    for holder in document.ancestors(node).prefix(8) {
      if [.blockquote, .q, .figcaption].contains(document.tag(holder)) { return true }
      guard let value = document.value(holder, .class) else { continue }
      let name = document.values[value.indices]
      if ByteSearch.findIgnoringCase("testimonial", in: name) != nil
        || ByteSearch.findIgnoringCase("quote", in: name) != nil
      {
        return true
      }
    }
    return false
  }

  /// Whether the next text behind a name begins with the name, and goes on to tell of it: "Ada Example lives in Hull.", but not
  /// "Ada Example was the captain."
  func isToldOf(_ name: String, behind node: Int) -> Bool {
    let next = reading.nodes(from: node + 1, to: node + 12).first {
      document.tag($0) == .text && survey.isVisible[$0] && survey.weight[$0] > 0
    }
    guard let next, survey.weight[max(0, Int(survey.block[next]))] > 40 else { return false }
    let text = document.text[document.textRange(next)].drop(while: ASCII.isSpace)
    guard text.starts(with: name.utf8) else { return false }
    let rest = text.dropFirst(name.utf8.count)
    guard rest.first == 0x20, let letter = rest.dropFirst().first else { return false }
    // Small letters, or those of other scripts; no dash.
    return (ASCII.isLetter(letter) && letter >= 0x61 || letter >= 0xC3 && letter != 0xE2)
      && !["was ", "had ", "war ", "hatte ", "fue ", "a été ", "era "].contains {
        rest.dropFirst().starts(with: $0.utf8)
      }
  }

  /// "Ada Example Courier" of the Courier is Ada Example.
  func withoutSite(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 2, let last = words.last, let siteName else { return name }
    let first = siteName.split(separator: " ").first { $0.lowercased() != "the" } ?? ""
    return AuthorsField.key(String(last)) == AuthorsField.key(String(first))
      ? words.dropLast().joined(separator: " ") : name
  }

  func isSite(_ name: String) -> Bool {
    guard let siteName else { return false }
    return AuthorsField.key(name) == AuthorsField.key(siteName)
  }

  func unique(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert(AuthorsField.key($0)).inserted }
  }

  /// Whether a line under the headline is called "credit": of the page, then, and not of a picture.
  private func isCalledCredit(_ node: Int) -> Bool {
    guard let titleNode, node > titleNode, node < titleNode + 40, document.closest(node, .figure) == nil else {
      return false
    }
    var isCredit = false
    for holder in [node] + document.ancestors(node).prefix(3) {
      guard let value = document.value(holder, .class) else { continue }
      let name = document.values[value.indices]
      if ["photo", "image", "img", "caption", "picture", "media"].contains(where: {
        ByteSearch.findIgnoringCase($0, in: name) != nil
      }) {
        return false
      }
      isCredit = isCredit || ByteSearch.findIgnoringCase("credit", in: name) != nil
    }
    return isCredit
  }

  /// Whether a line may credit an author where it stands: not in the headline, a picture's caption or a quotation, nor
  /// at the foot of the site.
  func mayBeByline(_ node: Int) -> Bool {
    if let titleNode, document.contains(titleNode, node) || titleNode == node { return false }
    let round = reading.surroundingSignals(node)
    if !round.isDisjoint(with: [.caption, .media]), !isCalledCredit(node) { return false }
    if !round.isDisjoint(with: [.footer, .navigation]), !reading.isInArticle(node) { return false }
    return !isQuoted(node)
  }
}
