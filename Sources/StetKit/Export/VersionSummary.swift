internal import StetArchive
internal import StetExtract
internal import StetModel

/// What changed in a version, in a line.
struct VersionSummary {
  private let archive: Archive
  private let rereading: Rereading

  init(_ archive: Archive) {
    self.archive = archive
    rereading = Rereading(archive, extractor: Extractor())
  }

  /// What changed since the version before it in time, as far as that can be told; nil for a page's first.
  func text(of version: Int, of page: ArchivedPage) throws(ArchiveError) -> String? {
    try text(of: try archive.snapshot(version, of: page), of: page)
  }

  /// The same of a version that was read already.
  func text(of sealed: SealedSnapshot, of page: ArchivedPage) throws(ArchiveError) -> String? {
    if let redaction = sealed.redaction { return "The text was \(redaction)" }
    let snapshot = sealed.snapshot
    let timeline = try archive.versionsInTime(of: page)
    guard let place = timeline.firstIndex(of: snapshot.version), place > 0 else { return nil }
    let before = try archive.snapshot(timeline[place - 1], of: page)
    guard before.redaction == nil else { return "The version before it was redacted" }
    return VersionChange(before.snapshot, snapshot, rereading: rereading).summary
  }
}
