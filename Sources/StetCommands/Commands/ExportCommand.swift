internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetFetch
internal import StetKit
internal import StetModel
internal import StetReadingRoom

/// `stet export`: the archive in other forms.
struct ExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write what is in the archive in another form: JSON Lines, CSV, Markdown, Atom, WARC, WACZ or a site to read.",
    discussion: HelpText.discussion(
      "The same archive gives the same bytes, in the same order. OUT bears the result only when all of it is there; a file "
        + "of that name is replaced, a folder has to be new or empty.",
      examples: [
        "stet export --format csv reviews.csv",
        "stet export --format markdown --host reviews.example Notes",
        "stet export --format jsonl --versions all - | jq -r .review.title",
        "stet export --format site --host reviews.example Room",
      ],
      exits: [
        .done, .usage, .noInput, .cannotWrite, .archiveTrouble, .interrupted, .terminated,
      ]))

  @Option(help: "The form: jsonl, csv, markdown, atom, warc, wacz or site.")
  var format: ExportFormat

  @Option(
    help: ArgumentHelp(
      "Only versions captured on this day or later (2026, 2026-11, 2026-11-22, 2026-11-22T06:00).", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only pages of this host; may be repeated.", valueName: "host"))
  var host: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which versions of a page: latest or all (default: latest). Of a page that is gone the latest is the last good one. A "
        + "site has all.", valueName: "versions"))
  var versions: VersionChoice?

  @Argument(help: "A file, with markdown and site a folder; - for standard output.")
  var out: String

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    guard since.map({ FirstMoment.of($0) != nil }) ?? true else {
      throw ValidationError("--since is a date such as 2026-11-22, or a moment such as 2026-11-22T06:00.")
    }
    guard host.allSatisfy({ PageAddress("http://\($0)/")?.host == ASCII.lowercased($0) }) else {
      throw ValidationError("--host is the name of a host, such as reviews.example.")
    }
    // WACZ 1.1.1, "Zip Format File Extension".
    guard format != .wacz || out == "-" || out.hasSuffix(".wacz") else {
      throw ValidationError("the name of a WACZ file ends in .wacz.")
    }
    guard out != "-" || !format.isFolder else {
      throw ValidationError("--format \(format.rawValue) writes a folder: name one.")
    }
    guard format != .site || versions != .latest else {
      throw ValidationError("a site has all versions of its pages: leave --versions out.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    if out != "-" { try archive.checkOutput(out) }
    StopSignal.watch()
    let progress = console.progress("exporting")
    defer { progress.finish() }
    let selection = ExportSelection(
      versions: (versions ?? .latest).selection, since: since.flatMap(FirstMoment.of),
      hosts: host.map(AddressParser.settled(host:)))
    let count: ExportCount
    do {
      count = try write(archive, selection, console) { progress.set(done: $0, of: $1) }
    } catch let error as ExportError where error.code == .stopped {
      progress.finish()
      console.logger.error("\(error)")
      return StopSignal.status ?? .failed
    }
    progress.finish()
    if count.versions == 0 { console.logger.notice("no version is what was asked for") }
    if count.cutCells > 0 {
      console.logger.notice(
        "\(count.cutCells) cells held more than a spreadsheet takes and are cut, with a word on it; jsonl has all of them"
      )
    }
    if count.versionsWithoutResponse > 0 {
      console.logger.notice("\(count.versionsWithoutResponse) versions have no stored response, and are not in it")
    }
    console.logger.info("exported \(count.versions) versions of \(count.pages) pages")
    return .done
  }

  private func write(
    _ archive: Archive, _ selection: ExportSelection, _ console: Console, progress: @escaping (Int, Int) -> Void
  ) throws -> ExportCount {
    guard let form = format.form else {
      return try SiteExport(archive, selection, progress: progress) { StopSignal.isReceived }.write(toPath: out)
    }
    let export = Export(archive, selection, progress: progress) { StopSignal.isReceived }
    if out == "-" { return try export.write(form) { try console.output.write($0) } }
    return try export.write(form, toPath: out)
  }
}
