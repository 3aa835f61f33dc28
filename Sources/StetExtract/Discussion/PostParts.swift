internal import StetHTML
internal import StetModel

/// What belongs to the texts of a discussion's posts, and what the software prints round them.
struct PostParts {
  /// What a block of a discussion is.
  enum Part { case text, furniture, other }

  private static let longestHead: Int32 = 140
  private static let longestDate: Int32 = 40

  let discussion: Discussion
  let survey: PageSurvey
  private var document: HTMLDocument { survey.document }

  /// What a block is.
  func part(_ block: Int) -> Part {
    guard let post = discussion.post(at: block) else {
      return discussion.posts.count > 1 && block > discussion.posts[0].nodes.lowerBound ? .furniture : .other
    }
    guard let text = post.text else { return .other }
    // Who speaks is for the model to keep or to leave.
    if let author = post.author, Int(survey.block[author.node]) == block,
      survey.ownWeight[block] < survey.weight[author.node] + Self.longestDate
    {
      return .other
    }
    return document.contains(text, block) && !isHeadOfQuotation(block) ? .text : .furniture
  }

  /// The signatures that stand in the element of the text: what is called so, and all behind a row of underscores.
  func signatures() -> [Int] {
    discussion.posts.flatMap { post -> [Int] in
      guard let text = post.text else { return [] }
      let end = max(text, min(document.end(text), post.nodes.upperBound))
      for node in text..<end {
        if document.tag(node) == .text {
          if startsWithUnderscores(document.text[document.textRange(node)]) { return Array(node..<end) }
        } else if isCalledSignature(node) {
          return Array(node..<min(document.end(node), end))
        }
      }
      return []
    }
  }

  private func isCalledSignature(_ node: Int) -> Bool {
    [AttributeName.class, .id].contains { name in
      document.value(node, name).map {
        ByteSearch.findIgnoringCase("signature", in: document.values[$0.indices]) != nil
      } ?? false
    }
  }

  /// The elements round the texts that mean nothing by their tags: tables and lists for layout, and quotations that
  /// hold what nobody else has said.
  func containers() -> Set<Int> {
    var found = Set<Int>()
    for post in discussion.posts {
      guard let text = post.text else { continue }
      for holder in [text] + Array(document.ancestors(text).prefix(60)) {
        guard found.insert(holder).inserted else { break }
      }
    }
    return found
  }

  private func startsWithUnderscores(_ text: ArraySlice<UInt8>) -> Bool {
    let line = text.drop(while: ASCII.isSpace)
    return line.count > 5 && line.prefix(6).allSatisfy { $0 == UInt8(ascii: "_") }
  }

  /// "Ada wrote:", "Originally posted by Ada", "Click to expand...".
  private func isHeadOfQuotation(_ block: Int) -> Bool {
    guard survey.weight[block] < Self.longestHead, survey.ownWeight[block] == survey.weight[block] else { return false }
    let text = Array(survey.line(block).utf8)[...]
    return Self.openings.contains { ByteSearch.starts(text, with: $0) }
      || Self.ends.contains { end in
        text.count > end.utf8CodeUnitCount && ByteSearch.starts(text.suffix(end.utf8CodeUnitCount), with: end)
      }
  }

  private static let openings: [StaticString] = [
    "originally posted by", "quote from:", "quote:", "zitat von", "zitat:", "click to expand", "last edited by",
    "edited by", "last edited:", "posted:", "verfasst am",
  ]
  private static let ends: [StaticString] = [" said:", " wrote:", " schrieb:", " a \u{E9}crit :", " escribi\u{F3}:"]
}
