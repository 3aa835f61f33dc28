public import StetModel

extension Archive {
  /// The page at this address: the one whose key it is, else one that it ever led to; nil when the archive has none.
  ///
  /// Unlike `find(_:)` it takes no part of an address. Of several pages that the address led to, the first by key.
  public func page(at address: PageAddress) throws(ArchiveError) -> ArchivedPage? {
    let key = PageKey(address)
    if let page = try page(key) { return page }
    let aliases = PageMatch.aliases([address.withoutFragment.description, key.description])
    if let index = index(.refresh) { return try page(at: aliases, in: index) }
    return try pages().first(where: aliases.fits)
  }

  /// The same through an index that is open already.
  public func page(at address: PageAddress, in index: ArchiveIndex) throws(ArchiveError) -> ArchivedPage? {
    let key = PageKey(address)
    if let page = try page(key) { return page }
    return try page(at: .aliases([address.withoutFragment.description, key.description]), in: index)
  }

  private func page(at aliases: PageMatch, in index: ArchiveIndex) throws(ArchiveError) -> ArchivedPage? {
    try index.matches(aliases, limit: 1, countLimit: 1000).pages.first
  }
}
