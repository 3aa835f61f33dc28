internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetModel

/// `stet archive-merge`: two machines' archives into one.
struct ArchiveMergeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive-merge",
    abstract: "Take over what another archive holds: pages, versions, visits, observations, responses.",
    discussion: HelpText.discussion(
      "OTHER is only read, and no stet may write to it meanwhile. It is checked first: what is broken there is told and not "
        + "taken over. Versions of a page that both archives have get the next numbers and keep their dates; what they were "
        + "in OTHER is kept with them, so that its chain can still be proved. What was redacted in either archive comes "
        + "without its text. The same again changes nothing; what was stopped goes on. Prints one line for each page that "
        + "is new or has more, and for each that was refused.",
      examples: [
        "stet archive-merge /media/laptop/Archive", "stet --archive Reviews archive-merge Old --dry-run --json",
      ],
      exits: [
        .done, .failed, .someFailed, .usage, .noInput, .cannotWrite, .archiveTrouble, .locked, .interrupted,
        .terminated,
      ],
      meanings: [
        .failed: "failed, or nothing of OTHER is whole", .someFailed: "something of OTHER is broken, the rest is here",
      ]))

  @Argument(help: ArgumentHelp("The other archive's folder.", valueName: "other"))
  var other: String

  @Flag(help: "Tell what would be taken over, and write nothing.")
  var dryRun = false

  @Flag(help: "Print a JSON line for each page, those that are known already included.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func run(_ console: Console) throws -> ExitStatus {
    // What is not there ends the command before the archive is touched.
    let source = try Archive.open(at: other)
    if let own = try? Archive.open(at: console.archivePath), own.isSame(as: source) {
      throw UsageError("'\(other)' is the archive itself. Name another one.")
    }
    let writer = try ArchiveWriter.open(at: console.archivePath, creating: !dryRun)
    defer { writer.close() }
    StopSignal.watch()
    let checking = console.progress("checking the other archive")
    let responses = console.progress("taking over responses, files")
    let pages = console.progress("taking over pages")
    defer { for bar in [checking, responses, pages] { bar.finish() } }
    var isHeard = true
    let report = try writer.merge(
      source, isRehearsal: dryRun, shouldStop: { StopSignal.isReceived },
      progress: { stage in
        switch stage {
        case .checking(let done, let total): checking.set(done: done, of: total)
        case .captures(let done, let total):
          checking.finish()
          responses.set(done: done, of: total)
        case .pages(let done, let total):
          checking.finish()
          responses.finish()
          pages.set(done: done, of: total)
        }
      },
      receive: { page in
        for note in page.notes {
          let text = VisibleText.line(page.outcome == .refused ? "'\(page.page)' is not taken over: \(note)" : note)
          console.logger.log(level: page.outcome == .refused ? .error : .warning, "\(text)")
        }
        guard isHeard, json || page.outcome != .known else { return }
        do throws(OutputError) {
          try console.output.write(
            json
              ? CompactJSON.bytes(page.json) + [UInt8(ascii: "\n")] : Array("\(Self.line(page, console.style))\n".utf8))
          try console.output.flush()
        } catch {
          // Whoever read has gone, but the merge was asked for: go on in silence.
          guard error.isClosedPipe else { throw error }
          isHeard = false
        }
      })
    for bar in [checking, responses, pages] { bar.finish() }
    for fault in report.faults { console.logger.error("\(VisibleText.line("not taken over: \(fault)"))") }
    console.logger.notice("\(Self.summary(report, isRehearsal: dryRun))")
    if let stopped = StopSignal.status, report.isStopped {
      console.logger.error("stopped; run again to go on")
      return stopped
    }
    if report.isComplete { return .done }
    return report.new + report.merged + report.known + report.captures == 0 ? .failed : .someFailed
  }

  /// `merged       2 versions, 5 visits  https://example.org/…`
  private static func line(_ page: MergedPage, _ style: TextStyle) -> String {
    let word = page.outcome.rawValue
    let colored =
      switch page.outcome {
      case .new, .merged: style.green(word)
      case .known: style.dim(word)
      case .refused: style.red(word)
      }
    let counts = [
      count(page.versions, "version"), count(page.visits, "visit"),
      page.observations == 0 ? nil : count(page.observations, "observation"),
      page.redacted == 0 ? nil : "\(page.redacted) redacted",
    ]
    let padding = String(repeating: " ", count: max(1, 10 - word.count))
    return
      "\(colored)\(padding)\(counts.compactMap(\.self).joined(separator: ", "))  \(VisibleText.line(page.page))"
  }

  /// `3 pages new, 1 merged, 12 known already; 7 versions, 20 visits, 18 responses`
  private static func summary(_ report: MergeReport, isRehearsal: Bool) -> String {
    var pages = ["\(count(report.new, "page")) new", "\(report.merged) merged", "\(report.known) known already"]
    if report.refused > 0 { pages.append("\(report.refused) refused") }
    var taken = [count(report.versions, "version"), count(report.visits, "visit")]
    if report.observations > 0 { taken.append(count(report.observations, "observation")) }
    if !isRehearsal { taken.append(count(report.captures, "response")) }
    return (isRehearsal ? "would be: " : "") + pages.joined(separator: ", ") + "; " + taken.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
