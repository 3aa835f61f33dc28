internal import StetArchive
internal import StetModel

extension Shelf {
  /// What the front page shows.
  /// - Parameter today: the last day of its calendar.
  func frontPage(_ choice: SiteChoice, today: CalendarDay) throws(ArchiveError) -> FrontPage {
    let troubles = try troubles()
    return try reading { index throws(ArchiveError) in
      let all = try index.sites()
      let found = choice.applied(to: all) { health(of: $0, troubles) }
      var choice = choice
      let size = choice.size ?? max(1, found.count)
      choice.part = min(choice.part, Pager.parts(found.count, of: size))
      let shown = found.dropFirst((choice.part - 1) * size).prefix(size)
      let weeks = CalendarDay(daysSince1970: today.daysSince1970 - Sparkline.weeks * 7 + 1)
      let days = try index.activity(of: shown.map(\.host), from: weeks, to: today)
      let known = Set(all.map(\.host))
      return FrontPage(
        sites: zip(shown, days).map { FrontPage.Site(summary: $0, health: health(of: $0, troubles), days: $1) },
        choice: choice, found: found.count, total: all.count, pages: all.reduce(0) { $0 + $1.pages },
        versions: all.reduce(0) { $0 + $1.versions },
        calendar: CaptureCalendar(
          days: try index.activity(from: CaptureCalendar.first(before: today), to: today), last: today,
          subject: "All sites"),
        strangers: troubles.filter { !known.contains($0.key) }.values.flatMap(\.self).sorted {
          ($0.since, $0.subject) < ($1.since, $1.subject)
        })
    }
  }

  /// What a host's page shows; nil when there is no such host.
  /// - Parameters:
  ///   - size: how many pages a part of the list has; nil: all.
  ///   - today: the last day of its calendar.
  func hostPage(
    _ host: String, by order: SitePage.Order = .address, failing isFailing: Bool = false, part: Int = 1,
    size: Int? = 100, today: CalendarDay
  ) throws(ArchiveError) -> HostPage? {
    let troubles = try troubles()
    return try reading { index throws(ArchiveError) in
      guard let site = try index.site(host) else { return nil }
      let count = isFailing ? site.failing : site.pages
      let size = size ?? max(1, count)
      let part = min(max(1, part), Pager.parts(count, of: size))
      return HostPage(
        site: site, health: health(of: site, troubles),
        calendar: CaptureCalendar(
          days: try index.activity(of: host, from: CaptureCalendar.first(before: today), to: today), last: today,
          subject: host),
        pages: try index.pages(of: host, by: order, failing: isFailing, offset: (part - 1) * size, limit: size),
        order: order, isFailing: isFailing, part: part, size: size,
        charts: part == 1 && !isFailing ? try charts(of: site, index) : nil)
    }
  }
}
