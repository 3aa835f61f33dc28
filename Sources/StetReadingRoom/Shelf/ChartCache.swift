internal import StetArchive

/// What was drawn of hosts, each for as long as nothing happens to its pages: it takes a look at all of them. Whatever
/// changes them, a redaction too, is a visit in the counts of the host; for what people do by hand nothing is kept for long.
struct ChartCache: Sendable {
  private static let capacity = 1_000
  private static let lifetime = Duration.seconds(300)

  private var entries: [String: (site: SiteSummary, charts: SiteCharts, made: ContinuousClock.Instant)] = [:]

  func charts(of site: SiteSummary) -> SiteCharts? {
    guard let entry = entries[site.host], entry.site == site, .now - entry.made < Self.lifetime else { return nil }
    return entry.charts
  }

  mutating func keep(_ charts: SiteCharts, of site: SiteSummary) {
    if entries.count >= Self.capacity { entries = [:] }
    entries[site.host] = (site, charts, .now)
  }
}
