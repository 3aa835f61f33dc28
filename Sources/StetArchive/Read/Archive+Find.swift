internal import StetModel

extension Archive {
  /// The page that a person means.
  ///
  /// An exact address wins, with or without its scheme; then an address that once led to a page; then any part of
  /// one page's address, whatever the case. Through the index where there is one, else through the files.
  /// - Throws: `unknownPage`, or `ambiguousPage` with up to five candidates; `damaged` when no page fits, and a folder
  ///   that cannot be read may be the one.
  public func find(_ query: String) throws(ArchiveError) -> ArchivedPage {
    if let page = try PageAddress(query).flatMap({ (address) throws(ArchiveError) in try page(PageKey(address)) }) {
      return page
    }
    if let index = index(.refresh) {
      do throws(ArchiveError) {
        return try find(query) { (match) throws(ArchiveError) in
          try index.matches(match, limit: Self.shownCandidates, countLimit: Self.countedCandidates + 1)
        }
      } catch  where error.code == .unknownPage {
        throw Self.unknown(query, error, unreadable: try index.unreadableFolders())
      } catch  where error.code == .damaged && error.subject == layout.absolute(IndexFile.name) {
        // The files know it too.
      }
    }
    return try findInFiles(query)
  }

  /// The same by a look at every page's files.
  package func findInFiles(_ query: String) throws(ArchiveError) -> ArchivedPage {
    var unreadable: [String] = []
    let pages = try pages { unreadable.append($0.subject) }
    do throws(ArchiveError) {
      return try find(query) { match in
        let found = pages.filter(match.fits)
        return (Array(found.prefix(Self.shownCandidates)), found.count)
      }
    } catch  where error.code == .unknownPage {
      throw Self.unknown(query, error, unreadable: unreadable)
    }
  }

  /// Says that a page may be hidden: whose a folder is that cannot be read, only its name can tell.
  private static func unknown(_ query: String, _ error: ArchiveError, unreadable: [String]) -> ArchiveError {
    let words = ASCII.lowercased(query).split { !$0.isLetter && !$0.isNumber }
    let candidate = unreadable.first { folder in words.allSatisfy { folder.contains($0) } }
    guard let folder = candidate ?? unreadable.first else { return error }
    let what = unreadable.count == 1 ? "the page folder" : "\(unreadable.count) page folders, among them"
    return ArchiveError(
      code: candidate == nil ? .unknownPage : .damaged,
      message: "Cannot find a page '\(query)': no address that can be read contains it, and \(what) '\(folder)' cannot "
        + "be read. 'stet verify' tells what is wrong there.", subject: query)
  }

  private static let shownCandidates = 5
  /// More are not told apart: who typed a part of so many has to type more anyway.
  private static let countedCandidates = 1000

  private func find(
    _ query: String, by search: (PageMatch) throws(ArchiveError) -> (pages: [ArchivedPage], count: Int)
  ) throws(ArchiveError) -> ArchivedPage {
    for match in PageMatch.steps(query) {
      let (pages, count) = try search(match)
      if count > 1 { throw Self.ambiguous(query, pages, count: count) }
      if let page = pages.first { return page }
    }
    throw ArchiveError(
      code: .unknownPage,
      message: "Cannot find a page '\(query)': no address in '\(path)' contains it. 'stet list' shows all pages.",
      subject: query)
  }

  private static func ambiguous(_ query: String, _ found: [ArchivedPage], count: Int) -> ArchiveError {
    let shown = found.map { "'\($0.key)'" }.joined(separator: ", ")
    let isMany = count > countedCandidates
    let number = isMany ? "more than \(countedCandidates)" : "\(count)"
    let more = isMany ? " and others" : count > found.count ? " and \(count - found.count) more" : ""
    return ArchiveError(
      code: .ambiguousPage,
      message: "Cannot tell which page '\(query)' means: \(number) addresses fit, \(shown)\(more). "
        + "Give more of the address.", subject: query)
  }
}
