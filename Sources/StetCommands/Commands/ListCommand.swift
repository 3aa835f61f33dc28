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

  /// What is printed of a page. Its latest snapshot is let go: an archive may have very many pages.
  private struct Entry {
    let page: String
    let folder: String
    let versions: Int
    let latest: Latest?
  }

  private struct Latest {
    let version: Int
    let captured: Timestamp
    let cause: SnapshotCause
    let digest: Digest
    let title: String?
  }

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    var damaged: ArchiveError?
    let pages = try archive.pages { error in
      console.logger.error("\(error)")
      damaged = error
    }
    let progress = console.progress("listing", total: pages.count)
    var entries: [Entry] = []
    for page in pages {
      do throws(ArchiveError) {
        entries.append(try Self.entry(page, archive))
      } catch {
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
    guard !versions.isEmpty else {
      return Entry(page: page.key.description, folder: page.folder, versions: 0, latest: nil)
    }
    let sealed = try archive.snapshot(try archive.resolve("latest", of: page), of: page)
    let latest = Latest(
      version: sealed.snapshot.version, captured: sealed.snapshot.captured, cause: sealed.snapshot.cause,
      digest: sealed.digest, title: sealed.snapshot.review?.title)
    return Entry(page: page.key.description, folder: page.folder, versions: versions.count, latest: latest)
  }

  private static func json(_ entry: Entry) -> JSONValue {
    var object: JSONObject = [
      "page": .string(entry.page), "versions": .number(Double(entry.versions)),
    ]
    object["latest"] = entry.latest.map { .number(Double($0.version)) }
    object["captured"] = entry.latest.map { .string($0.captured.description) }
    object["cause"] = entry.latest.map { .string($0.cause.rawValue) }
    object["digest"] = entry.latest.map { .string($0.digest.description) }
    object["title"] = entry.latest?.title.map(JSONValue.string)
    object["folder"] = .string(entry.folder)
    return .object(object)
  }

  private static func line(_ entry: Entry, _ column: Int, _ style: TextStyle) -> String {
    let count = String(entry.versions)
    var line = String(repeating: " ", count: column - count.count) + count
    line += "  " + style.dim(entry.latest.map { $0.captured.description } ?? "-                   ")
    line += "  " + VisibleText.line(entry.page)
    if let title = entry.latest?.title { line += "  " + style.bold(VisibleText.line(title)) }
    if entry.latest?.cause == .gone { line += "  " + style.yellow("(gone)") }
    if entry.latest == nil { line += "  " + style.yellow("(nothing but quarantined observations)") }
    return line
  }
}
