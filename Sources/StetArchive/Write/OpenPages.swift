internal import StetModel

/// The pages that a writer has at hand, so that a page which comes often is not read again each time.
struct OpenPages {
  /// How many visits are kept in memory, over all pages.
  private static let maximumVisits = 50_000
  /// How many pages are: a page takes some 3 kB, and of a run over very many each comes once.
  private static let maximumPages = 2048

  private var pages: [PageKey: OpenPage] = [:]
  private var visits = 0

  /// Hands a page out; it comes back with `keep` when all went well, and is read anew otherwise.
  mutating func take(_ key: PageKey, in layout: ArchiveLayout) -> OpenPage? {
    guard let page = pages.removeValue(forKey: key) else { return nil }
    visits -= page.log.visits.count
    // Somebody may have put a folder back from a backup meanwhile.
    let log = layout.absolute("\(page.folder)/\(ArchiveLayout.visitLog)")
    return FileReading.length(of: log) == page.log.completeLength ? page : nil
  }

  /// Takes a page back.
  mutating func keep(_ page: OpenPage) {
    if visits > Self.maximumVisits || pages.count >= Self.maximumPages {
      pages = [:]
      visits = 0
    }
    visits += page.log.visits.count
    pages[page.key] = page
  }
}
