internal import StetHTML
internal import StetModel

/// The subject of a discussion, where it is printed before the first text: as a heading, a link, the subject of the first
/// post.
struct DiscussionTitle {
  private static let reach = 500

  let reading: PageReading
  let discussion: Discussion
  let siteName: String?

  /// The line that is a whole part of `<title>`, from its start or to its end; nil when none is.
  func find() -> (text: String, node: Int)? {
    guard let first = discussion.posts.first, let title = reading.documentTitle else { return nil }
    let end = first.text ?? min(first.nodes.upperBound, first.nodes.lowerBound + Self.reach)
    let site = siteName.map(WordBag.init)
    var longest: (text: String, node: Int)?
    for line in reading.foundLines(max(0, first.nodes.lowerBound - Self.reach)..<end).reversed() where line.weight > 3 {
      let text = Self.withoutDressing(line.text)
      // Tags and the names of forums may be parts of <title> too, but they are short beside it.
      guard text.utf8.count > 3, 5 * text.utf8.count > title.utf8.count, Self.isPart(text, of: title),
        site?.equals(WordBag(text)) != true, first.author?.name != text
      else { continue }
      // "Tide tables - Boats" above "Tide tables" is the way to the page.
      if let longest, text.utf8.count < longest.text.utf8.count || Self.isPart(longest.text, of: text) { continue }
      longest = (text, line.first)
    }
    return longest
  }

  /// Whether a text is all of a title, or a part of it between separators.
  private static func isPart(_ text: String, of title: String) -> Bool {
    if text == title { return true }
    let (text, title) = (Array(text.utf8), Array(title.utf8))
    guard text.count < title.count, let place = find(text, in: title) else { return false }
    return isSeparated(title[..<place].suffix(5)) && isSeparated(title[(place + text.count)...].prefix(5))
  }

  private static func find(_ text: [UInt8], in title: [UInt8]) -> Int? {
    (0...(title.count - text.count)).first { title[$0...].starts(with: text) }
  }

  /// Whether what stands beside a part is nothing, or a mark between spaces.
  private static func isSeparated(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.isEmpty || bytes.contains(0x20) && separators.contains { ByteSearch.findIgnoringCase($0, in: bytes) != nil }
  }

  private static let separators: [StaticString] = ["-", "–", "—", "|", "•", ":", "·", "»", "›", "/"]

  /// A subject without what the software sets round it: "Re: ", "Topic: ", "(Read 12 times)".
  static func withoutDressing(_ line: String) -> String {
    var text = Substring(line)
    var isShorter = true
    var rounds = 0
    while isShorter, rounds < 4 {
      rounds += 1
      isShorter = false
      for opening in openings where text.utf8.count > opening.utf8CodeUnitCount {
        guard ByteSearch.starts(Array(text.utf8)[...], with: opening) else { continue }
        text = text.dropFirst(opening.utf8CodeUnitCount).drop { $0 == " " }
        isShorter = true
      }
    }
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      ByteSearch.starts(Array(text[open...].utf8)[...], with: "(read ")
    {
      text = text[..<open]
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static let openings: [StaticString] = [
    "re:", "re :", "topic:", "thread:", "subject:", "post subject:", "author topic:", "aw:", "betreff:", "thema:",
    "sujet :", "sujet:", "tema:", "asunto:",
  ]
}
