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
    let earlier = try archive.versionsInTime(of: page).prefix { $0 != sealed.snapshot.version }.last
    var before: SealedSnapshot?
    if let earlier, sealed.redaction == nil { before = try archive.snapshot(earlier, of: page) }
    return VersionStep(sealed, before: before, rereading: rereading).summary
  }
}
