internal import StetArchive
internal import StetModel

/// A run's report in Prometheus' text format, for the node exporter's textfile collector.
public struct RunMetrics: Sendable {
  private let report: RunReport

  /// The metrics of a run.
  public init(_ report: RunReport) { self.report = report }

  /// The text. Label values are escaped; sites come in the order of the watchlist.
  public var text: String {
    var lines: [String] = []
    func metric(_ name: String, _ kind: String, _ help: String, _ samples: [(labels: String, value: Int64)]) {
      lines.append("# HELP \(name) \(help)")
      lines.append("# TYPE \(name) \(kind)")
      lines += samples.map { "\(name)\($0.labels) \($0.value)" }
    }
    metric(
      "stet_run_end_timestamp_seconds", "gauge", "When the last run ended.",
      [("", report.ended.secondsSince1970)])
    metric(
      "stet_run_duration_seconds", "gauge", "How long the last run took.",
      [("", report.ended.secondsSince1970 - report.started.secondsSince1970)])
    metric(
      "stet_run_complete", "gauge", "Whether the last run did all that was due.",
      [("", report.stopped == nil ? 1 : 0)])
    metric(
      "stet_run_pages", "gauge", "Pages that the last run asked for, by what came of them.",
      report.sites.flatMap { site in
        PageOutcome.Kind.allCases.map { kind in
          ("{site=\"\(Self.escaped(site.name))\",outcome=\"\(kind.rawValue)\"}", Int64(site.count(kind)))
        }
      })
    func perSite(_ name: String, _ help: String, _ value: (SiteReport) -> Int64?) {
      metric(
        name, "gauge", help,
        report.sites.compactMap { site in
          value(site).map { ("{site=\"\(Self.escaped(site.name))\"}", $0) }
        })
    }
    perSite("stet_run_partial", "Versions of the last run that end before a later page of their review.") {
      Int64($0.partial)
    }
    perSite("stet_run_refused", "Pages and sources that robots.txt refused in the last run.") { Int64($0.refused) }
    perSite("stet_run_failed_sources", "Feeds, sitemaps and listings that failed in the last run.") {
      Int64($0.failedSources)
    }
    perSite("stet_site_waiting", "Addresses that are not in the archive yet, or have failed.") { Int64($0.waiting) }
    perSite("stet_site_troubles", "What does not go well at the site.") { Int64($0.troubles.count) }
    perSite("stet_site_last_success_timestamp_seconds", "When the site last answered well.") {
      $0.lastSuccess?.secondsSince1970
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the text; the file is whole at any moment.
  /// - Throws: `ExportError` when it cannot be written.
  public func write(to path: String) throws {
    let file = try OutputFile(path)
    try file.write(text.utf8)
    try file.commit()
  }

  /// A label's value as the text format has it.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
