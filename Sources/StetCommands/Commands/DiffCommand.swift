internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetDiff
internal import StetExtract
internal import StetFetch
internal import StetKit
internal import StetModel

/// `stet diff`: what changed between two versions.
struct DiffCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed: between two versions of a page, two snapshot files, or on all pages since a moment.",
    usage: """
      stet diff [<options>] <page> [<old> [<new>]]
      stet diff [<options>] <a.json> <b.json>
      stet diff [<options>] --since <time> [--host <host>]
      """,
    discussion: HelpText.discussion(
      "OLD and NEW are version numbers, dates, 'latest' or 'previous' (default: previous and latest). Two arguments that "
        + "both end in .json are snapshot files. Versions that different rules have read are both read again from the "
        + "stored pages, so that what is shown is the publisher's doing.",
      examples: [
        "stet diff the-long-night", "stet diff the-long-night 1 latest", "stet diff --json a/1.json b/2.json",
        "stet diff --since 7d --severity substantive",
        "stet diff the-long-night --format unified > change.diff",
      ],
      exits: [.done, .findings, .failed, .usage, .noInput, .cannotWrite, .archiveTrouble],
      meanings: [
        .done: "no difference", .findings: "differences",
        .failed: "trouble: no such page, version or file; or a redacted one",
        .noInput: "no such archive",
      ]))

  @Argument(help: "The page's address or any unambiguous part of it; or a snapshot file. None with --since.")
  var page: String?

  @Argument(help: "The old version; or the other snapshot file.")
  var old: String?

  @Argument(help: "The new version.")
  var new: String?

  @Option(
    help: ArgumentHelp(
      "All pages that changed since then, instead of one: 7d, 12h, 2w, or a date.", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("With --since: only pages of this host and of hosts below it.", valueName: "host"))
  var host: String?

  @Option(help: "The form: text, unified, json, json-patch, html or atom (the last with --since).")
  var format: DiffFormat?

  @Flag(help: "Print one JSON document: as --format json.")
  var json = false

  @Flag(help: "Fields and numbers only; with --since a line for each page.")
  var stat = false

  @Flag(help: "Removed and added words in one text, even where there is room to set both beside each other.")
  var word = false

  @Option(
    help: ArgumentHelp(
      "Look at what is usually passed over: typography, whitespace, links, images or all; may be repeated.",
      valueName: "class"))
  var exact: [ExactClass] = []

  @Option(
    help: ArgumentHelp(
      "Only changes that matter as much: cosmetic, correction, substantive or retraction.", valueName: "level"))
  var severity: SeverityLevel?

  @Flag(help: "Compare what was stored, even where different rules have read it.")
  var stored = false

  @Flag(help: "Do not show long output page by page.")
  var noPager = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue): choose one.")
    }
    if format != nil && format != .text || json, stat || word {
      throw ValidationError("--stat and --word are about text: leave them out, or the format.")
    }
    guard format != .jsonPatch || (severity == nil && exact.isEmpty) else {
      throw ValidationError("--format json-patch has every difference: leave --severity and --exact out.")
    }
    guard format != .unified || since != nil || (severity == nil && exact.isEmpty) else {
      throw ValidationError(
        "--format unified has every line of a page that differs: leave --severity and --exact out. With --since they choose "
          + "the pages.")
    }
    if let since {
      guard page == nil else { throw ValidationError("--since is about all pages: name no page, or leave it out.") }
      guard SinceMoment.of(since, now: .now) != nil else {
        throw ValidationError("--since is a span such as 7d, 12h or 2w, or a date such as 2026-11-22.")
      }
      guard format != .jsonPatch else { throw ValidationError("--format json-patch is for one page: name it.") }
    } else {
      guard page != nil else { throw ValidationError("name a page, two snapshot files, or a time with --since.") }
      guard host == nil else { throw ValidationError("--host goes with --since.") }
      guard format != .atom else { throw ValidationError("--format atom goes with --since.") }
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let format = self.format ?? (json ? .json : .text)
    let printing = DiffPrinting(
      console, format: format, isStat: stat, isInterwoven: word, isPaged: !noPager)
    let rules = ExactClass.rules(without: exact)
    let isAny = try page.map { try one($0, rules, printing, console) } ?? many(rules, printing, console)
    return isAny ? .findings : .done
  }

  /// Compares two versions; tells whether they differ.
  private func one(
    _ page: String, _ rules: Normalization, _ printing: DiffPrinting, _ console: Console
  ) throws -> Bool {
    let versions = try ComparedVersions(page, old, new, archivePath: console.archivePath)
    if printing.format == .jsonPatch {
      return try printing.printPatch(from: versions.old, to: versions.new)
    }
    let rereading = versions.archive.map { Rereading($0, extractor: Extractor()) }
    let sides =
      stored
      ? FairComparison(stored: versions.old.snapshot, versions.new.snapshot)
      : FairComparison(versions.old.snapshot, versions.new.snapshot, rereading: rereading)
    if let note = Self.note(sides.basis) { console.logger.notice("\(note)") }
    if printing.format == .unified { return try printing.printUnified(sides, names: versions.names) }
    let diff = SnapshotDiff.between(
      sides.old, sides.new, oldDigest: versions.old.digest, newDigest: versions.new.digest, rules: rules)
    return try printing.print(severity.map { diff.filtered(atLeast: $0.severity) } ?? diff, sides)
  }

  /// Compares what stands now with what stood at a moment, page by page; tells whether any differs.
  private func many(_ rules: Normalization, _ printing: DiffPrinting, _ console: Console) throws -> Bool {
    let archive = try Archive.open(at: console.archivePath)
    guard let since = since.flatMap({ SinceMoment.of($0, now: .now) }) else { return false }
    let host = host.map(AddressParser.settled(host:))
    let pages = ChangedPages(
      archive, since: since, host: host, rules: rules,
      rereading: stored ? nil : Rereading(archive, extractor: Extractor()))
    var damaged: ArchiveError?
    var isAny = false
    let title = "Changes on \(host ?? "all pages") since \(since)"
    try printing.begin(title: title, id: ChangedPages.feedID(archive, host: host), updated: .now)
    try pages.forEach(unreadable: { error in
      console.logger.error("\(error)")
      damaged = error
    }) { change in
      guard let least = severity?.severity else {
        isAny = true
        return try printing.print(change)
      }
      // A page that is new, or whose text was redacted, has not changed as much or as little as anything.
      guard let filtered = change.diff?.filtered(atLeast: least), !filtered.isEmpty else { return }
      isAny = true
      try printing.print(change.with(filtered))
    }
    try printing.end()
    if let damaged { throw damaged }
    return isAny
  }

  /// As diff(1): trouble with what is to be compared is 2.
  func status(of error: any Error) -> ExitStatus {
    if let error = error as? ArchiveError, error.code == .noArchive || error.code == .notAnArchive { return .noInput }
    switch ExitStatus.of(error) {
    case .noInput, .unreadable: return .failed
    case let status: return status
    }
  }

  /// What the reader has to know of what is compared.
  private static func note(_ basis: FairComparison.Basis) -> String? {
    switch basis {
    case .stored: nil
    case .reread:
      "different rules have read these versions: what today's rules read in both pages is compared (--stored compares "
        + "what was stored)"
    case .withoutRecurring:
      "what recurs on other pages of the site was left out of one version: it is left out of both (--stored compares what "
        + "was stored)"
    case .storedForLack(let reason):
      "different rules have read these versions, and \(reason): what was stored is compared, so that a difference may "
        + "come from the rules"
    }
  }
}
