internal import Logging
internal import StetArchive
internal import StetKit
internal import StetModel

/// What a run prints: on standard output a line for each page where somebody reads it, on standard error what a person has
/// to know. A run that goes well in a pipe prints nothing.
final class RunPrinting {
  /// How many troubles of one kind and site are told one by one.
  private static let maximumTold = 5

  private struct Kind: Hashable {
    let site: String
    let code: String
  }

  private let console: Console
  private let isJSON: Bool
  private var isHeard = true
  private var told: [Kind: Int] = [:]

  init(_ console: Console, isJSON: Bool) {
    self.console = console
    self.isJSON = isJSON
  }

  /// Prints what has just become known.
  func print(_ event: RunEvent) throws {
    switch event {
    case .trouble(let trouble): tell(trouble)
    case .page(let outcome, _):
      guard isHeard, isJSON || (console.output.isTerminal && outcome.kind != .unchanged) else { return }
      do throws(OutputError) {
        try console.output.write(
          isJSON ? CompactJSON.bytes(outcome.json) + [UInt8(ascii: "\n")] : OutcomeLine.text(outcome, console.style))
        // The page is on disk: whoever reads the pipe may know.
        try console.output.flush()
      } catch {
        guard error.isClosedPipe else { throw error }
        isHeard = false
      }
    }
  }

  /// Prints what the run came to, if there is somebody to read it, or something was told before.
  func finish(_ report: RunReport) {
    for (kind, count) in told.sorted(by: { ($0.key.site, $0.key.code) < ($1.key.site, $1.key.code) })
    where count > Self.maximumTold {
      console.logger.error(
        "\(kind.site): \(count - Self.maximumTold) more of this kind (\(kind.code)); the report has them all")
    }
    if console.isTalkTerminal || !told.isEmpty {
      console.logger.notice("\(report.summary)")
    } else {
      console.logger.debug("\(report.summary)")
    }
  }

  private func tell(_ trouble: RunTrouble) {
    let kind = Kind(site: trouble.site, code: trouble.code)
    told[kind, default: 0] += 1
    guard told[kind, default: 0] <= Self.maximumTold else { return }
    let since = trouble.since == trouble.seen ? "" : " It has been failing since \(trouble.since)."
    console.logger.error("\(trouble.site): \(trouble.message)\(since)")
  }
}
