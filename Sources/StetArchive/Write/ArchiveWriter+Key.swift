public import StetModel

extension ArchiveWriter {
  /// The key under which a page is kept.
  ///
  /// 1. A `rel=canonical` link that `PageKey.init(_:canonical:)` accepts names the page, unless it is the key of a
  ///    different page: one that this address never led to. (A site that names one address as canonical on all its
  ///    pages must not turn them into versions of one.)
  /// 2. A page that is kept under its own address stays there when it names a canonical address later on.
  /// 3. Without such a link, an address that led to exactly one page so far is that page's.
  /// 4. Else the address is the key.
  ///
  /// - Parameter address: the address that answered, after redirects.
  public func key(for address: PageAddress, canonical: PageAddress?) throws(ArchiveError) -> PageKey {
    try changing { state throws(ArchiveError) in
      let own = PageKey(address)
      let named = PageKey(address, canonical: canonical)
      if named != own, let page = try archive.page(named) {
        return page.aliases.contains(own.description) ? named : own
      }
      if try archive.page(own) != nil { return own }
      if named != own { return named }
      if state.aliases == nil { state.aliases = AliasTable(try archive.pages()) }
      return state.aliases?.holder(of: own) ?? own
    }
  }
}
