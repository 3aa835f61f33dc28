internal import StetArchive
internal import StetDigest
internal import StetModel
internal import StetRender

/// An Atom feed of an archive: the newest version first.
struct AtomExport {
  let archive: Archive
  let selection: ExportSelection

  /// What has to be kept of a version to sort it.
  private struct Entry {
    let captured: Timestamp
    let page: ArchivedPage
    let version: Int
    let goneSince: Timestamp?
  }

  /// Writes the feed.
  /// - Parameter walk: goes through the versions in their usual order.
  func write(
    walk: ((SelectedVersion) throws -> Void) throws -> ExportCount, to sink: ([UInt8]) throws -> Void
  ) throws -> ExportCount {
    var entries: [Entry] = []
    let count = try walk { version in
      let snapshot = version.sealed.snapshot
      entries.append(
        Entry(
          captured: snapshot.captured, page: version.page, version: snapshot.version, goneSince: version.goneSince))
    }
    // The sort keeps the usual order within a second only because the place in it is part of the key.
    let order = entries.indices.sorted { (entries[$1].captured, $0) < (entries[$0].captured, $1) }
    let updated = order.first.map { entries[$0].captured }
    try sink(Array(AtomRendering.head(id: id, title: selection.title, updated: updated).utf8))
    for index in order {
      let entry = entries[index]
      let sealed = try archive.snapshot(entry.version, of: entry.page)
      let version = StoredVersion(
        sealed.snapshot, digest: sealed.digest, goneSince: entry.goneSince,
        redaction: sealed.redaction?.description)
      try sink(
        Array(AtomRendering.entry(version, summary: try VersionSummary(archive).text(of: sealed, of: entry.page)).utf8))
    }
    try sink(Array(AtomRendering.foot.utf8))
    return count
  }

  /// Told apart by the place of the archive and by what is selected of it, but for the moment: a feed that is written anew
  /// every day, of the last week, stays the same feed.
  private var id: Digest {
    return Digest.sha256(
      of: (["atom", selection.versions.rawValue, archive.realPath] + selection.hosts).joined(separator: "\n"))
  }
}
