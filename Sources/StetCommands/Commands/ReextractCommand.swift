internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetDiff
internal import StetExtract
internal import StetKit
internal import StetModel

/// `stet reextract`: today's rules over the stored pages.
struct ReextractCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "reextract",
    abstract: "Read stored pages again by today's rules, and tell what they read otherwise.",
    discussion: HelpText.discussion(
      "Prints which fields of how many versions differ, with the worst examples. Nothing is fetched, and without --write "
        + "nothing is stored. What --write stores are versions of the same captures, with the cause 'extractor'. Without "
        + "PAGE all pages are read.",
      examples: [
        "stet reextract", "stet reextract --write", "stet reextract --json reviews.example/the-long-night",
      ],
      exits: [
        .done, .someFailed, .usage, .noInput, .cannotWrite, .archiveTrouble, .locked, .interrupted, .terminated,
      ],
      meanings: [.someFailed: "some versions could not be read from the archive, the others are done"]))

  @Argument(help: "A page's address or any unambiguous part of it.")
  var page: [String] = []

  @Option(help: "Which captures of a page: latest or all.")
  var versions = VersionChoice.latest

  @Flag(help: "Store what differs.")
  var write = false

  @Option(help: ArgumentHelp("How many threads read (default: one for each core).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    guard jobs.map({ (1...1024).contains($0) }) ?? true else {
      throw ValidationError("--jobs is a number of threads, 1 to 1024.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    var pages: [ArchivedPage] = []
    for query in page {
      let found = try archive.find(query)
      if !pages.contains(found) { pages.append(found) }
    }
    let writer = write ? try ArchiveWriter.open(at: console.archivePath, creating: false) : nil
    defer { writer?.close() }
    StopSignal.watch()
    let progress = console.progress("reading again")
    defer { progress.finish() }
    let reextraction = Reextraction(
      archive, responses: archive, versions: versions.reextraction, jobs: jobs ?? BatchExtraction.cores)
    let report = try reextraction.run(
      pages: page.isEmpty ? nil : pages, writer: writer, shouldStop: { StopSignal.isReceived },
      progress: { progress.set(done: $0, of: $1) })
    progress.finish()
    if json {
      try console.output.write(PrettyJSON.bytes(report.json(rules: Extractor.facts.rules), order: .kept))
    } else {
      try console.output.write(ReextractRendering(style: console.style, isWritten: write).render(report))
    }
    if report.isStopped {
      console.logger.error("stopped: what the report tells of is not all; the same command goes on")
      return StopSignal.status ?? .failed
    }
    return report.count(.failed) > 0 ? .someFailed : .done
  }
}
