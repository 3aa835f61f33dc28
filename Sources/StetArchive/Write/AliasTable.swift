internal import StetModel

/// Which addresses led to which pages, over a whole archive.
///
/// Through the index where there is one: then only what this run adds is in memory. Else every page's log is read once.
struct AliasTable: Sendable {
  /// Of all pages, or, beside an index, of those that this run has written to.
  private var holders: [String: Set<PageKey>] = [:]
  private var index: ArchiveIndex?
  private let archive: Archive

  /// - Parameter usesIndex: whether an index is kept, so that it may be believed.
  init(_ archive: Archive, usesIndex: Bool) throws(ArchiveError) {
    self.archive = archive
    index = usesIndex ? archive.index(.refresh) : nil
    if index == nil { try readAll() }
  }

  /// Adds addresses that led to a page.
  mutating func note(_ aliases: [String], of page: PageKey) {
    for alias in aliases { holders[alias, default: []].insert(page) }
  }

  /// The one page that an address ever led to; nil when there is none or several.
  mutating func holder(of address: PageKey) throws(ArchiveError) -> PageKey? {
    var pages = holders[address.description] ?? []
    if let index {
      do throws(ArchiveError) {
        pages.formUnion(try index.holders(of: address))
      } catch {
        // An index that cannot be read is made anew by somebody else; the files know it too.
        self.index = nil
        try readAll()
        pages = holders[address.description] ?? []
      }
    }
    return pages.count == 1 ? pages.first : nil
  }

  private mutating func readAll() throws(ArchiveError) {
    for page in try archive.pages() { note(page.aliases, of: page.key) }
  }
}
