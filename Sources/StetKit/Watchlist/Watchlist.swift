/// `stet.yaml`: what `stet run` keeps archived, and whom it tells.
///
/// Paths in it are relative to the folder that the file stands in: cron starts programs somewhere else.
public struct Watchlist: Sendable, Hashable {
  /// The file's path, as given.
  public var path: String
  /// The archive's folder; nil when the file names none.
  public var archive: String?
  /// The User-Agent: who asks, and where to complain; nil: stet's own.
  public var agent: String?
  /// The sites, in the order of the file; names differ.
  public var sites: [WatchedSite]
  /// Whom to tell of changes.
  public var notify: NotifyTargets

  /// A watchlist.
  public init(
    path: String, archive: String? = nil, agent: String? = nil, sites: [WatchedSite] = [],
    notify: NotifyTargets = NotifyTargets()
  ) {
    self.path = path
    self.archive = archive
    self.agent = agent
    self.sites = sites
    self.notify = notify
  }

  /// The sites that are meant by names or hosts (`--only`): those that have the name or the host, whatever the case.
  /// - Throws: `WatchlistError` when a name fits none.
  public func sites(named names: [String]) throws(WatchlistError) -> [WatchedSite] {
    var chosen = Set<String>()
    for name in names {
      let folded = name.lowercased()
      let fitting = sites.filter { $0.name.lowercased() == folded || $0.hosts.contains(folded) }
      guard !fitting.isEmpty else {
        let known = sites.prefix(20).map { "'\($0.name)'" }.joined(separator: ", ")
        throw WatchlistError(path: path, "there is no site '\(name)' in it. Known are: \(known)")
      }
      chosen.formUnion(fitting.map(\.name))
    }
    return sites.filter { chosen.contains($0.name) }
  }
}
