import Glibc
import Logging
import StetArchive
import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Testing

/// A month of hourly runs over fifty sites.
@Suite struct MonthTests {
  private let folder: TemporaryDirectory
  private let clock = SimulatedClock(Timestamp(secondsSince1970: 1_800_000_000))
  private var archivePath: String { folder.path("Archive") }

  /// A whole month where the tests are built for speed, or STET_DAYS says so; without optimisation it takes minutes.
  private static var days: Int {
    if let days = getenv("STET_DAYS").flatMap({ Int(String(cString: $0)) }) { return days }
    #if DEBUG
      return 5
    #else
      return 30
    #endif
  }

  init() throws { folder = try TemporaryDirectory() }

  /// What came of the month.
  private struct Outcome {
    var log: [MonthNetwork.Request] = []
    var breaches: [String] = []
    var reports: [RunReport] = []
    var news: [PageOutcome] = []
  }

  private func live(_ month: SimulatedMonth) async throws -> Outcome {
    var list = try Watchlist.read(yaml: month.yaml, path: folder.path("stet.yaml"))
    list.notify.atom = folder.path("changes.atom")
    let sites = try list.prepared(list.sites)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    var outcome = Outcome()
    while clock.now < month.end {
      // Each hour a run of its own, as the cron job does it: nothing is carried over but what is on disk.
      let writer = try ArchiveWriter.open(at: archivePath)
      defer { writer.close() }
      let states = HostStates(try writer.archive.state(.hosts))
      let network = MonthNetwork(month, clock, states: states)
      let run = try Run(sites, into: writer, network: network, clock: clock, logger: logger)
      outcome.reports.append(
        try await run.run { event in
          if case .page(let page, _) = event, page.kind != .unchanged { outcome.news.append(page) }
        })
      try writer.setState(.hosts, to: states.file(at: clock.now))
      outcome.log += network.log
      outcome.breaches += network.breaches
      clock.advance(by: .seconds(3600))
      // The feed is made from the archive alone: at the end is as good as each time.
      guard clock.now >= month.end, let last = outcome.reports.last else { continue }
      let told = try await Notification(list, last, writer).deliver()
      #expect(told.isAllTold)
    }
    return outcome
  }

  @Test("A month of hourly runs over fifty sites: no page is lost, none fetched needlessly, and the reports add up")
  func month() async throws {
    let month = SimulatedMonth(start: clock.now, days: Self.days)
    let outcome = try await live(month)
    let archive = try Archive.open(at: archivePath)
    var visits: [String: [MonthNetwork.Request]] = [:]
    for line in outcome.log { visits[line.site + line.path, default: []].append(line) }
    #expect(outcome.breaches.isEmpty)
    #expect(outcome.reports.count == month.days * 24)

    var (pages, versions) = (0, 0)
    for site in month.sites {
      let tellsChanges = [.atom, .sitemap, .sitemapIndex].contains(site.source)
      for page in site.pages {
        let address = site.origin + page.path
        let seen = visits[address] ?? []
        if SimulatedMonth.isRefused(page.path, at: site) {
          #expect(seen.isEmpty, "\(address) is refused by robots.txt")
          continue
        }
        let needless = VisitOracle(page, tellsChanges: tellsChanges).needless(seen)
        #expect(needless.isEmpty, "\(address): \(needless) of \(seen)")
        guard let whole = seen.first(where: { $0.status == 200 }) else {
          // Gone before anyone could know of it, or not there long enough.
          let end = page.removed ?? month.end
          #expect(end < page.published.later(86400 * 2) || end < month.start.later(86400 * 3), "\(address) is lost")
          continue
        }
        let key = try #require(PageAddress(address).map(PageKey.init))
        let stored = try #require(try archive.page(key), "\(address) is lost")
        pages += 1
        versions += try check(page, seen, archive, stored)
        if site.outages.isEmpty, case .none = site.robots {
          // A sitemap is read every six hours, everything else with every run.
          let known = max(page.published, month.start)
          #expect(whole.moment <= known.later(7 * 3600), "\(address) is found late")
        }
      }
    }
    #expect(pages > 130)
    #expect(outcome.reports.reduce(0) { $0 + $1.count(.new) } == pages)
    #expect(outcome.reports.reduce(0) { $0 + $1.count(.changed) } == versions - pages)
    #expect(outcome.reports.allSatisfy { $0.stopped == nil })
    let bad = Set(outcome.reports.flatMap { $0.sites.filter { $0.failed > 0 }.map(\.name) })
    for site in month.sites where site.outages.isEmpty && site.pages.allSatisfy({ $0.removed == nil }) {
      if case .status = site.robots { continue }
      #expect(!bad.contains(site.name), "\(site.name) never fails")
    }
    try checkCounts(outcome, month)
    try checkFeed(outcome)
  }

