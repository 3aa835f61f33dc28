internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetFetch
internal import StetModel

/// `stet search`: full text, the best first.
struct SearchCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the text of the archived pages.",
    discussion: HelpText.discussion(
      """
      All words have to be found; case and accents do not matter. "quoted words" have to follow on each other, harb* finds \
      what begins so, -word leaves out what has it. title:, author:, item:, tag: and body: say where a word has to stand. \
      host:example.org, after:2026-11 and before:2027 filter, by the date of publication where a page has one. The best \
      come first. What each page said last is searched, also of pages that are gone.
      """,
      examples: [
        "stet search quiet harbour", "stet search '\"quiet harbour\"' title:review -trailer host:example.org",
        "stet search tide* --json | jq -r '.results[].page'",
      ],
      exits: [.done, .usage, .noInput, .cannotWrite, .archiveTrouble], meanings: [.done: "done, found or not"]))

  @Argument(parsing: .allUnrecognized, help: "What to look for.")
  var words: [String]

  @Option(help: ArgumentHelp("No more than this many results.", valueName: "n"))
  var limit = 10

  @Flag(help: "Search what pages said in all their versions, not only in the latest.")
  var allVersions = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit needs a number from 1 to 10000.") }
    // Said here, so that a mistyped option is not looked for as a word to leave out.
    if let option = words.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'.")
    }
  }

  /// What was asked for: the first `--` ends the options, and is no word itself.
  private var query: String {
    var words = words
    if let end = words.firstIndex(of: "--") { words.remove(at: end) }
    return words.joined(separator: " ")
  }

  func run(_ console: Console) throws -> ExitStatus {
    let query = try SearchQuery(self.query).renamingHosts(AddressParser.settled(host:))
    let archive = try Archive.open(at: console.archivePath)
    let progress = console.progress("indexing")
    let index = archive.index(.build, patience: .seconds(600)) { done, total in progress.set(done: done, of: total) }
    progress.finish()
    guard let index else {
      throw ArchiveError(
        code: .inputOutput,
        message: "Cannot search '\(archive.path)': there is no index, and none can be made. Free some space in the "
          + "archive's folder or in TMPDIR, then run again.", subject: archive.path)
    }
    let result = try index.search(query, in: allVersions ? .allVersions : .current, limit: limit)
    if json {
      try console.output.write(PrettyJSON.bytes(result.json, order: .kept))
    } else {
      let rendering = SearchRendering(style: console.style)
      try console.output.write(rendering.text(result))
      console.logger.notice("\(rendering.summary(result))")
    }
    return .done
  }
}
