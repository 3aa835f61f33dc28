internal import StetHTML
internal import StetModel

/// Finds the element of each post that holds its text: steps inwards, in all posts at once, as long as elements of one
/// make hold nearly all prose of the posts.
struct PostTexts {
  private static let maximumDepth = 30
  private static let maximumChildren = 200

  let survey: PageSurvey
  let sums: TextSums
  private var document: HTMLDocument { survey.document }

  /// By post; nil for posts that have no such element.
  func texts(of boxes: [Range<Int>]) -> [Int?] {
    let texts = common(boxes)
    // The first may be marked up in another way.
    if boxes.count > 2, texts.allSatisfy({ $0 == nil }) { return [nil] + common(Array(boxes.dropFirst())) }
    return texts
  }

  private func common(_ boxes: [Range<Int>]) -> [Int?] {
    var levels: [[Int]] = boxes.map { tops(in: $0) }
    var texts = [Int?](repeating: nil, count: boxes.count)
    for _ in 0..<Self.maximumDepth {
      let make = best(levels, boxes, ofAllClasses: true) ?? best(levels, boxes, ofAllClasses: false)
      guard let make else {
        break
      }
      for (index, nodes) in levels.enumerated() where !nodes.isEmpty {
        texts[index] = make.nodes[index]
        levels[index] = make.nodes[index].map { children($0).filter(boxes[index].contains) } ?? []
      }
      // What stands in the element itself, beside others, is text too.
      let own = texts.reduce(0) { $0 + ($1.map { Int(survey.ownWeight[$0]) } ?? 0) }
      let whole = zip(texts, boxes).reduce(0) { sum, post in
        sum + (post.0.map { sums.prose($0..<min(document.end($0), post.1.upperBound)) } ?? 0)
      }
      if 10 * own > whole { break }
    }
    return texts
  }

  /// Elements of one make.
  private struct Make {
    /// By post, the one with the most prose.
    var nodes: [Int: Int] = [:]
    /// The prose of these.
    var prose = 0
    /// The prose of others of the make.
    var others = 0
  }

  /// The make of the elements that hold the prose of the level; nil when there is none, or when posts have several.
  private func best(
    _ levels: [[Int]], _ boxes: [Range<Int>], ofAllClasses isOfAll: Bool
  ) -> Make? {
    var makes: [UInt64: Make] = [:]
    var total = 0
    for (index, nodes) in levels.enumerated() {
      for node in nodes {
        let end = boxes[index].upperBound
        let sum = sums.prose(node..<min(document.end(node), end))
        total += sum
        guard isContainer(node) else { continue }
        let key = PostMake.of(node, document, ofAllClasses: isOfAll)
        guard let other = makes[key]?.nodes[index] else {
          makes[key, default: Make()].nodes[index] = node
          makes[key]?.prose += sum
          continue
        }
        let last = sums.prose(other..<min(document.end(other), end))
        makes[key]?.others += min(last, sum)
        if sum > last {
          makes[key]?.nodes[index] = node
          makes[key]?.prose += sum - last
        }
      }
    }
    let present = levels.count(where: { !$0.isEmpty })
    guard total > 0, let best = makes.values.max(by: { ($0.prose, $0.nodes[0] ?? 0) < ($1.prose, $1.nodes[0] ?? 0) }),
      4 * best.prose >= 3 * total, 10 * best.others < total,
      10 * best.nodes.count >= 6 * present
    else { return nil }
    return best
  }

  private func tops(in box: Range<Int>) -> [Int] {
    var tops: [Int] = []
    var node = box.lowerBound
    while node < box.upperBound, tops.count < Self.maximumChildren {
      if document.isElement(node) { tops.append(node) }
      node = document.end(node)
    }
    return tops
  }

  private func children(_ node: Int) -> [Int] {
    Array(document.children(node).filter { document.isElement($0) }.prefix(Self.maximumChildren))
  }

  private func isContainer(_ node: Int) -> Bool {
    switch document.tag(node) {
    case .div, .section, .article, .main, .table, .tbody, .tr, .td, .ul, .ol, .li, .dl, .dd, .blockquote, .center:
      survey.isVisible[node]
    default: false
    }
  }
}