  /// Whether the feed has the pages that changed last, the newest first.
  private func checkFeed(_ outcome: Outcome) throws {
    let entries = try folder.text("changes.atom").split(separator: "<entry>").dropFirst()
    func part(_ entry: Substring, _ start: String, _ end: Character) throws -> String {
      let from = try #require(entry.firstRange(of: start)).upperBound
      return String(entry[from...].prefix { $0 != end })
    }
    let moments = try entries.map { try #require(Timestamp(try part($0, "<updated>", "<"))) }
    #expect(moments == moments.sorted(by: >))
    let pages = try entries.map { try part($0, "href=\"", "\"") }
    #expect(Set(pages).count == pages.count)
    var latest: [String: Timestamp] = [:]
    for report in outcome.reports {
      for entry in report.sites.flatMap(\.entries) where [.new, .changed, .gone].contains(entry.outcome) {
        latest[entry.page.description] = report.started
      }
    }
    #expect(pages.count == min(100, latest.count))
    // Those of one run are in any order: all but the last of the feed's runs have to be there whole.
    let last = try #require(moments.last)
    let newest = latest.filter { $0.value > last }.map(\.key)
    #expect(newest.count > 20)
    #expect(Set(newest).isSubset(of: pages), "\(Set(newest).subtracting(pages))")
  }

  /// Whether the versions are the texts that were seen, and the last is the one that the last visit could see.
  private func check(
    _ page: SimulatedPage, _ seen: [MonthNetwork.Request], _ archive: Archive, _ stored: ArchivedPage
  ) throws -> Int {
    var takes: [Int] = []
    for version in try archive.versionsInTime(of: stored) {
      let snapshot = try archive.snapshot(version, of: stored).snapshot
      guard let review = snapshot.review else { continue }
      let text = "\(review.body)"
      let take = (1...page.edits.count + 1).first { text.contains(page.mark($0)) }
      takes.append(try #require(take, "\(page.path)@\(version) is none of its texts"))
    }
    var expected: [Int] = []
    for visit in seen where visit.status == 200 {
      if let take = page.take(at: visit.moment), expected.last != take { expected.append(take) }
    }
    #expect(takes == expected, "\(page.path)")
    if page.validator != .lyingETag, page.removed == nil,
      let last = seen.last(where: { [200, 304].contains($0.status) })
    {
      #expect(takes.last == page.take(at: last.moment), "\(page.path)")
    }
    return takes.count
  }

  /// How much was asked for, and how much of that was whole.
  private func checkCounts(_ outcome: Outcome, _ month: SimulatedMonth) throws {
    let robots = outcome.log.filter { $0.path == "/robots.txt" }
    // Once a day and host, at most; where it cannot be had, with every run.
    for (site, lines) in Dictionary(grouping: robots.filter { ($0.status ?? 500) < 500 }, by: \.site) {
      #expect(lines.count <= month.days + 1, "\(site)")
    }
    let sources = outcome.log.filter {
      ["/feed.xml", "/atom.xml", "/index.rdf", "/feed.json", "/reviews/"].contains($0.path)
    }
    for (site, lines) in Dictionary(grouping: sources, by: \.site) {
      #expect(lines.count <= month.days * 24, "\(site)")
      // They come whole only when there is something new.
      #expect(lines.count { $0.status == 200 } <= 40, "\(site)")
    }
  }
}
