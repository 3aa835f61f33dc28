internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetFetch
internal import StetKit
internal import StetModel

/// `stet run`: the cron job.
struct RunCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Archive what is new and what is due on the sites of stet.yaml: the cron job.",
    discussion: HelpText.discussion(
      "Looks for new pages in feeds, sitemaps and listings, visits known pages when they are due, and stores what is new "
        + "or has changed. Says nothing unless a person has to know: a failure is told once, until it changes. The "
        + "archive keeps a report of each run in state/runs. docs/running.md describes stet.yaml.",
      examples: [
        "stet run --dry-run",
        "stet run --config /etc/stet/stet.yaml --deadline 50m --wait 5m",
        "17 * * * *  stet run --config /srv/reviews/stet.yaml --deadline 50m",
      ],
      exits: [
        .done, .failed, .someFailed, .usage, .noInput, .cannotWrite, .archiveTrouble, .locked, .badProfile,
        .interrupted,
        .terminated,
      ],
      meanings: [
        .done: "done, or nothing was due", .failed: "everything that was asked for failed",
        .someFailed: "some pages or sources failed or were quarantined, the others are done",
        .badProfile: "stet.yaml, or a file that it names, is wrong",
      ]))

  @Option(help: ArgumentHelp("The sites, and whom to tell.", valueName: "file"))
  var config = "stet.yaml"

  @Flag(help: "Print what is due and why; fetch nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Of pages that are not in the archive yet, leave those waiting that are older (2026, 2026-11, 2026-11-22).",
      valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only this site, by its name or host; may be repeated.", valueName: "site"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Fetch no more pages than this; the others stay due.", valueName: "number"))
  var maxPages: Int?

  @Option(help: ArgumentHelp("Begin no further page after so long (20m, 1h30m).", valueName: "duration"))
  var deadline: String?

  @Option(help: ArgumentHelp("Wait so long for another run to end.", valueName: "duration"))
  var wait: String?

  @Flag(help: "Print a JSON line for each page; with --dry-run for each thing that is due.")
  var json = false

  @Option(
    help: ArgumentHelp("Write what the run did to this file, for Prometheus' textfile collector.", valueName: "file"))
  var metrics: String?

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    if let maxPages, maxPages < 1 { throw ValidationError("--max-pages is a number from 1.") }
    for (name, text) in [("--deadline", deadline), ("--wait", wait)] {
      guard let text, DurationWord.read(text) == nil else { continue }
      throw ValidationError("\(name) is a duration such as \(DurationWord.examples), not '\(text)'.")
    }
    if let since, DateWord.start(of: since) == nil {
      throw ValidationError("--since is a date such as 2026, 2026-11 or 2026-11-22, not '\(since)'.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    guard let (list, sites) = try read(console) else { return .badProfile }
    let path = console.chosenArchive ?? list.archive ?? Console.defaultArchive
    if dryRun { return try plan(sites.map(\.site), path, console) }
    return try run(list, sites, path, console)
  }

  /// The sites that are meant; nil when stet.yaml is wrong, which has been told by then.
  private func read(_ console: Console) throws -> (list: Watchlist, sites: [RunSite])? {
    do {
      let list = try Watchlist.read(file: config)
      return (list, try list.prepared(only.isEmpty ? list.sites : list.sites(named: only)))
    } catch let error as WatchlistError {
      for line in error.lines { console.logger.error("\(line)") }
      return nil
    }
  }

  private var options: RunOptions {
    RunOptions(
      maximumPages: maxPages, deadline: deadline.flatMap(DurationWord.read), since: since.flatMap(DateWord.start))
  }

  // MARK: For --dry-run

  private func plan(_ sites: [WatchedSite], _ path: String, _ console: Console) throws -> ExitStatus {
    let plan = RunPlan(sites, archive: try existing(path), options: options, now: SystemClock().now)
    var isEmpty = true
    try plan.run { entry in
      isEmpty = false
      try console.output.write(json ? CompactJSON.bytes(entry.json) + [0x0A] : RunRendering.line(entry, console.style))
      return true
    }
    if isEmpty, console.isTalkTerminal { console.logger.notice("nothing is due") }
    return .done
  }

  /// The archive; nil when there is none yet.
  private func existing(_ path: String) throws(ArchiveError) -> Archive? {
    do throws(ArchiveError) {
      return try Archive.open(at: path)
    } catch {
      guard error.code == .noArchive else { throw error }
      return nil
    }
  }

  // MARK: The run

  private func run(
    _ list: Watchlist, _ sites: [RunSite], _ path: String, _ console: Console
  ) throws -> ExitStatus {
    StopSignal.watch()
    guard let writer = try open(path) else { return StopSignal.status ?? .locked }
    defer { writer.close() }
    for recovery in writer.recoveries { console.logger.notice("\(recovery)") }
    let clock = SystemClock()
    var policy = FetchPolicy()
    if let agent = list.agent { policy.agent = agent }
    let states = HostStates(try writer.archive.state(.hosts))
    let network = PoliteNetwork(
      policy: policy, states: states, deadline: options.deadline.map { clock.uptime + $0 }, clock: clock
    ) { keeping in
      // Where this fails the archive cannot be written either, and that is told.
      switch keeping {
      case .file(let bytes): try? writer.setState(.hosts, to: bytes)
      case .line(let bytes): try? writer.appendToState(.hosts, bytes)
      }
    }
    let run = try Run(sites, into: writer, network: network, clock: clock, options: options, logger: console.logger)
    let printing = RunPrinting(console, isJSON: json)
    let result = Result { try AsyncWork.wait { try await Self.report(of: run, printing) } }
    // However it ended: the next run owes each host its pause.
    if let hosts = network.close() { try writer.setState(.hosts, to: hosts) }
    let report = try result.get()
    printing.finish(report)
    var status = ExitStatus.of(report)
    if let metrics { try RunMetrics(report).write(to: metrics) }
    let notification = Notification(list, report, writer)
    // Asked to stop, a run ends at once: the next one tells.
    let isPutOff = StopSignal.isReceived
    let told = try AsyncWork.wait(cancelling: { StopSignal.isReceived }) {
      try await notification.deliver(isPutOff: isPutOff)
    }
    for line in told.news { console.logger.error("\(line)") }
    if !told.isAllTold, status == .done { status = .someFailed }
    return StopSignal.status ?? status
  }
}

extension RunCommand {
  /// The archive, once no other run holds it; nil when a signal ended the wait.
  private func open(_ path: String) throws(ArchiveError) -> ArchiveWriter? {
    let patience = wait.flatMap(DurationWord.read) ?? .zero
    do throws(ArchiveError) {
      return try ArchiveWriter.open(at: path, patience: patience, shouldStop: { StopSignal.isReceived })
    } catch  where error.code == .locked && StopSignal.isReceived {
      return nil
    }
  }

  private static func report(of run: Run, _ printing: RunPrinting) async throws -> RunReport {
    try await run.run(shouldStop: { StopSignal.isReceived }, receive: { event in try printing.print(event) })
  }
}

extension ExitStatus {
  /// How a run ends that has done this.
  static func of(_ report: RunReport) -> ExitStatus {
    // What a page or source that stet.yaml names is refused for is told once, and is no failure after that.
    if report.failed == 0 { return report.news == 0 ? .done : .someFailed }
    return report.failed == report.asked ? .failed : .someFailed
  }
}
