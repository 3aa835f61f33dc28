public import StetModel

/// Which versions leave the archive.
public struct ExportSelection: Sendable, Hashable {
  /// Which versions of a page.
  public enum Versions: String, Sendable, Hashable, CaseIterable {
    /// The latest one that has a record: of a page that is gone the last good one.
    case latest
    /// All, tombstones included, in the order of time.
    case all
  }

  /// Which versions of a page.
  public var versions: Versions
  /// Only versions captured at this moment or later.
  public var since: Timestamp?
  /// Only pages of these hosts, in lower case; empty: of all.
  public var hosts: [String]

  /// What is in it, for people.
  var title: String {
    hosts.isEmpty ? "Pages as they stood" : "Pages of \(hosts.joined(separator: ", ")) as they stood"
  }

  /// A selection.
  public init(versions: Versions = .latest, since: Timestamp? = nil, hosts: [String] = []) {
    self.versions = versions
    self.since = since
    var seen = Set<String>()
    self.hosts = hosts.map(ASCII.lowercased).filter { seen.insert($0).inserted }.sorted()
  }
}
