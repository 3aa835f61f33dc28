internal import StetArchive

/// What was drawn of hosts, each for as long as nothing happens to its pages: it takes a look at all of them. Whatever
/// changes them, a redaction too, is a visit in the counts of the host; for what people do by hand nothing is kept for long.
struct ChartCache: Sendable {
  static let capacity = 1_000
  static let lifetime = Duration.seconds(300)

  private var entries: [String: (site: SiteSummary, charts: SiteCharts, made: ContinuousClock.Instant)] = [:]

  /// How many hosts it knows.
  var count: Int { entries.count }

  func charts(of site: SiteSummary, at now: ContinuousClock.Instant = .now) -> SiteCharts? {
    guard let entry = entries[site.host], entry.site == site, now - entry.made < Self.lifetime else { return nil }
    return entry.charts
  }

  /// What is too old makes room, or else the oldest.
  mutating func keep(_ charts: SiteCharts, of site: SiteSummary, at now: ContinuousClock.Instant = .now) {
    if entries.count >= Self.capacity, entries[site.host] == nil {
      entries = entries.filter { now - $0.value.made < Self.lifetime }
      if entries.count >= Self.capacity, let oldest = entries.min(by: { $0.value.made < $1.value.made }) {
        entries[oldest.key] = nil
      }
    }
    entries[site.host] = (site, charts, now)
  }
}
