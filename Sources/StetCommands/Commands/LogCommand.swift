internal import ArgumentParser
internal import StetArchive
internal import StetExtract
internal import StetKit
internal import StetModel

/// `stet log`: versions and visits of one page.
struct LogCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show the versions and visits of one page.",
    discussion: HelpText.discussion(
      "PAGE is the page's address or any unambiguous part of it. The latest version comes first; visits follow in the "
        + "order in which they were made.",
      examples: ["stet log the-long-night", "stet log the-long-night --json | jq '.visits | length'"],
      exits: [.done, .usage, .noInput, .cannotWrite, .archiveTrouble]))

  @Argument(help: "The page.")
  var page: String

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "The versions alone, a line each: how much the change matters, and what it is.")
  var stat = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    if json, stat { throw ValidationError("--json has everything: leave --stat out.") }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    let page = try archive.find(page)
    let history = try VersionHistory(page, in: archive, rereading: Rereading(archive, extractor: Extractor()))
    if json {
      try console.output.write(PrettyJSON.bytes(history.json, order: .kept))
    } else {
      let log = PageLog(history: history, isolatesDirections: console.output.isTerminal)
      try console.output.write(stat ? log.stat(console.style) : log.text(console.style))
    }
    return .done
  }
}
