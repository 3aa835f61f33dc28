internal import StetModel

/// What a line of a robots.txt says. Ranges are those of the file's bytes.
struct RobotsRecord {
  /// The records that stet reads.
  enum Kind { case agent, allow, disallow, crawlDelay, sitemap }

  let kind: Kind
  /// The value, without space around it; may be empty.
  let value: Range<Int>

  /// Reads a line without its comment and the space around it; nil when it is none of the records above.
  ///
  /// Where the colon is missing white space may stand for it, if there are two words only, as with Google's parser
  /// (`disallow /`). The misspellings are those that it takes, too.
  init?(_ line: Range<Int>, in bytes: [UInt8]) {
    let separator: Int
    if let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) {
      separator = colon
    } else {
      guard let space = bytes[line].firstIndex(where: ASCII.isSpace) else { return nil }
      let second = RobotsText.trimmed(space..<line.upperBound, in: bytes)
      guard !bytes[second].contains(where: ASCII.isSpace) else { return nil }
      separator = space
    }
    let name = RobotsText.trimmed(line.lowerBound..<separator, in: bytes)
    guard name.count <= Self.longestName, let kind = Self.kinds[bytes[name].map(ASCII.lowercased)] else { return nil }
    self.kind = kind
    value = RobotsText.trimmed(separator + 1..<line.upperBound, in: bytes)
  }

  private static let longestName = 11

  private static let kinds: [[UInt8]: Kind] = {
    let names: [(Kind, [String])] = [
      (.agent, ["user-agent", "useragent", "user agent"]), (.allow, ["allow"]),
      (.disallow, ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"]),
      (.crawlDelay, ["crawl-delay"]), (.sitemap, ["sitemap", "site-map"]),
    ]
    var kinds: [[UInt8]: Kind] = [:]
    for (kind, spellings) in names { for spelling in spellings { kinds[Array(spelling.utf8)] = kind } }
    return kinds
  }()
}
