internal import StetModel

/// Every place of the reading room that a link may lead to, and how its address is written: the one table of them.
///
/// Addresses are the same for `stet serve` and for the folder of files that `stet export --format site` writes, where
/// each that ends in `/` is the file `index.html` of a folder.
enum RoomAddress: Sendable, Hashable {
  /// All sites.
  case front
  /// What was found.
  case search
  /// The pages of a host, by the name of its folder.
  case host(String)
  /// The second part of a long list of them, or a later one.
  case hostPart(String, Int)
  /// A page as it was last read.
  case page(PageName)
  /// One version of it.
  case version(PageName, Int)
  /// Two versions of it, beside each other.
  case compare(PageName, old: Int, new: Int)
  /// Two versions of it, what was removed and added in one text.
  case interwoven(PageName, old: Int, new: Int)
  /// Where the form leads that chooses two versions; it leads on to them.
  case choice(PageName)
  /// A version's file, byte for byte as stored.
  case snapshot(PageName, Int)
  /// What the server sent for a version, as a download: for the first of its pages, or, of a text on several, for a later one.
  case response(PageName, Int, part: Int = 1)
  /// A WARC file, by its path in the archive (`warc/2026/11/….warc.gz`).
  case warc(String)
  /// Changes as an Atom feed: of a host, or of all.
  case feed(host: String?)
  /// Leads to the version of a page that is nearest to a moment (Memento); the page's address as sent.
  case timegate(String)
  /// All versions of a page (Memento).
  case timemap(TimeMapForm, String, part: Int)
  /// What there is for programs.
  case api(APIAddress)
  case stylesheet
  /// The mark in the browser's tab: dots below a line of text, as a proofreader sets them.
  case icon
  case script

  /// The path, unescaped: its parts, and whether it is a folder's.
  var parts: (names: [String], isFolder: Bool) {
    switch self {
    case .front: ([], true)
    case .search: (["search"], true)
    case .host(let host): (["pages", host], true)
    case .hostPart(let host, let part): (["pages", host, "part-\(part)"], true)
    case .page(let page): (["pages", page.host, page.folder], true)
    case .version(let page, let version): (["pages", page.host, page.folder, "\(version)"], true)
    case .compare(let page, let old, let new): (["pages", page.host, page.folder, "\(old)..\(new)"], true)
    case .interwoven(let page, let old, let new): (["pages", page.host, page.folder, "\(old)..\(new)", "inline"], true)
    case .choice(let page): (["pages", page.host, page.folder, "compare"], false)
    case .snapshot(let page, let version): (["pages", page.host, page.folder, "\(version).json"], false)
    case .response(let page, let version, let part):
      (["pages", page.host, page.folder, "\(version).response\(part > 1 ? "-\(part)" : "")"], false)
    case .warc(let path): (path.split(separator: "/").map(String.init), false)
    case .feed(let host): (host.map { ["pages", $0, "changes.atom"] } ?? ["changes.atom"], false)
    case .timegate(let original): (["timegate", original], false)
    case .timemap(let form, let original, let part):
      (["timemap", form.rawValue] + (part > 1 ? ["\(part)"] : []) + [original], false)
    case .api(let place): (["api"] + place.parts.names, place.parts.isFolder)
    case .stylesheet: (["room.css"], false)
    case .script: (["room.js"], false)
    case .icon: (["icon.svg"], false)
    }
  }

  /// The place with this path, whose parts are unescaped; nil when there is none.
  init?(_ names: [String], isFolder: Bool) {
    switch (names.first, names.count, isFolder) {
    case (nil, _, _): self = .front
    case ("search", 1, _): self = .search
    case ("room.css", 1, false): self = .stylesheet
    case ("room.js", 1, false): self = .script
    case ("icon.svg", 1, false): self = .icon
    case ("changes.atom", 1, false): self = .feed(host: nil)
    case ("api", _, _):
      guard let place = APIAddress(names.dropFirst(), isFolder: isFolder) else { return nil }
      self = .api(place)
    case ("warc", 4, false):
      guard !names.contains(where: { $0.hasPrefix(".") || $0.contains("/") }) else { return nil }
      self = .warc(names.joined(separator: "/"))
    case ("pages", 2, true): self = .host(names[1])
    case ("pages", 3, false) where names[2] == "changes.atom": self = .feed(host: names[1])
    // No page's folder has such a name: theirs end in `~` and ten digits.
    case ("pages", 3, true) where names[2].hasPrefix("part-"):
      guard let part = Self.number(names[2].dropFirst(5)), part > 1 else { return nil }
      self = .hostPart(names[1], part)
    case ("pages", 3, true), ("pages", 4, _), ("pages", 5, true):
      guard let page = PageName(host: names[1], folder: names[2]) else { return nil }
      switch names.count {
      case 3: self = .page(page)
      case 4: self.init(page, names[3], isFolder: isFolder)
      default:
        guard names[4] == "inline", case .compare(let page, let old, let new)? = Self(page, names[3], isFolder: true)
        else { return nil }
        self = .interwoven(page, old: old, new: new)
      }
    default: return nil
    }
  }

  private init?(_ page: PageName, _ name: String, isFolder: Bool) {
    if isFolder {
      let ends = name.split(separator: "..", omittingEmptySubsequences: false).map { Self.number($0) }
      switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
      case (1, let version?, _): self = .version(page, version)
      case (2, let old?, let new?): self = .compare(page, old: old, new: new)
      default: return nil
      }
    } else if name == "compare" {
      self = .choice(page)
    } else if name.hasSuffix(".json"), let version = Self.number(name.dropLast(5)) {
      self = .snapshot(page, version)
    } else if let (version, part) = Self.response(name) {
      self = .response(page, version, part: part)
    } else {
      return nil
    }
  }

  /// `3.response` is that of version 3, `3.response-2` that of its second page.
  private static func response(_ name: String) -> (version: Int, part: Int)? {
    let ends = name.split(separator: ".response", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, let version = number(ends[0]) else { return nil }
    if ends[1].isEmpty { return (version, 1) }
    guard ends[1].hasPrefix("-"), let part = number(ends[1].dropFirst()), part > 1 else { return nil }
    return (version, part)
  }

  /// A version's number, in its one spelling.
  static func number(_ text: Substring) -> Int? {
    guard let number = Int(text), number > 0, String(number) == text else { return nil }
    return number
  }
}
