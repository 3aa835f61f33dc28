internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetExtract
internal import StetFetch
internal import StetKit
internal import StetModel

/// `stet archive`: pages from their addresses into the archive.
struct ArchiveCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Fetch pages and store a snapshot of each that is new or has changed.",
    discussion: HelpText.discussion(
      "Prints one line for each page as soon as it is safe on disk. A page that is a list of pages, an error page, a "
        + "block page, unreadable, or has lost most of its text is quarantined, not stored.",
      examples: [
        "stet archive https://example.org/reviews/the-long-night",
        "stet archive --json --delay 5 https://example.org/1 https://example.org/2",
      ],
      exits: [
        .done, .failed, .someFailed, .usage, .unreadable, .unavailable, .cannotWrite, .archiveTrouble, .locked,
        .refused, .interrupted, .terminated,
      ]))

  @Argument(help: ArgumentHelp("Addresses of pages, http or https.", valueName: "url"))
  var urls: [String]

  @Option(
    help: ArgumentHelp(
      "The pause between two requests to one host; one that it is known to want is kept if it is longer.",
      valueName: "seconds"))
  var delay = 1.0

  @Flag(help: "Store the page whatever it looks like; what is no page at all (empty, binary) stays out.")
  var anyPage = false

  @Flag(
    help:
      "Ask robots.txt first whether a page may be fetched, and keep the pause that it asks for; exit code 77 if not.")
  var robots = false

  @Flag(help: "Print a JSON line for each page.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    guard (0...86400).contains(delay) else { throw ValidationError("--delay is a number of seconds, 0 to 86400.") }
  }

  func run(_ console: Console) throws -> ExitStatus {
    var addresses: [PageAddress] = []
    for url in urls { addresses.append(try AddressParser.parse(url)) }
    let writer = try ArchiveWriter.open(at: console.archivePath)
    defer { writer.close() }
    for recovery in writer.recoveries { console.logger.notice("\(recovery)") }
    StopSignal.watch()
    let hosts = try Self.hosts(of: writer.archive, console)
    let network = Network(delay: .milliseconds(Int(delay * 1000)), hosts: hosts, asksRobots: robots)
    let archiving = Archiving(
      into: writer, extractor: Extractor(), acceptsAnyPage: anyPage, logger: console.logger)
    let run = ArchivingRun(archiving) { request throws(FetchError) in try await network.fetch(request) }
    let progress = console.progress("archiving", total: addresses.count)
    defer { progress.finish() }
    var statuses: [ExitStatus] = []
    var isHeard = true
    func receive(_ outcome: PageOutcome) throws {
      statuses.append(.of(outcome))
      progress.advance()
      if let error = outcome.error { console.logger.error("\(error)") }
      guard isHeard else { return }
      do throws(OutputError) {
        try console.output.write(json ? Self.jsonLine(outcome) : OutcomeLine.text(outcome, console.style))
        // The page is on disk: whoever reads the pipe may know.
        try console.output.flush()
      } catch {
        // Whoever read has gone, but the pages were asked for: go on in silence.
        guard error.isClosedPipe else { throw error }
        isHeard = false
      }
    }
    let result = Result {
      try AsyncWork.wait(cancelling: { StopSignal.isReceived }) {
        try await run.run(addresses, starting: { progress.label("\($0)") }, receive: receive)
      }
    }
    // However it ended: whoever comes next owes each host its pause.
    network.close()
    try writer.setState(.hosts, to: hosts.file(at: SystemClock().now, isUnfinished: hosts.isUnfinished))
    try result.get()
    if let stopped = StopSignal.status {
      let left = addresses.count - statuses.count
      console.logger.error("stopped\(left == 0 ? "" : ": \(left) of \(addresses.count) pages were not visited")")
      return stopped
    }
    return .of(statuses)
  }

  /// What earlier runs knew of hosts: the pause that is owed to them, and what they said of being left alone.
  private static func hosts(of archive: Archive, _ console: Console) throws(ArchiveError) -> HostStates {
    let hosts = HostStates(try archive.state(.hosts))
    for note in hosts.notes { console.logger.notice("\(note)") }
    return hosts
  }

  private static func jsonLine(_ outcome: PageOutcome) -> [UInt8] {
    CompactJSON.bytes(outcome.json) + [UInt8(ascii: "\n")]
  }
}
