internal import StetHTML
internal import StetModel

/// The entries of a site's menus, whose words are the site's sections as often as not.
struct SiteMenu {
  /// An entry: the path that it leads to, as written, and its words.
  struct Entry: Hashable {
    fileprivate var path: UInt64
    fileprivate var name: UInt64
  }

  private static let maximumLinks = 300

  private let survey: PageSurvey
  private let document: HTMLDocument
  private var entries = Set<Entry>()
  /// A link for each entry's words.
  private var links: [UInt64: Int] = [:]

  init(_ reading: PageReading) {
    survey = reading.survey
    document = reading.document
    for node in survey.landmarks.anchors.prefix(Self.maximumLinks) where document.closest(node, .nav, .ul) != nil {
      let round = reading.surroundingSignals(node)
      guard !round.isDisjoint(with: [.navigation, .menu]), round.isDisjoint(with: .breadcrumb),
        let entry = entry(node)
      else { continue }
      entries.insert(entry)
      if links[entry.name] == nil { links[entry.name] = node }
    }
  }

  /// Whether a link leads where an entry leads, and is called the same.
  func contains(_ link: Int) -> Bool { entry(link).map(entries.contains) ?? false }

  /// The link of an entry with these words.
  func link(called name: String) -> Int? { PageKeywords.key(name.utf8).flatMap { links[$0] } }

  /// A link as an entry: its path as written, without the host and the slashes at its ends.
  private func entry(_ node: Int) -> Entry? {
    guard let value = document.value(node, .href) else { return nil }
    var path = document.values[value.indices]
    let slash = UInt8(ascii: "/")
    if let mark = ByteSearch.findIgnoringCase("//", in: path.prefix(10)) {
      path = path[(mark + 2)...].drop { $0 != slash }
    }
    path = path.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }.drop { $0 == slash }
    while path.last == slash { path = path.dropLast() }
    guard !path.isEmpty, let name = PageKeywords.key(document.text[document.textRange(node)]) else { return nil }
    return Entry(path: WordHash.of(path), name: name)
  }
}
