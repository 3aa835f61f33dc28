internal import StetHTML
internal import StetModel

/// Finds what repeats on a page with a number of its own each time: `<div id="post_12">`, `<a name="12">`.
///
/// The software of forums gives every post an id that ends in its number, on the element of the post, somewhere in it,
/// or on an anchor before it.
struct PostBoxes {
  /// Elements whose ids differ in the number alone.
  struct Group {
    var tag: Tag
    var areReplies: Bool
    /// In the order of the page.
    var nodes: [Int]
  }

  private static let maximumPosts = 400
  private static let maximumDepth = 60
  private static let maximumGroups = 8
  private static let maximumSiblings = 200

  let survey: PageSurvey
  let sums: TextSums
  private var document: HTMLDocument { survey.document }

  /// Stretches of nodes that belong to one number each.
  struct Boxes {
    var ranges: [Range<Int>]
    /// Whether they are called answers or comments: what they answer to is not one of them.
    var areReplies: Bool
  }

  /// The groups that may be posts, those with the most text first.
  func all() -> ArraySlice<Boxes> {
    groups().compactMap { group in boxes(group).map { Boxes(ranges: $0, areReplies: group.areReplies) } }
      .map { ($0, $0.ranges.reduce(0) { $0 + sums.weight($1) }) }
      .sorted { ($1.1, $0.0.ranges[0].lowerBound) < ($0.1, $1.0.ranges[0].lowerBound) }
      .map(\.0).prefix(Self.maximumGroups)
  }

  /// The box of a thread that nobody has answered: the smallest element round something that is called a post and has a
  /// number, and that names a member.
  func single(names: PostNames) -> Range<Int>? {
    for node in 0..<document.count where document.nodes[node].attributeCount > 0 {
      guard let id = document.value(node, .id) ?? (document.tag(node) == .a ? document.value(node, .name) : nil),
        id.count < 30, ASCII.isDigit(document.values[id.indices].last ?? 0),
        Self.postWords.contains(where: { ByteSearch.starts(document.values[id.indices], with: $0) })
      else { continue }
      for holder in [node] + Array(document.ancestors(node).prefix(8)) {
        guard holder > 0, document.tag(holder) != .body else { break }
        if sums.prose(document.subtree(holder)) > 40, names.first(in: document.subtree(holder)) != nil {
          return document.subtree(holder)
        }
      }
      return nil
    }
    return nil
  }

  private static let postWords: [StaticString] = [
    "post", "js-post", "msg", "message", "elcomment", "pid", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9",
    "discussion_",
  ]

  private func groups() -> [Group] {
    var found: [UInt64: Group] = [:]
    for node in 0..<document.count where document.nodes[node].attributeCount > 0 {
      let tag = document.tag(node)
      guard let id = document.value(node, .id) ?? (tag == .a ? document.value(node, .name) : nil), id.count < 60
      else { continue }
      let bytes = document.values[id.indices]
      guard let last = bytes.last, ASCII.isDigit(last) || isCode(bytes) else { continue }
      var hash = WordHash.adding(UInt8(truncatingIfNeeded: tag.rawValue), to: WordHash.start)
      for byte in bytes.prefix(while: { !ASCII.isDigit($0) }) { hash = WordHash.adding(byte, to: hash) }
      found[hash, default: Group(tag: tag, areReplies: Self.isReply(bytes), nodes: [])].nodes.append(node)
    }
    for node in survey.landmarks.articles where document.value(node, .id) == nil {
      let hash = PostMake.of(node, document)
      found[hash, default: Group(tag: .article, areReplies: false, nodes: [])].nodes.append(node)
    }
    return found.values.filter { (2...Self.maximumPosts).contains($0.nodes.count) }
      .sorted { $0.nodes[0] < $1.nodes[0] }
  }

  /// Whether an id ends in a number in letters and digits: `thing_t1_dq1ab2c`.
  private func isCode(_ id: ArraySlice<UInt8>) -> Bool {
    guard let start = id.lastIndex(of: UInt8(ascii: "_")) else { return false }
    let code = id[(start + 1)...]
    return (5...12).contains(code.count) && id[..<start].contains(where: ASCII.isDigit)
      && code.allSatisfy { ASCII.isDigit($0) || ASCII.isLetter($0) }
  }

  private static func isReply(_ id: ArraySlice<UInt8>) -> Bool {
    ByteSearch.starts(id, with: "comment") || ByteSearch.starts(id, with: "answer")
      || ByteSearch.starts(id, with: "li-comment") || ByteSearch.starts(id, with: "div-comment")
  }

  /// The stretches of a group; nil when most have no text. Of answers that stand in what they answer to, each goes to
  /// the next.
  private func boxes(_ group: Group) -> [Range<Int>]? {
    let nodes = group.nodes
    var boxes: [Range<Int>] = []
    if zip(nodes, nodes.dropFirst()).contains(where: { document.end($0) > $1 }) {
      boxes = zip(nodes, nodes.dropFirst()).map { $0..<min($1, document.end($0)) }
      if let last = nodes.last { boxes.append(last..<document.end(last)) }
    } else {
      boxes = parted(nodes)
    }
    let weights = boxes.map(sums.weight)
    let total = weights.reduce(0, +)
    return total > 60 * Int32(boxes.count) && 2 * weights.count(where: { $0 > 20 }) > boxes.count ? boxes : nil
  }

  private func parted(_ nodes: [Int]) -> [Range<Int>] {
    let tops = nodes.indices.map { index in
      top(nodes[index], after: index > 0 ? nodes[index - 1] : nil, before: nodes.dropFirst(index + 1).first)
    }
    var boxes: [Range<Int>] = []
    for (index, top) in tops.enumerated() {
      let next = tops.dropFirst(index + 1).first
      if let next, document.parent(next) == document.parent(top) {
        boxes.append(top..<next)
      } else {
        // A box ends where the next begins, wherever that stands.
        boxes.append(top..<min(end(of: top, like: boxes.first), next ?? document.count))
      }
    }
    return boxes
  }

  /// The widest element round a node that holds no other of its group.
  private func top(_ node: Int, after last: Int?, before next: Int?) -> Int {
    var top = node
    for ancestor in document.ancestors(node).prefix(Self.maximumDepth) {
      guard ancestor > 0, document.tag(ancestor) != .body else { break }
      if let last, last >= ancestor { break }
      if let next, next < document.end(ancestor) { break }
      top = ancestor
    }
    return top
  }

  /// Where the last post ends: behind as many siblings as the first has.
  private func end(of top: Int, like first: Range<Int>?) -> Int {
    guard let first else { return document.end(top) }
    var (siblings, steps) = (0, 0)
    var node = document.end(first.lowerBound)
    while node < first.upperBound {
      if document.isElement(node) { siblings += 1 }
      steps += 1
      guard steps <= Self.maximumSiblings else { return document.end(top) }
      node = document.end(node)
    }
    let limit = document.end(max(document.parent(top), 0))
    var end = document.end(top)
    while siblings > 0, end < limit {
      if document.isElement(end) { siblings -= 1 }
      end = document.end(end)
    }
    return end
  }
}
