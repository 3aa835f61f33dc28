import Logging
import StetArchive
import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Testing

/// An archive, a web in memory and a clock; each run opens the archive anew, as the cron job does.
struct RunTrial {
  let folder: TemporaryDirectory
  let clock = SimulatedClock()
  let web: FakeWeb

  init() throws {
    folder = try TemporaryDirectory()
    web = FakeWeb(clock)
  }

  var archivePath: String { folder.path("Archive") }

  struct Result {
    var report: RunReport
    var pages: [PageOutcome] = []
    var troubles: [RunTrouble] = []
  }

  /// Runs over the sites of a watchlist.
  func run(
    _ yaml: String, options: RunOptions = RunOptions(), shouldStop: () -> Bool = { false }
  ) async throws -> Result {
    let list = try Watchlist.read(yaml: yaml, path: folder.path("stet.yaml"))
    let writer = try ArchiveWriter.open(at: archivePath)
    defer { writer.close() }
    let run = try Run(
      try list.prepared(list.sites), into: writer, network: web, clock: clock, options: options,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    var pages: [PageOutcome] = []
    var troubles: [RunTrouble] = []
    let report = try await run.run(shouldStop: shouldStop) { event in
      switch event {
      case .page(let outcome, _): pages.append(outcome)
      case .trouble(let trouble): troubles.append(trouble)
      }
    }
    return Result(report: report, pages: pages, troubles: troubles)
  }

  func pass(days: Int = 0, hours: Int = 0) { clock.advance(by: .seconds(days * 86_400 + hours * 3600)) }

  /// The pages that were asked for, by path.
  var askedPaths: [String] { web.asked.compactMap { PageAddress($0.address)?.path } }
}

/// Pages of one host.
func pagesYAML(_ paths: [String], host: String = "reels.example", more: String = "") -> String {
  let pages = paths.map { "https://\(host)\($0)" }.joined(separator: ", ")
  return "sites:\n  - name: Reels\n    pages: [\(pages)]\n\(more.isEmpty ? "" : "    \(more)\n")"
}

func review(_ title: String, _ addition: String = "") -> String {
  var page = ReviewPage(title: title)
  if !addition.isEmpty { page.paragraphs.append(addition) }
  return page.html
}
