internal import StetArchive
internal import StetDigest
internal import StetModel
internal import StetRender

/// The Atom feed that `notify: atom:` keeps: of the pages that changed last, each with its latest version, the newest
/// first.
struct ChangesFeed {
  /// How many pages it has.
  static let length = 100

  let archive: Archive
  let title: String

  /// The feed.
  func bytes() throws -> [UInt8] {
    var pages: [PageSummary] = []
    if let index = archive.index(.build) {
      try index.list(PageListing(order: .captured, limit: Self.length)) { _ in
      } _: { page in
        // What other rules read in it, or an import brought, is no news.
        if [.page, .gone].contains(page.latest?.cause) { pages.append(page) }
        return true
      }
    }
    var text = AtomRendering.head(id: id, title: title, updated: pages.first?.latest?.captured)
    for summary in pages {
      guard let page = try archive.page(summary.key), let latest = summary.latest else { continue }
      let sealed = try archive.snapshot(latest.version, of: page)
      let version = StoredVersion(
        sealed.snapshot, digest: sealed.digest,
        goneSince: sealed.snapshot.cause == .gone ? sealed.snapshot.captured : nil,
        redaction: sealed.redaction?.description)
      text += AtomRendering.entry(version, summary: try VersionSummary(archive).text(of: sealed, of: page))
    }
    return Array((text + AtomRendering.foot).utf8)
  }

  /// Told apart from other feeds by the place of the archive.
  private var id: Digest {
    Digest.sha256(of: "changes\n\(archive.realPath)")
  }
}
