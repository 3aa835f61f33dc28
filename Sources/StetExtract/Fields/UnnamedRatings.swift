internal import StetHTML
internal import StetModel

/// Ratings that are drawn where no element is called rating: what a drawing says to those who do not see it
/// (`<svg role=img aria-label="4 out of 5 stars">`), and rows of pictures of stars.
struct UnnamedRatings {
  private static let maximumCount = 12

  private let reading: PageReading
  private let document: HTMLDocument

  init(_ reading: PageReading) {
    self.reading = reading
    document = reading.document
  }

  /// All of them in a stretch of the page, with the element that each is drawn by.
  func all(in nodes: Range<Int>) -> [(node: Int, rating: Rating, rule: String)] {
    var found: [(node: Int, rating: Rating, rule: String)] = []
    var rowEnd = 0
    for node in nodes where document.isElement(node) && found.count < Self.maximumCount {
      if let rating = told(node) {
        found.append((node, rating, "what a drawing says to those who do not see it"))
      } else if node >= rowEnd, document.tag(node) == .img, let (rating, end) = row(from: node) {
        found.append((node, rating, "a row of stars"))
        rowEnd = end
      }
    }
    return found
  }

  private func told(_ node: Int) -> Rating? {
    for name in [AttributeName.ariaLabel, .title] {
      guard let value = document.value(node, name), (4...60).contains(value.count) else { continue }
      let text = document.string(value)
      guard RatingReader.speaksOfRatings(text), let rating = RatingReader.read(text), rating.best != nil else {
        continue
      }
      return rating
    }
    return nil
  }

  /// The stars that stand side by side from a picture on, and the node after the last one.
  private func row(from first: Int) -> (Rating, end: Int)? {
    let drawn = DrawnRating(document)
    guard drawn.isStar(first) else { return nil }
    let parent = document.parent(first)
    var row: [Int] = []
    for sibling in document.children(parent).drop(while: { $0 < first }).prefix(20) {
      if drawn.isStar(sibling) {
        row.append(sibling)
      } else if reading.survey.weight[sibling] > 0 || document.isElement(sibling) {
        break
      }
    }
    guard let last = row.last, let rating = drawn.rating(of: row), rating.best != nil else { return nil }
    return (rating, document.end(last))
  }
}
