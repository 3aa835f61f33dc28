internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetModel

/// `stet quarantine list`: the observations that wait for a person.
struct QuarantineListCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the observations that were set aside and not accepted.",
    discussion: HelpText.discussion(
      "One line for each: when it came, what it is in a word, its page and the reason. The codes are explained in "
        + "Archive/README.md.",
      examples: [
        "stet quarantine list", "stet quarantine list --json | jq -r '.[] | select(.code == \"shrunken\").page'",
      ],
      exits: [.done, .usage, .noInput, .cannotWrite, .archiveTrouble]))

  @Argument(help: "One page only: its address or any unambiguous part of it.")
  var page: String?

  @Flag(help: "List the accepted ones, too.")
  var all = false

  @Flag(help: "Print one JSON document, an array of observations.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    var damaged: ArchiveError?
    func note(_ error: ArchiveError) {
      console.logger.error("\(error)")
      damaged = error
    }
    let pages = if let page { [try archive.find(page)] } else { try archive.pages(unreadable: note) }
    var entries: [QuarantineEntry] = []
    for page in pages {
      do throws(ArchiveError) {
        entries += try archive.quarantine(of: page).filter { all || $0.acceptance == nil }
      } catch {
        // One broken page must not hide the others.
        note(error)
      }
    }
    if json {
      try console.output.write(PrettyJSON.bytes(.array(entries.map(\.json)), order: .kept))
    } else {
      let column = entries.map { ($0.visit.code ?? "-").utf8.count }.max() ?? 0
      for entry in entries { try console.output.line(Self.line(entry, column, console.style)) }
    }
    return damaged.map(status) ?? .done
  }

  private static func line(_ entry: QuarantineEntry, _ column: Int, _ style: TextStyle) -> String {
    let code = VisibleText.line(entry.visit.code ?? "-")
    var line = style.dim("\(entry.visit.at)") + "  " + style.yellow(code)
    line += String(repeating: " ", count: max(0, column - code.utf8.count)) + "  "
    line += style.bold(VisibleText.line(entry.page.key.description))
    if let reason = entry.visit.reason { line += "  " + VisibleText.line(reason) }
    if let version = entry.acceptance?.version { line += "  " + style.green("(accepted as version \(version))") }
    return line
  }
}
