internal import StetHTML
internal import StetModel

/// Finds the day of the first post: the first date in it that stands outside its text and is no member's.
struct PostDates {
  private static let maximumNodes = 400
  private static let maximumPosts = 12

  let reading: PageReading
  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// The date, its words if it is printed, and where it stands.
  struct Found {
    var date: String
    var text: String?
    var node: Int
  }

  func first(of posts: [Post], language: String?) -> Found? {
    guard let post = posts.first else { return nil }
    if let found = machine(in: post) { return found }
    // Posts follow each other in time, and closely: that tells which number is the month.
    let other = language == "en-US" ? "en" : "en-US"
    let readings = [language, other].map { language in
      posts.prefix(Self.maximumPosts).map { printed(in: $0, language: language) }
    }
    let first = readings[0][0]
    guard let swapped = readings[1][0], swapped.date != first?.date else { return first }
    let days = readings.map { $0.compactMap { $0.map { String($0.date.prefix(10)) } } }
    guard isInOrder(days[1]), let last = days[1].last, let usual = days[0].last, let start = first?.date.prefix(10)
    else { return first }
    let isCloser = last.prefix(7) == swapped.date.prefix(7) && usual.prefix(7) != start.prefix(7)
    return isInOrder(days[0]) && !isCloser ? first : swapped
  }

  private func isInOrder(_ days: [String]) -> Bool { zip(days, days.dropFirst()).allSatisfy { $0 <= $1 } }

  private func nodes(of post: Post) -> [Range<Int>] {
    guard let text = post.text else {
      return [post.nodes.lowerBound..<min(post.nodes.upperBound, post.nodes.lowerBound + Self.maximumNodes)]
    }
    let after = min(document.end(text), post.nodes.upperBound)
    return [post.nodes.lowerBound..<max(text, post.nodes.lowerBound), after..<post.nodes.upperBound]
      .map { $0.lowerBound..<min($0.upperBound, $0.lowerBound + Self.maximumNodes) }
  }

  /// What the markup says: `<time datetime>`, or the title of an element that prints how long ago it was.
  private func machine(in post: Post) -> Found? {
    for node in nodes(of: post).joined() where document.isElement(node) {
      if document.tag(node) == .time, let date = document.attribute(node, .datetime).flatMap(DateReader.iso) {
        return Found(date: date, text: survey.isVisible[node] ? survey.line(node) : nil, node: node)
      }
      if survey.weight[node] < 40, let title = document.value(node, .title), (10...40).contains(title.count),
        let date = DateReader.iso(document.string(title)), date.utf8.count >= 10
      {
        return Found(date: date, text: nil, node: node)
      }
    }
    return nil
  }

  private func printed(in post: Post, language: String?) -> Found? {
    for range in nodes(of: post) {
      for line in reading.foundLines(range) where DateReader.mayHoldDate(line.bytes) {
        let text = line.text
        guard let found = DateLine.read(text, language: language), !found.isUpdate, found.date.utf8.count >= 10 else {
          continue
        }
        return Found(date: found.date, text: found.text, node: line.first)
      }
    }
    return nil
  }
}
