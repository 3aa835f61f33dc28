import Testing

@testable import StetArchive
@testable import StetReadingRoom

@Suite("The charts that are kept")
struct ChartCacheTests {
  private let charts = SiteCharts(delays: EditDelays(), tags: TagYears())
  private let start = ContinuousClock.now

  private func site(_ number: Int, visits: Int = 1) -> SiteSummary {
    SiteSummary(
      host: "\(number).example", pages: 1, versions: 1, visits: visits, gone: 0, lastChange: nil, failing: 0,
      failingSince: nil)
  }

  @Test("They hold until something happens to the host's pages, or time is up")
  func validity() {
    var cache = ChartCache()
    cache.keep(charts, of: site(1), at: start)
    #expect(cache.charts(of: site(1), at: start) != nil)
    #expect(cache.charts(of: site(2), at: start) == nil)
    #expect(cache.charts(of: site(1, visits: 2), at: start) == nil)
    #expect(cache.charts(of: site(1), at: start + ChartCache.lifetime) == nil)
  }

  @Test("Where there is no room, what is too old goes first, and then the oldest")
  func capacity() {
    var cache = ChartCache()
    for number in 0..<ChartCache.capacity { cache.keep(charts, of: site(number), at: start + .milliseconds(number)) }
    cache.keep(charts, of: site(0, visits: 2), at: start + .seconds(2))
    #expect(cache.count == ChartCache.capacity)
    cache.keep(charts, of: site(-1), at: start + .seconds(3))
    #expect(cache.count == ChartCache.capacity)
    #expect(cache.charts(of: site(1), at: start + .seconds(3)) == nil)
    for kept in [site(0, visits: 2), site(2), site(-1)] {
      #expect(cache.charts(of: kept, at: start + .seconds(3)) != nil)
    }
    cache.keep(charts, of: site(-2), at: start + .seconds(2) + ChartCache.lifetime)
    #expect(cache.count == 2)
  }
}
