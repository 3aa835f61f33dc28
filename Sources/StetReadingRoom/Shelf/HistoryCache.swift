internal import StetArchive
internal import StetModel

/// Histories that were read before, for as long as nothing is added to the page: a history costs a comparison for each of
/// its versions.
struct HistoryCache: Sendable {
  /// What changes when a page does.
  struct Signature: Hashable, Sendable {
    let visits: Int
    let last: Visit?
    let versions: [Int]
  }

  private static let capacity = 64

  private var entries: [String: (signature: Signature, versions: [VersionNote], used: Int)] = [:]
  private var clock = 0

  mutating func versions(of folder: String, _ signature: Signature) -> [VersionNote]? {
    guard let entry = entries[folder], entry.signature == signature else { return nil }
    clock += 1
    entries[folder]?.used = clock
    return entry.versions
  }

  mutating func keep(_ versions: [VersionNote], of folder: String, _ signature: Signature) {
    clock += 1
    entries[folder] = (signature, versions, clock)
    if entries.count > Self.capacity, let oldest = entries.min(by: { $0.value.used < $1.value.used }) {
      entries[oldest.key] = nil
    }
  }
}
