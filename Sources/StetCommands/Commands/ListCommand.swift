internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetModel

/// `stet list`: the pages of an archive.
struct ListCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the pages in the archive.",
    discussion: HelpText.discussion(
      "One line for each page: how many versions it has, when the latest one was captured, its address and title.",
      examples: ["stet list", "stet list --json | jq -r '.[].page'"],
      exits: [.done, .usage, .noInput, .cannotWrite, .archiveTrouble]))

  @Flag(help: "Print one JSON document, an array of pages.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  private struct Entry {
    let page: ArchivedPage
    let versions: Int
    let latest: SealedSnapshot?
  }

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    let pages = try archive.pages()
    let progress = console.progress("listing", total: pages.count)
    var entries: [Entry] = []
    var damaged: ArchiveError?
    for page in pages {
      do throws(ArchiveError) {
        entries.append(try Self.entry(page, archive))
      } catch {
        guard error.code == .damaged else { throw error }
        // One broken page must not hide the others.
        console.logger.error("\(error)")
        damaged = error
      }
      progress.advance()
    }
    progress.finish()
    if json {
      try console.output.write(PrettyJSON.bytes(.array(entries.map(Self.json)), order: .kept))
    } else {
      let column = entries.map { String($0.versions).count }.max() ?? 0
      for entry in entries { try console.output.line(Self.line(entry, column, console.style)) }
    }
    return damaged.map(status) ?? .done
  }

  private static func entry(_ page: ArchivedPage, _ archive: Archive) throws(ArchiveError) -> Entry {
    let versions = try archive.versions(of: page)
    // A page that was quarantined from the start has none.
    guard !versions.isEmpty else { return Entry(page: page, versions: 0, latest: nil) }
    let latest = try archive.snapshot(try archive.resolve("latest", of: page), of: page)
    return Entry(page: page, versions: versions.count, latest: latest)
  }

  private static func json(_ entry: Entry) -> JSONValue {
    var object: JSONObject = [
      "page": .string(entry.page.key.description), "versions": .number(Double(entry.versions)),
    ]
    object["latest"] = entry.latest.map { .number(Double($0.snapshot.version)) }
    object["captured"] = entry.latest.map { .string($0.snapshot.captured.description) }
    object["cause"] = entry.latest.map { .string($0.snapshot.cause.rawValue) }
    object["digest"] = entry.latest.map { .string($0.digest.description) }
    object["title"] = entry.latest?.snapshot.review?.title.map(JSONValue.string)
    object["folder"] = .string(entry.page.folder)
    return .object(object)
  }

  private static func line(_ entry: Entry, _ column: Int, _ style: TextStyle) -> String {
    let count = String(entry.versions)
    var line = String(repeating: " ", count: column - count.count) + count
    line += "  " + style.dim(entry.latest.map { $0.snapshot.captured.description } ?? "-                   ")
    line += "  " + TerminalText.line(entry.page.key.description)
    if let title = entry.latest?.snapshot.review?.title { line += "  " + style.bold(TerminalText.line(title)) }
    if entry.latest?.snapshot.cause == .gone { line += "  " + style.yellow("(gone)") }
    if entry.latest == nil { line += "  " + style.yellow("(nothing but quarantined observations)") }
    return line
  }
}
