internal import StetHTML
internal import StetModel

/// Ratings that are drawn where no element is called rating: what a drawing says to those who do not see it
/// (`<svg role=img aria-label="4 out of 5 stars">`), and rows of pictures of stars.
struct UnnamedRatings {
  private static let maximumCount = 12
  private static let longestRow = 40

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
      } else if node >= rowEnd, document.tag(node) == .img {
        let row = row(from: node)
        rowEnd = row.last.map { document.end($0) } ?? rowEnd
        if let rating = DrawnRating(document).rating(of: row), rating.best != nil {
          found.append((node, rating, "a row of stars"))
        }
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
