internal import StetArchive
internal import StetModel

/// Which captures the archive has: pages and the moments of their visits.
///
/// The log of a page is read once; what is stored meanwhile is noted.
struct KnownCaptures {
  private let writer: ArchiveWriter
  private var moments: [PageKey: Set<Timestamp>] = [:]

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
    moments[key] = read
    return read.contains(moment)
  }

  /// Notes what was stored; what failed may be tried again.
  mutating func note(_ outcome: PageOutcome, at moment: Timestamp) {
    guard outcome.kind != .failed else { return }
    moments[outcome.page]?.insert(moment)
  }
}
