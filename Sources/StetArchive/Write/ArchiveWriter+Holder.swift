public import StetModel

extension ArchiveWriter {
  /// The page that answers at an address: the one with this key, else the one that the address ever led to and that
  /// answered there itself when it was last seen, and not by way of a redirect. Nil when there is none.
  public func page(answeringAt address: PageAddress) throws(ArchiveError) -> PageKey? {
    try changing { state throws(ArchiveError) in try holder(of: address, &state)?.key }
  }

  /// What to send as If-None-Match and If-Modified-Since when asking for an address again.
  ///
  /// They are those of the last visit that saw the page, and count only for the address that answered then: nil for
  /// one that redirected (RFC 9110, 13.1). Nil too when the page is gone by now, or that version
  /// redacted, so that it is fetched whole; and every so often, since a server's "not modified" may be wrong.
  ///
  /// Nil for a review of which a page was missing.
  ///
  /// `parts` are the later pages of a review that has several: only when none of them has changed is it unchanged. Nil
  /// for all when one of them has no validator.
  public func validators(
    for address: PageAddress
  ) throws(ArchiveError) -> (etag: String?, lastModified: String?, parts: [ResponsePart])? {
    try changing { state throws(ArchiveError) in
      guard let page = try holder(of: address, &state) else { return nil }
      // An imported visit stands later in the log than in time.
      let log = try VisitLog.read(archive.layout, folder: page.folder)
      let visits = log.visitsInTime
      guard let last = visits.last(where: { $0.outcome.sawThePage || $0.outcome == .gone }), last.outcome != .gone,
        !RedactionTargets(log.visits).covers(last), !Self.isWholeDue(visits),
        last.etag != nil || last.lastModified != nil, last.missing == nil,
        last.parts.allSatisfy({ $0.etag != nil || $0.lastModified != nil }),
        Self.answered(last) == address.withoutFragment
      else { return nil }
      // What has lost its file cannot be unchanged: the page is fetched whole, and its folder looked at.
      if let version = last.version,
        !FileReading.exists(archive.layout.absolute("\(page.folder)/\(ArchiveLayout.snapshotName(version))"))
      {
        return nil
      }
      return (last.etag, last.lastModified, last.parts)
    }
  }

  /// The later pages that a review had when it was last seen; none of a page that is one page, or not known.
  public func parts(for address: PageAddress) throws(ArchiveError) -> [ResponsePart] {
    try changing { state throws(ArchiveError) in
      guard let page = try holder(of: address, &state) else { return [] }
      return try VisitLog.read(archive.layout, folder: page.folder).visitsInTime.last(where: \.outcome.sawThePage)?
        .parts
        ?? []
    }
  }

  /// Whether it is time to fetch a page whole that the server has long said is not modified: after three such answers in
  /// a row, if they go over a week.
  static func isWholeDue(_ visits: [Visit]) -> Bool {
    let answers = visits.filter { $0.outcome.sawThePage }
    let unseen = answers.reversed().prefix { $0.status == 304 }.count
    guard unseen >= 3, unseen < answers.count else { return false }
    let lastSeen = answers[answers.count - unseen - 1].at
    return answers[answers.count - 1].at.secondsSince1970 - lastSeen.secondsSince1970 >= 7 * 86_400
  }

  func holder(of address: PageAddress, _ state: inout WriterState) throws(ArchiveError) -> ArchivedPage? {
    let key = PageKey(address)
    if let page = try archive.page(key) { return page }
    // Made once: most addresses of a long run are new, and none of them may cost a look at every page.
    if state.aliases == nil { state.aliases = try AliasTable(archive, usesIndex: index != nil) }
    guard let holder = try state.aliases?.holder(of: key), let page = try archive.page(holder) else { return nil }
    let visits = try VisitLog.read(archive.layout, folder: page.folder).visitsInTime
    guard let last = visits.last(where: \.outcome.sawThePage), Self.answered(last) == address.withoutFragment else {
      return nil
    }
    return page
  }

  /// The address that answered a visit.
  private static func answered(_ visit: Visit) -> PageAddress? {
    PageAddress(visit.url ?? visit.page.description)?.withoutFragment
  }
}
