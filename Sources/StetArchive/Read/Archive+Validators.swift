public import StetModel

extension Archive {
  /// What to send as If-None-Match and If-Modified-Since when asking for an address again.
  ///
  /// They are those of the last visit that saw the page, and count only for the address that answered then: nil for
  /// one that redirected (RFC 9110, 13.1). Nil too when the page is gone by now, so that its return is fetched whole.
  public func validators(
    for address: PageAddress
  ) throws(ArchiveError) -> (etag: String?, lastModified: String?)? {
    guard let page = try holder(of: address) else { return nil }
    // An imported visit stands later in the log than in time.
    let visits = try VisitLog.read(layout, folder: page.folder).visitsInTime
    guard let last = visits.last(where: { $0.outcome.sawThePage || $0.outcome == .gone }), last.outcome != .gone,
      last.etag != nil || last.lastModified != nil
    else { return nil }
    let answered = PageAddress(last.url ?? last.page.description)?.withoutFragment
    return answered == address.withoutFragment ? (last.etag, last.lastModified) : nil
  }

  /// The page that is kept under an address: by its key, else the only one that the address ever led to.
  func holder(of address: PageAddress) throws(ArchiveError) -> ArchivedPage? {
    let key = PageKey(address)
    if let page = try page(key) { return page }
    let led = try pages().filter { $0.aliases.contains(key.description) }
    return led.count == 1 ? led[0] : nil
  }
}
