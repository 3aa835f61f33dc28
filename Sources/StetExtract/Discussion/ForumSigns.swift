internal import StetModel

/// What a page says of itself, outside its text, that makes it part of a forum.
struct ForumSigns {
  /// Whether the page belongs to a forum beyond doubt.
  let isSure: Bool
  /// Whether it may belong to one: the posts decide.
  let isLikely: Bool

  init(_ reading: PageReading) {
    let types = reading.data.articles.contains(where: \.isDiscussion)
    let generator = reading.meta.first("generator")?.value.lowercased() ?? ""
    let address = Array(reading.address.description.utf8)
    // "/r/books/comments/1a2b/title/"
    let isSubforum = reading.address.path.hasPrefix("/r/") && reading.address.path.contains("/comments/")
    isSure =
      types || isSubforum || Self.isNumbered(reading.address.path)
      || Self.generators.contains(where: generator.hasPrefix)
      || Self.sureWords.contains { ByteSearch.findIgnoringCase($0, in: address[...]) != nil }
    isLikely = isSure || Self.likelyWords.contains { ByteSearch.findIgnoringCase($0, in: address[...]) != nil }
  }

  /// "/t/title/12" and "/d/12-title".
  private static func isNumbered(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let place = parts.firstIndex(where: { $0.elementsEqual("t".utf8) || $0.elementsEqual("d".utf8) }) else {
      return false
    }
    let rest = parts[(place + 1)...]
    if parts[place].elementsEqual("d".utf8) { return rest.first?.first.map(ASCII.isDigit) ?? false }
    return rest.dropFirst().first?.allSatisfy(ASCII.isDigit) ?? false
  }

  private static let generators = [
    "xenforo", "phpbb", "vbulletin", "discourse", "mybb", "smf", "invision", "vanilla", "flarum", "nodebb", "fluxbb",
    "punbb", "lemmy", "yabb", "woltlab", "burning board",
  ]

  /// Parts of addresses that only the software of forums makes.
  private static let sureWords: [StaticString] = [
    "/viewtopic", "showthread", "/threads/", "/forum/", "/forums/", "index.php?topic=", "/thread-",
    "/discussion/", "item?id=",
  ]

  private static let likelyWords: [StaticString] = [
    "forum", "thread", "topic", "discussion", "board", "community", "question", "/t/", "/d/", "talk", "/comments/",
    "message", "/post/",
  ]
}
