internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetExtract
internal import StetFetch
internal import StetKit
internal import StetModel

/// `stet extract`: pages to records, nothing stored.
struct ExtractCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read pages and print their records; nothing is stored.",
    discussion: HelpText.discussion(
      "A SOURCE is an address, a file or - for standard input. A file is a page (HTML, plain or gzip) or a WARC or WACZ "
        + "file, every HTML response of which is a page, one record a line; --url picks one, in its latest capture.",
      examples: [
        "stet extract https://example.org/reviews/the-long-night",
        "stet extract --format markdown --url https://example.org/1 saved.html",
        "stet extract crawl.warc.gz > records.jsonl",
        "stet extract --batch pages.jsonl --jobs 2 > records.jsonl",
      ],
      exits: [
        .done, .failed, .someFailed, .usage, .unreadable, .noInput, .unavailable, .cannotWrite, .refused, .badProfile,
      ]))

  @Argument(help: ArgumentHelp("Pages to read.", valueName: "source"))
  var sources: [String] = []

  @Option(
    help: "What to print: json, jsonl, json-ld, markdown, text or html (default: json; jsonl for several sources).")
  var format: RecordFormat?

  @Option(help: "The address of a page that comes from a file or standard input; of a WARC file, the page to take.")
  var url: String?

  @Option(
    help: ArgumentHelp(
      "Read the stored pages that a file lists, one {\"id\",\"url\",\"path\"} a line, and print one line for each.",
      valueName: "manifest"))
  var batch: String?

  @Option(help: "How many threads read a batch (default: one for each core).")
  var jobs: Int?

  @Flag(help: "Print, for each field, where its value comes from and which candidates lost, instead of the record.")
  var explain = false

  @Option(help: ArgumentHelp("A site profile to try before those that ship with stet.", valueName: "file"))
  var profile: String?

  @Flag(help: "Ask robots.txt first whether an address may be fetched; exit code 77 if not.")
  var robots = false

  @Flag(
    help: ArgumentHelp(
      "Leave out of the text what recurs on other pages of its host in the archive, as archive and run do; "
        + "nothing is stored."))
  var withArchive = false

  @Flag(help: "Fail for a page that is not a review.")
  var requireReview = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    if batch != nil {
      guard sources.isEmpty else { throw ValidationError("--batch and sources exclude each other.") }
      guard url == nil else { throw ValidationError("--url goes with one source; a manifest has its own addresses.") }
      guard !explain else { throw ValidationError("--explain does not go with --batch.") }
      guard !robots else { throw ValidationError("--robots goes with addresses; a batch fetches nothing.") }
      guard !withArchive else { throw ValidationError("--with-archive does not go with --batch.") }
      guard format == nil || format == .jsonl else { throw ValidationError("--batch prints jsonl only.") }
    } else {
      guard !sources.isEmpty else {
        throw ValidationError("Name a source: an address, a file, or - for standard input.")
      }
      guard jobs == nil else { throw ValidationError("--jobs goes with --batch.") }
      guard url == nil || sources.count == 1 else { throw ValidationError("--url goes with one source.") }
      guard sources.count(where: { $0 == "-" }) < 2 else {
        throw ValidationError("Standard input can be read once only.")
      }
    }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256.") }
    if explain, let format, format != .json, format != .text {
      throw ValidationError("--explain prints text or, with --format json, JSON.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let named = try profile.map(Profiles.read)
    let extractor = Profiles.extractor(with: named)
    if let batch { return try BatchPrinting(console, extractor).run(batch, jobs: jobs, requiresReview: requireReview) }
    let address = try url.map { text throws(FetchError) in try AddressParser.parse(text) }
    let inputs = sources.map(PageSource.init)
    for case .address(let text) in inputs {
      // An address that cannot be fetched is a wrong command line: nothing is fetched at all.
      _ = try AddressParser.parse(text)
      guard address == nil else { throw UsageError("--url goes with a file or standard input, not with an address.") }
    }
    let sites = withArchive ? KnownSites(try Archive.open(at: console.archivePath), effort: .build) : nil
    let reading = SourceReading(extractor, network: Network(asksRobots: robots))
    let progress = console.progress("reading", total: inputs.count)
    let isForSeveral = inputs.count > 1 || address == nil && inputs.contains(where: SourceReading.isWebArchive)
    let printing = RecordPrinting(console, format: format, isExplaining: explain, isForSeveral: isForSeveral)
    var statuses: [ExitStatus] = []
    /// Prints a record, or says why there is none.
    func receive(_ result: Result<Extraction, any Error>) throws {
      do {
        let read = try result.get()
        let extraction = try sites?.known(read) ?? read
        if let named, let profile, let page = PageAddress(extraction.review.url), !named.covers(page) {
          throw ProfileReachError(path: profile, hosts: named.hosts, subject: extraction.review.url)
        }
        if requireReview { try NotAReviewError.check(extraction.review) }
        try printing.print(extraction)
        if let warning = ContinuationWarning.text(extraction) { console.logger.warning("\(warning)") }
        statuses.append(.done)
      } catch let error as OutputError {
        throw error
      } catch {
        console.logger.error("\(error)")
        statuses.append(status(of: error))
      }
    }
    for input in inputs {
      progress.label("\(input)")
      if case .file(let path) = input, SourceReading.isWebArchive(input) {
        do {
          try reading.readWebArchive(path, address: address, explaining: explain, receive: receive)
        } catch let error as InputError {
          try receive(.failure(error))
        }
      } else {
        try receive(
          Result { try AsyncWork.wait { try await reading.read(input, address: address, explaining: explain) } })
      }
      progress.advance()
    }
    progress.finish()
    try printing.finish()
    return .of(statuses)
  }
}
