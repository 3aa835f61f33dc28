public import StetArchive
internal import StetDiscover
public import StetModel

/// What a run would do now: for `--dry-run`. Nothing is fetched and nothing is written.
public struct RunPlan: Sendable {
  /// One thing that is due.
  public struct Entry: Sendable, Hashable {
    /// In a word.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case feed, sitemap, listing
      /// The site's front page, for the feeds that it announces.
      case frontPage = "front-page"
      /// A page that is not in the archive yet.
      case new
      /// A page that could not be fetched.
      case retry
      /// A page of the archive.
      case due
    }

    /// The site.
    public let site: String
    /// What it is.
    public let kind: Kind
    /// Its address.
    public let address: PageAddress
    /// Since when it is due.
    public let due: Timestamp
    /// Why, for a person.
    public let why: String

    /// `{"address","site","kind","due","why"}`.
    public var json: JSONValue {
      let object: JSONObject = [
        "address": .string(address.description), "site": .string(site), "kind": .string(kind.rawValue),
        "due": .string(due.description), "why": .string(why),
      ]
      return .object(object)
    }
  }

  private let sites: [WatchedSite]
  private let state: RunState
  private let index: ArchiveIndex?
  private let now: Timestamp
  private let options: RunOptions

  /// A plan.
  /// - Parameter archive: nil where there is none yet.
  public init(_ sites: [WatchedSite], archive: Archive?, options: RunOptions = RunOptions(), now: Timestamp) {
    self.sites = sites
    state = archive.map(RunState.reading) ?? RunState.empty
    index = archive.flatMap { $0.index(.build) }
    self.now = now
    self.options = options
  }

  /// Hands over what is due, site by site; `body` says whether to go on.
  public func run(_ body: (Entry) throws -> Bool) throws {
    for site in sites {
      for entry in try sources(of: site) + newPages(of: site) where try !body(entry) { return }
      for host in try DueQueue.hosts(of: site, state, at: now) {
        var queue = DueQueue(site, at: host, state, index, moment: now, since: options.since)
        while let item = try queue.next() {
          guard try body(entry(item, site)) else { return }
        }
      }
    }
  }

  /// The feeds, sitemaps and listings whose time it is, as far as they are known before the first of them is asked.
  private func sources(of site: WatchedSite) throws(ArchiveError) -> [Entry] {
    var steps = try SourceSteps.steps(of: site, state)
    if site.sitemap == .auto, !steps.contains(where: { $0.kind == .sitemap }),
      let usual = site.home?.resolving("/sitemap.xml")
    {
      steps.append(SourceStep(.sitemap, usual))
    }
    var entries: [Entry] = []
    var seen = Set<SourceStep>()
    for step in steps where seen.insert(step).inserted {
      let source = try state.source(step.address, kind: step.kind.rawValue, of: site.name)
      guard SourceSteps.isDue(source, step, of: site, at: now) else { continue }
      let kind: Entry.Kind =
        switch step.kind {
        case .feed: .feed
        case .sitemap: .sitemap
        case .listing: .listing
        case .frontPage: .frontPage
        }
      let why = source.asked.map { "last asked \($0)" } ?? "never asked"
      entries.append(
        Entry(
          site: site.name, kind: kind, address: step.address, due: SourceSteps.due(source, step) ?? now, why: why))
    }
    return entries
  }

  /// Pages that the watchlist names and nobody has seen yet.
  private func newPages(of site: WatchedSite) throws(ArchiveError) -> [Entry] {
    let known = try index?.lastVisits(of: site.pages.map { PageKey($0) }) ?? [:]
    var entries: [Entry] = []
    for page in site.pages where known[PageKey(page)] == nil {
      guard try state.waiting(page) == nil else { continue }
      entries.append(
        Entry(site: site.name, kind: .new, address: page, due: now, why: WatchedSite.reasonOfNamedPages))
    }
    return entries
  }

  private func entry(_ item: DueQueue.Item, _ site: WatchedSite) -> Entry {
    if let waiting = item.waiting, item.page == nil || waiting.failures > 0 {
      let times = waiting.failures == 1 ? "once" : "\(waiting.failures) times"
      return Entry(
        site: site.name, kind: waiting.failures > 0 ? .retry : waiting.isKnown ? .due : .new, address: item.address,
        due: waiting.due,
        why: waiting.failures == 0 ? waiting.reason : "failed \(times): \(waiting.reason)")
    }
    let page = item.page
    let visit = page.map { "visited \($0.lastVisit) (\($0.outcome))" } ?? ""
    let change = page?.lastChange.map { ", changed \($0)" } ?? ""
    return Entry(site: site.name, kind: .due, address: item.address, due: page?.due ?? now, why: visit + change)
  }
}
