internal import StetModel

/// Which addresses led to which pages, over a whole archive.
struct AliasTable: Sendable {
  private var holders: [String: Set<PageKey>] = [:]

  init(_ pages: [ArchivedPage]) {
    for page in pages { note(page.aliases, of: page.key) }
  }

  /// Adds addresses that led to a page.
  mutating func note(_ aliases: [String], of page: PageKey) {
    for alias in aliases { holders[alias, default: []].insert(page) }
  }

  /// The one page that an address ever led to; nil when there is none or several.
  func holder(of address: PageKey) -> PageKey? {
    guard let pages = holders[address.description], pages.count == 1 else { return nil }
    return pages.first
  }
}
