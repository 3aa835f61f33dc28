internal import StetModel

extension Archive {
  /// The pages of a listing from the archive's files alone: the same as an index says, slower, and all at once.
  ///
  /// - Parameters:
  ///   - progress: is told how many pages are read, and of how many.
  ///   - unreadable: is told of page folders that nobody can tell the page of, and of pages whose latest version cannot
  ///     be read.
  public func list(
    _ listing: PageListing, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    unreadable: (ArchiveError) -> Void
  ) throws(ArchiveError) -> [PageSummary] {
    let pages = try pages(unreadable: unreadable)
    var found: [PageSummary] = []
    for (index, page) in pages.enumerated() {
      progress(index, pages.count)
      do throws(ArchiveError) {
        let summary = try summary(of: page)
        if listing.includes(summary) { found.append(summary) }
      } catch {
        // One broken page must not hide the others.
        unreadable(error)
      }
    }
    if listing.order != .address { found.sort(by: listing.precedes) }
    return listing.limit.map { Array(found.prefix($0)) } ?? found
  }

  private func summary(of page: ArchivedPage) throws(ArchiveError) -> PageSummary {
    let timeline = try timeline(of: page)
    var latest: PageSummary.Latest?
    if let last = timeline.last {
      let sealed = try snapshot(last.version, of: page)
      latest = PageSummary.Latest(
        version: last.version, captured: sealed.snapshot.captured, cause: sealed.snapshot.cause,
        digest: sealed.digest, title: sealed.snapshot.review?.title)
    }
    return PageSummary(key: page.key, folder: page.folder, versions: timeline.count, latest: latest)
  }
}
