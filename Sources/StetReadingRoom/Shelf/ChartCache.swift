internal import StetArchive

/// What was drawn of hosts, for as long as the index says the same: each takes a look at all of a host's pages.
struct ChartCache: Sendable {
  private static let capacity = 1_000

  private var index: ArchiveIndex?
  private var charts: [String: SiteCharts] = [:]

  func charts(of host: String, _ index: ArchiveIndex) -> SiteCharts? {
    self.index === index ? charts[host] : nil
  }

  mutating func keep(_ found: SiteCharts, of host: String, _ index: ArchiveIndex) {
    if self.index !== index || charts.count >= Self.capacity { charts = [:] }
    self.index = index
    charts[host] = found
  }
}
