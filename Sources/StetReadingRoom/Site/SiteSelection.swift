internal import StetArchive
internal import StetKit
internal import StetModel

/// The hosts and pages of an archive that an export takes, and what its lists say of them.
struct SiteSelection {
  private let shelf: Shelf
  private let selection: ExportSelection

  init(_ shelf: Shelf, _ selection: ExportSelection) {
    self.shelf = shelf
    self.selection = selection
  }

  /// The hosts, by the name of their folders, with the counts of the pages that are taken.
  func chosen() throws -> [SiteSummary] {
    let folders = selection.hosts.compactMap { PageAddress("http://\($0)/").map(Archive.hostFolder) }
    let all = try shelf.reading { index throws(ArchiveError) in try index.sites() }
    return try all.filter { site in
      // A host has a folder for each port.
      selection.hosts.isEmpty || folders.contains { site.host == $0 || site.host.hasPrefix("\($0)_") }
    }.compactMap(narrowed)
  }

  /// A host with the counts of the pages that are taken; nil when none is.
  private func narrowed(_ site: SiteSummary) throws -> SiteSummary? {
    guard selection.since != nil else { return site }
    var (pages, versions, gone) = (0, 0, 0)
    var lastChange: Timestamp?
    try forEachPage(of: site.host) { page in
      pages += 1
      versions += page.summary.versions
      if page.summary.latest?.cause == .gone { gone += 1 }
      lastChange = [lastChange, page.lastChange].compactMap(\.self).max()
    }
    guard pages > 0 else { return nil }
    return site.with(pages: pages, versions: versions, gone: gone, lastChange: lastChange)
  }

  /// Goes through the pages of a host that are taken, by address; some hundred are in memory at a time.
  func forEachPage(of host: String, _ body: (SitePage) throws -> Void) throws {
    let step = 500
    var offset = 0
    while true {
      let found = try shelf.reading { index throws(ArchiveError) in
        try index.pages(of: host, offset: offset, limit: step)
      }
      for page in found {
        if let since = selection.since, page.summary.latest.map({ $0.captured < since }) ?? true { continue }
        try body(page)
      }
      guard found.count == step else { return }
      offset += step
    }
  }

  /// The page of all hosts.
  func frontPage(_ sites: [SiteSummary]) throws -> FrontPage {
    let today = try lastDay(of: sites.map(\.host))
    var choice = SiteChoice()
    choice.size = nil
    let troubles = try shelf.troubles()
    let weeks = CalendarDay(daysSince1970: today.daysSince1970 - Sparkline.weeks * 7 + 1)
    let (days, all) = try shelf.reading { index throws(ArchiveError) in
      (
        try index.activity(of: sites.map(\.host), from: weeks, to: today),
        try index.activity(of: sites.map(\.host), from: CaptureCalendar.first(before: today), to: today)
      )
    }
    return FrontPage(
      sites: zip(sites, days).map { FrontPage.Site(summary: $0, health: shelf.health(of: $0, troubles), days: $1) },
      choice: choice, found: sites.count, total: sites.count, pages: sites.reduce(0) { $0 + $1.pages },
      versions: sites.reduce(0) { $0 + $1.versions },
      calendar: CaptureCalendar(days: DayActivity.sum(all), last: today, subject: "All sites"), strangers: [])
  }

  /// A part of the list of a host's pages.
  func hostPage(_ site: SiteSummary, _ pages: [SitePage], part: Int, size: Int) throws -> HostPage {
    let today = try lastDay(of: [site.host])
    let days = try shelf.reading { index throws(ArchiveError) in
      try index.activity(of: site.host, from: CaptureCalendar.first(before: today), to: today)
    }
    return HostPage(
      site: site, health: shelf.health(of: site, try shelf.troubles()),
      calendar: CaptureCalendar(days: days, last: today, subject: site.host), pages: pages, order: .address,
      isFailing: false, part: part, size: size,
      charts: part == 1 && selection.since == nil
        ? try shelf.reading { index throws(ArchiveError) in try shelf.charts(of: site, index) } : nil)
  }

  /// The feed of a host's changes, or of those of all hosts that are taken. Its links are relative.
  func feed(host: String?, of sites: [SiteSummary]) throws -> [UInt8] {
    let links = RoomLinks(isSite: true, place: .feed(host: host))
    let hosts = Set(sites.map(\.host))
    var feed = ChangesFeed(shelf: shelf, host: host) { place, _ in links(place) }
    feed.hasPages = false
    feed.isWanted = { change in
      guard selection.since.map({ change.place.captured >= $0 }) ?? true else { return false }
      return PageName(folder: change.place.folder).map { hosts.contains($0.host) } ?? false
    }
    return try feed.bytes() ?? []
  }

  /// The last day on which something was captured: the calendars end there, so that the same archive gives the same pages on
  /// any day.
  private func lastDay(of hosts: [String]) throws -> CalendarDay {
    let end = CalendarDay(daysSince1970: 2_932_896)
    let days = try shelf.reading { index throws(ArchiveError) in
      try index.activity(of: hosts, from: CalendarDay(daysSince1970: -719_528), to: end)
    }
    return days.compactMap { $0.last?.day }.max() ?? CalendarDay(daysSince1970: 0)
  }
}
