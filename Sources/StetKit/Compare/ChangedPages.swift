public import StetArchive
public import StetDiff
internal import StetDigest
internal import StetExtract
public import StetModel

/// The pages of an archive that have changed since a moment, and how: what stands now beside what stood then.
public struct ChangedPages {
  /// One page.
  public struct Change {
    /// The page.
    public let page: ArchivedPage
    /// Its latest version before the moment; nil for a page that is new since.
    public let old: SealedSnapshot?
    /// Its latest version.
    public let new: SealedSnapshot
    /// What differs; nil for a new page, and where a version was redacted.
    public let diff: SnapshotDiff?
    /// Both sides as they were compared; nil where there is no `diff`.
    public let sides: FairComparison?

    /// The same page with less to tell of it.
    public func with(_ diff: SnapshotDiff) -> Change {
      Change(page: page, old: old, new: new, diff: diff, sides: sides)
    }
  }

  private let archive: Archive
  private let since: Timestamp
  private let host: String?
  private let rules: Normalization
  private let rereading: Rereading?

  /// - Parameters:
  ///   - host: Only pages of this host and of hosts below it; nil: of all.
  ///   - rules: What the comparison passes over.
  ///   - rereading: Reads versions again that different rules have read; nil compares what was stored.
  public init(_ archive: Archive, since: Timestamp, host: String?, rules: Normalization, rereading: Rereading?) {
    self.archive = archive
    self.since = since
    self.host = host
    self.rules = rules
    self.rereading = rereading
  }

  /// Goes through the pages, the one captured last first. Pages whose latest version is the same as the one before the
  /// moment, as today's rules read both, are left out.
  /// - Parameter unreadable: Is told of pages that cannot be read; the others are shown.
  public func forEach(unreadable: (ArchiveError) -> Void, _ body: (Change) throws -> Void) throws {
    for key in try keys(unreadable) {
      var change: Change?
      do throws(ArchiveError) { change = try self.change(key) } catch { unreadable(error) }
      if let change { try body(change) }
    }
  }

  /// What tells a feed of an archive's changes from others: the place of the archive, and the host.
  public static func feedID(_ archive: Archive, host: String?) -> Digest {
    Digest.sha256(of: ["changes", archive.realPath, host ?? ""].joined(separator: "\n"))
  }

  /// Few of an archive's pages change in the time that one asks for: their keys fit memory.
  private func keys(_ unreadable: (ArchiveError) -> Void) throws(ArchiveError) -> [PageKey] {
    let listing = PageListing(host: host, since: since, order: .captured)
    guard let index = archive.index(.build) else { return try archive.list(listing, unreadable: unreadable).map(\.key) }
    var keys: [PageKey] = []
    try index.list(listing, unreadable: unreadable) { page in
      keys.append(page.key)
      return true
    }
    return keys
  }

  private func change(_ key: PageKey) throws(ArchiveError) -> Change? {
    guard let page = try archive.page(key) else { return nil }
    var (old, new): (SealedSnapshot?, SealedSnapshot?)
    for version in try archive.versionsInTime(of: page).reversed() {
      let sealed = try archive.snapshot(version, of: page)
      if new == nil { new = sealed }
      if sealed.snapshot.captured < since {
        old = sealed
        break
      }
    }
    guard let new else { return nil }
    guard let old, old.redaction == nil, new.redaction == nil else {
      return Change(page: page, old: old, new: new, diff: nil, sides: nil)
    }
    let sides =
      rereading.map { FairComparison(old.snapshot, new.snapshot, rereading: $0) }
      ?? FairComparison(stored: old.snapshot, new.snapshot)
    let diff = SnapshotDiff.between(
      sides.old, sides.new, oldDigest: old.digest, newDigest: new.digest, rules: rules)
    return diff.isEmpty ? nil : Change(page: page, old: old, new: new, diff: diff, sides: sides)
  }
}
