public import StetModel

extension Archive {
  /// The page at this address: the one whose key it is, else one that it ever led to, else one of whose text it has a later
  /// page; nil when the archive has none.
  ///
  /// Unlike `find(_:)` it takes no part of an address. Of several pages that it may be, the first by key.
  public func page(at address: PageAddress, in index: ArchiveIndex) throws(ArchiveError) -> ArchivedPage? {
    let key = PageKey(address)
    if let page = try page(key) { return page }
    let aliases = PageMatch.aliases([address.withoutFragment.description, key.description])
    if let page = try index.matches(aliases, limit: 1, countLimit: 1000).pages.first { return page }
    return try index.folder(ofPart: key).flatMap { (folder) throws(ArchiveError) in try page(folder: folder) }
  }
}
