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
        !isService(node), let entry = entry(node)
      else { continue }
      entries.insert(entry)
      if links[entry.name] == nil { links[entry.name] = node }
    }
  }

  /// Whether a link leads where an entry leads, and is called the same.
  func contains(_ link: Int) -> Bool { entry(link).map(entries.contains) ?? false }

  /// The link of an entry with these words.
  func link(called name: String) -> Int? { PageKeywords.key(name.utf8).flatMap { links[$0] } }

  /// Whether a link leads to what a site does for its visitors, and to no section.
  private func isService(_ link: Int) -> Bool {
    guard let value = document.value(link, .href) else { return true }
    let path = document.values[value.indices].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let last = path.split(separator: UInt8(ascii: "/")).last?.prefix { $0 != UInt8(ascii: ".") } ?? []
    return Self.services.contains(ASCII.lowercased(String(decoding: last, as: UTF8.self)))
  }

  private static let services: Set<String> = [
    "about", "about-us", "ueber-uns", "uber-uns", "contact", "contact-us", "contacts", "kontakt", "contacto",
    "contatti",
    "subscribe", "subscription", "subscriptions", "abo", "abonnement", "newsletter", "newsletters", "donate",
    "donation",
    "spenden", "support", "support-us", "membership", "join", "login", "log-in", "signin", "sign-in", "register",
    "account", "my-account", "shop", "store", "cart", "search", "suche", "impressum", "imprint", "privacy",
    "datenschutz", "advertise", "mediadaten", "jobs", "careers", "faq", "help", "hilfe", "rss", "feed", "home", "index",
    "team", "archive", "archives", "archiv", "sitemap", "app", "reklama", "presse", "press",
  ]

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
