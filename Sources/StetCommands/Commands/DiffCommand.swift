internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetDiff
internal import StetExtract
internal import StetKit
internal import StetModel

/// `stet diff`: what changed between two versions.
struct DiffCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two versions of a page, or between two snapshot files.",
    usage: """
      stet diff [<options>] <page> [<old> [<new>]]
      stet diff [<options>] <a.json> <b.json>
      """,
    discussion: HelpText.discussion(
      "OLD and NEW are version numbers, dates, 'latest' or 'previous' (default: previous and latest). Two arguments that "
        + "both end in .json are snapshot files. Versions that different rules have read are both read again from the "
        + "stored pages, so that what is shown is the publisher's doing.",
      examples: [
        "stet diff the-long-night", "stet diff the-long-night 1 latest", "stet diff --json a/1.json b/2.json",
      ],
      exits: [.done, .findings, .failed, .usage, .noInput, .cannotWrite, .archiveTrouble],
      meanings: [
        .done: "no difference", .findings: "differences",
        .failed: "trouble: no such page, version or file; or a redacted one",
        .noInput: "no such archive",
      ]))

  @Argument(help: "The page's address or any unambiguous part of it; or a snapshot file.")
  var page: String

  @Argument(help: "The old version; or the other snapshot file.")
  var old: String?

  @Argument(help: "The new version.")
  var new: String?

  @Flag(help: "Compare what was stored, even where different rules have read it.")
  var stored = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func run(_ console: Console) throws -> ExitStatus {
    let (old, new, archive) = try sides(console)
    for side in [old, new] {
      if let redaction = side.redaction { throw RedactedVersionError(snapshot: side.snapshot, redaction: redaction) }
    }
    let rereading = archive.map { Rereading($0, extractor: Extractor()) }
    let sides =
      stored
      ? FairComparison(stored: old.snapshot, new.snapshot)
      : FairComparison(old.snapshot, new.snapshot, rereading: rereading)
    let diff = SnapshotDiff.between(sides.old, sides.new, oldDigest: old.digest, newDigest: new.digest)
    if let note = Self.note(sides.basis) { console.logger.notice("\(note)") }
    if json {
      var document = diff.json.object ?? JSONObject()
      document["basis"] = sides.basis == .reread ? "reread" : "stored"
      try console.output.write(PrettyJSON.bytes(.object(document), order: .kept))
    } else {
      let rendering = TextRendering(width: console.width, color: console.style.isColored)
      try console.output.write(rendering.render(diff))
    }
    return diff.isEmpty ? .done : .findings
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
    case .storedForLack(let reason):
      "different rules have read these versions, and \(reason): what was stored is compared, so that a difference may "
        + "come from the rules"
    }
  }

  /// The two versions, and the archive that they are from; nil for files.
  private func sides(_ console: Console) throws -> (old: SealedSnapshot, new: SealedSnapshot, archive: Archive?) {
    if let old, new == nil, page.hasSuffix(".json"), old.hasSuffix(".json") {
      return (try Self.snapshot(inFile: page), try Self.snapshot(inFile: old), nil)
    }
    let archive = try Archive.open(at: console.archivePath)
    let page = try archive.find(page)
    if old == nil, try archive.versions(of: page).count == 1 {
      throw SingleVersionError(page: page.key)
    }
    let newer = try archive.snapshot(archive.resolve(new ?? "latest", of: page), of: page)
    let older =
      try old.map { try archive.snapshot(archive.resolve($0, of: page), of: page) }
      ?? previous(newer, of: page, in: archive)
    return (older, newer, archive)
  }

  /// The version before another in time; readings of one capture by different rules count as one.
  private func previous(
    _ newer: SealedSnapshot, of page: ArchivedPage, in archive: Archive
  ) throws -> SealedSnapshot {
    let times = try archive.versionsInTime(of: page)
    let before = times.prefix { $0 != newer.snapshot.version }
    for version in before.reversed() {
      let older = try archive.snapshot(version, of: page)
      if older.snapshot.captured != newer.snapshot.captured { return older }
    }
    return try archive.snapshot(before.last ?? archive.resolve("previous", of: page), of: page)
  }

  private static func snapshot(inFile path: String) throws -> SealedSnapshot {
    // A snapshot says more than its page does: it may be longer than one.
    let bytes = try InputFile(maximumBytes: 1 << 30).bytes(of: path)
    do throws(ArchiveError) {
      return try SealedSnapshot.read(bytes, subject: path)
    } catch {
      throw SnapshotFileError(cause: error)
    }
  }

  /// A file that is no snapshot. It may be anywhere, so that it is not an archive's trouble.
  private struct SnapshotFileError: Error, CustomStringConvertible {
    let cause: ArchiveError

    var description: String { cause.message }
  }

  /// A version without its text: that it says nothing any more is not what the publisher did.
  private struct RedactedVersionError: Error, CustomStringConvertible {
    let snapshot: Snapshot
    let redaction: Redaction

    var description: String {
      "Cannot compare version \(snapshot.version) of '\(snapshot.page)': it was \(redaction). "
        + "Name other versions."
    }
  }

  /// A page that cannot be compared with itself before.
  private struct SingleVersionError: Error, CustomStringConvertible {
    let page: PageKey

    var description: String {
      "Cannot compare '\(page)': it has one version only. Archive it again when it has changed."
    }
  }
}
