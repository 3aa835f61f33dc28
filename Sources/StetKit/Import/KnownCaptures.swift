internal import StetArchive
internal import StetModel

/// Which captures the archive has: pages and the moments of their visits.
///
/// The log of a page is read once, as long as the pages are not too many; what is stored meanwhile is noted.
struct KnownCaptures {
  /// So many moments are kept, over all pages.
  private static let maximumMoments = 50_000

  private let writer: ArchiveWriter
  private var moments: [PageKey: Set<Timestamp>] = [:]
  private var count = 0

  init(_ writer: ArchiveWriter) { self.writer = writer }

  /// Whether the page that this address leads to was seen at this moment.
  mutating func contains(_ address: PageAddress, at moment: Timestamp) throws(ArchiveError) -> Bool {
    let own = PageKey(address)
    if try contains(own, at: moment) { return true }
    guard let key = try writer.page(answeringAt: address), key != own else { return false }
    return try contains(key, at: moment)
  }

  /// Whether a page was seen at this moment.
  mutating func contains(_ key: PageKey, at moment: Timestamp) throws(ArchiveError) -> Bool {
    if let known = moments[key] { return known.contains(moment) }
    guard let page = try writer.archive.page(key) else { return false }
    let read = Set(try writer.archive.visits(of: page).map(\.at))
    if count > Self.maximumMoments { (moments, count) = ([:], 0) }
    moments[key] = read
    // A page costs as much as some moments.
    count += read.count + 4
    return read.contains(moment)
  }

  /// Notes what was stored; what failed may be tried again.
  mutating func note(_ outcome: PageOutcome, at moment: Timestamp) {
    guard outcome.kind != .failed else { return }
    moments[outcome.page]?.insert(moment)
  }
}
