internal import ArgumentParser
internal import Glibc
internal import StetArchive
internal import StetModel

/// `stet redact`: a takedown.
struct RedactCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Take the text of a page, or of one version, out of the archive; digests, dates and the reason stay.",
    discussion: HelpText.discussion(
      "The text goes from the snapshots, from quarantine and from the WARC files; the index is removed and made anew. The "
        + "chains still hold, and 'stet verify' notes what was redacted. It cannot be taken back. A page that is archived "
        + "again is stored again.",
      examples: [
        "stet redact the-long-night --reason 'asked for by the author' --dry-run",
        "stet redact the-long-night@2 --reason 'a private address' --yes",
      ],
      exits: [.done, .usage, .noInput, .cannotWrite, .archiveTrouble, .locked]))

  @Argument(help: ArgumentHelp("The page, and its version when not all of them.", valueName: "page[@version]"))
  var page: String

  @Option(help: "Why, in one line: it is kept for good.")
  var reason: String

  @Flag(help: "Tell what would go, and write nothing.")
  var dryRun = false

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    let isOneLine = !reason.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    guard isOneLine, reason.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("The reason must be one line of text.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let writer = try ArchiveWriter.open(at: console.archivePath, creating: false)
    defer { writer.close() }
    let (page, word) = try PageReference.page(self.page, in: writer.archive, default: nil)
    let version = try word.map { word throws(ArchiveError) in try writer.archive.resolve(word, of: page) }
    let now = Timestamp(secondsSince1970: Int64(time(nil)))
    let plan = try writer.redact(page.key, version: version, reason: reason, at: now, isRehearsal: true)
    if !dryRun {
      try confirm(plan)
      _ = try writer.redact(page.key, version: version, reason: reason, at: now)
    }
    if json {
      try console.output.write(PrettyJSON.bytes(plan.json, order: .kept))
    } else {
      try console.output.write(text(plan, dryRun ? "would redact" : "redacted"))
    }
    return .done
  }

  /// Asks whoever sits there.
  /// - Throws: `UsageError` when nobody does, or says no.
  private func confirm(_ plan: RedactionReport) throws {
    guard !yes else { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw UsageError("Nothing was redacted: nobody is there to ask. Look at it with --dry-run, then say --yes.")
    }
    let question = Array("\(text(plan, "would redact"))stet: This cannot be taken back. Redact? [y/N] ".utf8)
    _ = question.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    guard let answer = readLine(), ["y", "yes"].contains(ASCII.lowercased(answer)) else {
      throw UsageError("Nothing was redacted.")
    }
  }

  private func text(_ plan: RedactionReport, _ verb: String) -> String {
    var lines = plan.versions.map { "version \($0)" }
    lines += plan.observations.map { VisibleText.line($0) } + plan.records.map { "the content of \($0)" }
    if lines.isEmpty { lines = ["nothing: there is no text left"] }
    return lines.map { "\(verb)  \($0)\n" }.joined()
  }
}
