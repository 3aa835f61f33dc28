/// Every place of the room for programs, below `/api/`.
enum APIAddress: Sendable, Hashable {
  /// What there is.
  case index
  case sites
  case pages
  /// A page's versions and visits.
  case page(PageName)
  /// A version as stored.
  case version(PageName, Int)
  /// What differs between two.
  case diff(PageName, old: Int, new: Int)
  case search
  case changes

  /// The parts of the path behind `api`, unescaped, and whether it is a folder's.
  var parts: (names: [String], isFolder: Bool) {
    switch self {
    case .index: ([], true)
    case .sites: (["sites"], false)
    case .pages: (["pages"], false)
    case .page(let page): (["pages", page.host, page.folder], false)
    case .version(let page, let version): (["pages", page.host, page.folder, "\(version)"], false)
    case .diff(let page, let old, let new): (["pages", page.host, page.folder, "\(old)..\(new)"], false)
    case .search: (["search"], false)
    case .changes: (["changes"], false)
    }
  }

  /// nil when there is no such place.
  init?(_ names: ArraySlice<String>, isFolder: Bool) {
    guard let first = names.first else {
      guard isFolder else { return nil }
      self = .index
      return
    }
    guard !isFolder else { return nil }
    switch (first, names.count) {
    case ("sites", 1): self = .sites
    case ("pages", 1): self = .pages
    case ("search", 1): self = .search
    case ("changes", 1): self = .changes
    case ("pages", 3), ("pages", 4):
      let rest = Array(names.dropFirst())
      guard let page = PageName(host: rest[0], folder: rest[1]) else { return nil }
      guard rest.count == 3 else {
        self = .page(page)
        return
      }
      let ends = rest[2].split(separator: "..", omittingEmptySubsequences: false).map(RoomAddress.number)
      switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
      case (1, let version?, _): self = .version(page, version)
      case (2, let old?, let new?): self = .diff(page, old: old, new: new)
      default: return nil
      }
    default: return nil
    }
  }
}
