internal import Glibc
internal import StetArchive
internal import StetModel
internal import Synchronization

extension Shelf {
  /// Today, UTC.
  var today: CalendarDay { CalendarDay(daysSince1970: Int(time(nil)) / 86_400) }

  /// What runs have trouble with, by the host folder that it is about.
  func troubles() throws(ArchiveError) -> [String: [RunTrouble]] {
    if let known = knownTroubles.withLock({ $0 }), .now - known.at < interval { return known.troubles }
    let troubles = try readTroubles()
    knownTroubles.withLock { $0 = (.now, troubles) }
    return troubles
  }

  private func readTroubles() throws(ArchiveError) -> [String: [RunTrouble]] {
    var found: [String: [RunTrouble]] = [:]
    for trouble in try RunState.reading(archive).troubles() {
      // The subject is an address, or a host with its port.
      guard let address = PageAddress(trouble.subject) ?? PageAddress("http://\(trouble.subject)/") else { continue }
      found[Archive.hostFolder(of: address), default: []].append(trouble)
    }
    return found
  }

  /// How a site does.
  func health(of site: SiteSummary, _ troubles: [String: [RunTrouble]]) -> SiteHealth {
    SiteHealth(troubles: troubles[site.host] ?? [], failing: site.failing, failingSince: site.failingSince)
  }
}
