internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetExtract
internal import StetKit
internal import StetModel

/// `stet import`: captures of other crawlers into the archive, the network off.
struct ImportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Store the captures in WARC and WACZ files, as of the days when they were made.",
    discussion: HelpText.discussion(
      "Every HTML response with status 2xx becomes a visit of its page, and a version where it differs from the version "
        + "before it in time. Nothing is fetched. What the archive has already is left alone: the same files again change "
        + "nothing, and what was stopped goes on. Prints one line for each capture as soon as it is safe on disk. A page "
        + "that is a list of pages, an error page, a block page, unreadable, or has lost most of its text is quarantined.",
      examples: ["stet import crawl-2012.warc.gz crawl-2014.warc.gz", "stet import --json saved.wacz"],
      exits: [
        .done, .failed, .someFailed, .usage, .unreadable, .noInput, .cannotWrite, .archiveTrouble, .locked,
        .interrupted,
        .terminated,
      ]))

  @Argument(help: ArgumentHelp("WARC files, plain or gzip, or WACZ files.", valueName: "file"))
  var files: [String]

  @Flag(help: "Store pages whatever they look like; what is no page at all (empty, binary) stays out.")
  var anyPage = false

  @Option(help: "How many threads read pages (default: one for each core).")
  var jobs: Int?

  @Flag(help: "Print a JSON line for each capture.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256.") }
  }

  func run(_ console: Console) throws -> ExitStatus {
    // A file that is not there ends the command before the archive is touched.
    let archives = try files.map { path throws(InputError) in try WebArchive(path) }
    let writer = try ArchiveWriter.open(at: console.archivePath)
    defer { writer.close() }
    StopSignal.watch()
    let importing = ImportRun(
      into: writer, extractor: Extractor(), acceptsAnyPage: anyPage, jobs: jobs ?? BatchExtraction.cores,
      logger: console.logger)
    let looking = console.progress("looking through files, MiB")
    let storing = console.progress("importing")
    defer { storing.finish() }
    var statuses: [ExitStatus] = []
    var counts: [PageOutcome.Kind: Int] = [:]
    var isHeard = true
    let report = try importing.run(
      archives, shouldStop: { StopSignal.isReceived },
      progress: { stage in
        switch stage {
        case .looking(let bytes, let total): looking.set(done: bytes >> 20, of: total >> 20)
        case .importing(let done, let total, let address):
          if done == 1 { looking.finish() }
          storing.label("\(address)")
          storing.set(done: done, of: total)
        }
      },
      receive: { imported in
        let outcome = imported.outcome
        statuses.append(.of(outcome))
        counts[outcome.kind, default: 0] += 1
        if let warning = imported.warning { console.logger.warning("\(VisibleText.line(warning))") }
        if let error = outcome.error { console.logger.error("\(error)") }
        guard isHeard else { return }
        do throws(OutputError) {
          try console.output.write(
            json
              ? CompactJSON.bytes(imported.json) + [UInt8(ascii: "\n")]
              : OutcomeLine.text(outcome, console.style, captured: imported.captured))
          try console.output.flush()
        } catch {
          // Whoever read has gone, but the captures were asked for: go on in silence.
          guard error.isClosedPipe else { throw error }
          isHeard = false
        }
      })
    looking.finish()
    storing.finish()
    for error in report.errors {
      console.logger.error("\(error)")
      statuses.append(.of(error))
    }
    console.logger.notice("\(Self.summary(counts, report))")
    let lost = CaptureSkip.allCases.filter(\.isLoss).reduce(0) { $0 + report.skipped[$1, default: 0] }
    statuses += repeatElement(.unreadable, count: lost)
    if let stopped = StopSignal.status {
      console.logger.error(
        "stopped\(report.left == 0 ? "" : ": \(report.left) captures were left; run again to go on")")
      return stopped
    }
    // What was there already is done.
    return .of(statuses + repeatElement(.done, count: report.known))
  }

  /// "3 new, 1 changed, 2 known; skipped: 12 not HTML".
  private static func summary(_ counts: [PageOutcome.Kind: Int], _ report: ImportReport) -> String {
    var parts = PageOutcome.Kind.allCases.compactMap { kind in counts[kind].map { "\($0) \(kind.rawValue)" } }
    if report.known > 0 { parts.append("\(report.known) known already") }
    let skipped = CaptureSkip.allCases.compactMap { reason in
      report.skipped[reason].map { "\($0) \(reason.words)" }
    }
    let stored = parts.isEmpty ? "no captures" : parts.joined(separator: ", ")
    return stored + (skipped.isEmpty ? "" : "; left out: " + skipped.joined(separator: ", "))
  }
}
