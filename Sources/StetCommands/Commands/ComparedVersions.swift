internal import Glibc
internal import StetArchive
internal import StetKit
internal import StetModel

/// The two versions that a person wants compared, named by a page or by files.
struct ComparedVersions {
  let old: SealedSnapshot
  let new: SealedSnapshot
  /// Where they are from; nil for files.
  let archive: Archive?
  /// What each is called in a patch.
  let names: (old: String, new: String)

  /// Finds them.
  /// - Throws: when there are no two versions to compare, or one was redacted.
  init(_ page: String, _ old: String?, _ new: String?, archivePath: String) throws {
    if let old, new == nil, page.hasSuffix(".json"), old.hasSuffix(".json") {
      self.old = try Self.snapshot(inFile: page)
      self.new = try Self.snapshot(inFile: old)
      archive = nil
      names = (page, old)
    } else if page.hasSuffix(".json"), let old, access(page, F_OK) == 0 {
      throw LoneFileError(file: page, other: old)
    } else {
      let archive = try Archive.open(at: archivePath)
      let page = try archive.find(page)
      if old == nil, try archive.versions(of: page).count == 1 { throw SingleVersionError(page: page.key) }
      let newer = try archive.snapshot(archive.resolve(new ?? "latest", of: page), of: page)
      self.new = newer
      self.old =
        try old.map { try archive.snapshot(archive.resolve($0, of: page), of: page) }
        ?? Self.previous(newer, of: page, in: archive)
      self.archive = archive
      names = ("a/\(page.folder).md", "b/\(page.folder).md")
    }
    for side in [self.old, self.new] {
      if let redaction = side.redaction { throw RedactedVersionError(snapshot: side.snapshot, redaction: redaction) }
    }
  }

  /// The version before another in time; readings of one capture by different rules count as one.
  private static func previous(
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

  /// A file beside something that is none.
  private struct LoneFileError: Error, CustomStringConvertible {
    let file: String
    let other: String

    var description: String {
      "Cannot compare '\(file)' with '\(other)': a snapshot file is compared with another one. "
        + "Name two files that end in .json."
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
