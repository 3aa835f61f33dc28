public import StetModel

extension Archive {
  /// The key under which a page is kept, or would be.
  ///
  /// 1. A `rel=canonical` link that `PageKey.init(_:canonical:)` accepts names the page, unless it is the key of a
  ///    different page: one that this address never led to. (A site that names one address as canonical on all its
  ///    pages must not turn them into versions of one.)
  /// 2. A page that is kept under its own address stays there when it names a canonical address later on.
  /// 3. Else the address is the key, whatever it led to before: a redirect of yesterday, to a wall perhaps, must not
  ///    turn two pages into versions of one.
  ///
  /// - Parameter address: the address that answered, after redirects.
  public func key(for address: PageAddress, canonical: PageAddress?) throws(ArchiveError) -> PageKey {
    let own = PageKey(address)
    let named = PageKey(address, canonical: canonical)
    if named != own, let page = try page(named) { return page.aliases.contains(own.description) ? named : own }
    return try page(own) != nil ? own : named
  }
}
