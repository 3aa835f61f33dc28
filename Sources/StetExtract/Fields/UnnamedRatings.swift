internal import StetHTML
internal import StetModel

/// Ratings that are drawn where no element is called rating: what a drawing says to those who do not see it
/// (`<svg role=img aria-label="4 out of 5 stars">`), and rows of pictures of stars.
struct UnnamedRatings {
  private static let maximumCount = 12
  private static let longestRow = 40
  /// What holds more than this is no line round a drawing, but text.
  private static let shortestText = 160

  private let reading: PageReading
  private let titleNode: Int?
  private let document: HTMLDocument

  init(_ reading: PageReading, titleNode: Int?) {
    self.reading = reading
    self.titleNode = titleNode
    document = reading.document
  }

  /// Whether one person can have chosen a rating: tenths of a star are averages.
  static func isChosen(_ rating: Rating) -> Bool {
    guard case .number(let value) = rating.value, let best = rating.best else { return false }
    return (value * 2).rounded() == value * 2 && (best == 5 || best == 4)
  }

  /// All of them in a stretch of the page, with the element that each is drawn by.
  func all(in nodes: Range<Int>) -> [(node: Int, rating: Rating, rule: String)] {
    var found: [(node: Int, rating: Rating, rule: String)] = []
    var rowEnd = 0
    for node in nodes where document.isElement(node) {
      if found.count == Self.maximumCount { break }
      if let rating = told(node), isAlone(node) {
        found.append((node, rating, "what a drawing says to those who do not see it"))
      } else if node >= rowEnd, document.tag(node) == .img {
        let row = row(from: node)
        rowEnd = row.last.map { document.end($0) } ?? rowEnd
        // A full row is what a widget draws before anybody has voted.
        if let rating = DrawnRating(document).rating(of: row), let best = rating.best, rating.value != .number(best),
          isAlone(node)
        {
          found.append((node, rating, "a row of stars"))
        }
      }
    }
    return found
  }

  /// Whether a drawing stands by itself, or in a line that speaks of ratings: beside other words ("Difficulty", "Ann, of
  /// Hull", "231 reviews") it says something of those.
  private func isAlone(_ node: Int) -> Bool {
    guard document.closest(node, .a, .form, .label, .button, .fieldset, .blockquote, .li) == nil else { return false }
    for holder in document.ancestors(node).prefix(6) {
      let weight = reading.survey.weight[holder]
      if weight == 0 { continue }
      if let titleNode, document.contains(holder, titleNode) { return true }
      if weight >= Self.shortestText { return true }
      let line = reading.survey.line(holder)
      return RatingReader.speaksOfRatings(line) && !RatingReader.isReaderVote(line) && !line.contains("(")
        && weight < 60
    }
    return true
  }

  private func told(_ node: Int) -> Rating? {
    let role = document.attribute(node, named: "role")
    guard role == nil || role == "img", document.tag(node) != .input, document.tag(node) != .button else { return nil }
    for name in [AttributeName.ariaLabel, .title] {
      guard let value = document.value(node, name), (4...60).contains(value.count) else { continue }
      let text = document.string(value)
      guard RatingReader.countsStars(text), let rating = RatingReader.read(text), rating.best != nil else {
        continue
      }
      return rating
    }
    return nil
  }

  /// The stars that stand side by side from a picture on, itself among them; empty where it is none.
  private func row(from first: Int) -> [Int] {
    let drawn = DrawnRating(document)
    let end = document.end(document.parent(first))
    var row: [Int] = []
    var sibling = first
    while sibling < end, row.count <= Self.longestRow {
      if drawn.isStar(sibling) {
        row.append(sibling)
      } else if reading.survey.weight[sibling] > 0 || document.isElement(sibling) {
        break
      }
      sibling = document.end(sibling)
    }
    return row
  }
}
