internal import StetHTML
internal import StetModel

/// What kind of page a page seems to be, before its text is known: signs that are the same for all of its blocks.
struct PageSigns {
  static let names = [
    "pageSubject", "pageWork", "pageType", "pageDepth", "pageSlug", "pageMoney", "pageTimes", "pageBylines",
    "pageCards",
  ]

  let columns: [UInt8]

  init(_ reading: PageReading, money: Int32, cards: Int32) {
    let landmarks = reading.survey.landmarks
    let (depth, slug) = Self.address(reading.address)
    columns = [
      UInt8(truncatingIfNeeded: reading.data.subject.rawValue),
      Self.work(reading.data),
      Self.type(reading.meta.first("og:type")?.value),
      depth, slug, BlockFeatures.log(money), BlockFeatures.log(Int32(landmarks.times.count)),
      BlockFeatures.log(Int32(landmarks.bylines.count)), BlockFeatures.log(cards),
    ]
  }

  /// The likeliest text that structured data describes: 0 for none, more the surer it is to be an article.
  private static func work(_ data: LinkedData) -> UInt8 {
    guard let article = data.articles.first, article.belonging != .elsewhere else { return 0 }
    return LinkedType.best(of: article.types).map { UInt8($0.rawValue + 1) } ?? 0
  }

  /// What `og:type` says: 0 when it says nothing.
  private static func type(_ said: String?) -> UInt8 {
    guard let said = said?.lowercased() else { return 0 }
    if said.hasPrefix("article") || said.hasPrefix("blog") || said.hasPrefix("news") { return 3 }
    if said.hasPrefix("website") { return 1 }
    return said.hasPrefix("product") || said.hasPrefix("og:product") ? 4 : 2
  }

  /// How deep an address is, and how many words its longest part has: headlines become long ones.
  private static func address(_ address: PageAddress) -> (depth: UInt8, slug: UInt8) {
    var (depth, longest, words, letters) = (0, 0, 0, 0)
    for byte in address.path.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if letters > 0 { depth += 1 }
        longest = max(longest, words + (letters > 0 ? 1 : 0))
        (words, letters) = (0, 0)
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"): words += 1
      default: letters += 1
      }
    }
    if letters > 0 { depth += 1 }
    longest = max(longest, words + (letters > 0 ? 1 : 0))
    return (UInt8(min(depth, 20)), UInt8(min(longest, 40)))
  }
}
