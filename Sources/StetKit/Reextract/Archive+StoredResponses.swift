public import StetArchive
public import StetModel

extension Archive: StoredResponses {
  /// The aliases that the page's log names.
  public func aliases(of page: PageKey) throws(ArchiveError) -> [PageAddress] {
    try self.page(page)?.aliases.compactMap { PageAddress($0) } ?? []
  }
}
