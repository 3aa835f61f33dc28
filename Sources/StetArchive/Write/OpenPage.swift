internal import StetModel

/// A page's folder made ready for one more visit: leftovers of a crash are cleared and versions without a visit line
/// have theirs.
struct OpenPage {
  let key: PageKey
  let folder: String
  var log: VisitLog
  /// The highest version number that a file or a visit has; 0 when there is none.
  var highestVersion: Int

  /// Digest of a version, as the visit that wrote it names it.
  func digest(of version: Int) -> Digest? {
    log.writings.last { $0.version == version }?.digest
  }

  /// Those of the addresses that are no known alias of the page yet, in normal form, each once.
  ///
  /// Normal form also means that a password in an address is never stored.
  func newAliases(_ addresses: [PageAddress]) -> [String] {
    var known = Set(log.aliases)
    known.insert(key.description)
    return addresses.map { PageKey($0).description }.filter { known.insert($0).inserted }
  }
}
