internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetFetch
internal import StetModel

/// `stet list`: the pages of an archive.
struct ListCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the pages in the archive.",
    discussion: HelpText.discussion(
      "One line for each page: how many versions it has, when the latest one was captured, its address and title.",
      examples: [
        "stet list", "stet list --host example.org --sort captured --limit 20", "stet list --json | jq -r '.[].page'",
      ],
      exits: [.done, .usage, .noInput, .cannotWrite, .archiveTrouble]))

  @Option(help: ArgumentHelp("Only pages of this host and of hosts below it.", valueName: "host"))
  var host: String?

  @Option(
    help: ArgumentHelp(
      "Only pages whose latest version was captured on or after this date (2026, 2026-11, 2026-11-22).",
      valueName: "date"))
  var since: String?

  @Option(help: "What comes first: address (a to z), captured (the latest) or versions (the most).")
  var sort = PageOrder.address

  @Option(help: ArgumentHelp("No more than this many pages.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Print one JSON document, an array of pages.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit needs a number from 1 on.") }
    if let since, DateWord.start(of: since) == nil {
      throw ValidationError("'\(since)' is not a date. Write it as 2026, 2026-11 or 2026-11-22.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    let listing = PageListing(
      host: host.map(AddressParser.settled(host:)), since: since.flatMap(DateWord.start), order: sort.order,
      limit: limit)
    var damaged: ArchiveError?
    func complain(_ error: ArchiveError) {
      console.logger.error("\(error)")
      damaged = error
    }
    let progress = console.progress("indexing")
    let index = archive.index(.build) { done, total in progress.set(done: done, of: total) }
    progress.finish()
    if let index {
      try print(index, listing, console, complain)
    } else {
      let progress = console.progress("listing")
      let pages = try archive.list(listing, progress: { progress.set(done: $0, of: $1) }, unreadable: complain)
      progress.finish()
      let printing = PageListPrinting(
        console, isJSON: json, mostVersions: pages.lazy.map(\.versions).max() ?? 0)
      for page in pages { try printing.print(page) }
      try printing.finish()
    }
    return damaged.map(status) ?? .done
  }

  /// Page by page, so that the first ones show at once and none is kept.
  private func print(
    _ index: ArchiveIndex, _ listing: PageListing, _ console: Console, _ complain: (ArchiveError) -> Void
  ) throws {
    let printing = PageListPrinting(console, isJSON: json, mostVersions: try index.maximumVersions(listing))
    var failure: OutputError?
    try index.list(listing, unreadable: complain) { page in
      do throws(OutputError) {
        try printing.print(page)
      } catch {
        failure = error
      }
      return failure == nil
    }
    if let failure { throw failure }
    try printing.finish()
  }
}
