internal import StetArchive
internal import StetDigest
internal import StetDiscover
internal import StetModel

/// Where the search for a site's new pages starts, and how often each place is asked.
///
/// | kind | asked at most every | |
/// |---|---|---|
/// | feed | half hour | |
/// | listing | hour | |
/// | sitemap | six hours | |
/// | front page | day | for the feeds that it announces |
///
/// One that has failed is tried again after an hour, two, four, up to a day, whatever it is; so is a later page of a
/// listing. Five minutes less do not matter: a timer is never punctual.
enum SourceSteps {
  /// The places that the watchlist names, and those that these have named before.
  static func steps(of site: WatchedSite, _ state: RunState) throws(ArchiveError) -> [SourceStep] {
    var steps: [SourceStep] = []
    switch site.feeds {
    case .none: break
    case .listed(let addresses): steps += addresses.map { SourceStep(.feed, $0) }
    case .auto:
      if let home = site.home { steps.append(SourceStep(.frontPage, home)) }
      steps += try state.sources(of: site.name, kind: SourceStep.Kind.feed.rawValue).map { SourceStep(.feed, $0) }
    }
    switch site.sitemap {
    case .none: break
    case .listed(let addresses): steps += addresses.map { SourceStep(.sitemap, $0) }
    case .auto: break
    }
    if site.sitemap != .none {
      steps += try state.sources(of: site.name, kind: SourceStep.Kind.sitemap.rawValue).map { SourceStep(.sitemap, $0) }
    }
    return steps + site.listings.map { SourceStep(.listing, $0) }
  }

  /// Whether a place is a later page of a listing or a feed: asked once, for what is new on it.
  static func isPassing(_ step: SourceStep) -> Bool { step.depth > 0 && step.kind != .sitemap }

  /// By what word a place is remembered.
  static func kind(_ step: SourceStep, _ isPassing: Bool) -> String {
    isPassing ? step.kind.rawValue + " page" : step.kind.rawValue
  }

  /// The later pages that a walk has yet to ask for, to be remembered in case the run is stopped before.
  static func passing(_ walk: SourceWalk) -> [SourceState] {
    var rest = walk
    var states: [SourceState] = []
    while let step = rest.next() {
      if isPassing(step) { states.append(SourceState(step.address, kind: kind(step, true))) }
    }
    return states
  }

  /// The later pages that earlier runs did not come to.
  static func leftOver(of site: WatchedSite, _ state: RunState) throws(ArchiveError) -> [SourceStep] {
    var steps: [SourceStep] = []
    for kind in [SourceStep.Kind.listing, .feed] {
      steps += try state.sources(of: site.name, kind: kind.rawValue + " page").map { SourceStep(kind, $0, depth: 1) }
    }
    return steps
  }

  /// A digest of all that the watchlist says of how a source's addresses are picked: when it is another one, what was read
  /// by the old rules is read anew, though it has not changed.
  static func rules(of site: WatchedSite, _ step: SourceStep) -> Digest {
    let addresses =
      site.hosts.sorted() + ["include"] + site.include.map(\.text) + ["exclude"] + site.exclude.map(\.text)
    let selector = step.kind == .listing ? site.listingSelector.map { ["selector", $0.text] } ?? [] : []
    return Digest.sha256(of: CompactJSON.bytes(.array((addresses + selector).map(JSONValue.string))))
  }

  /// Whether the watchlist names the place itself.
  static func isDeclared(_ step: SourceStep, of site: WatchedSite) -> Bool {
    if site.listings.contains(step.address) || step.address == site.home { return true }
    for sources in [site.feeds, site.sitemap] {
      if case .listed(let addresses) = sources, addresses.contains(step.address) { return true }
    }
    return false
  }

  /// Whether nobody has named the place: the usual one of a sitemap.
  static func isGuess(_ step: SourceStep, of site: WatchedSite) -> Bool {
    step.kind == .sitemap && site.sitemap == .auto && step.address.path == "/sitemap.xml"
  }

  /// Whether it is time to ask: also when the watchlist's rules are others than those by which it was read last.
  static func isDue(_ source: SourceState, _ step: SourceStep, of site: WatchedSite, at now: Timestamp) -> Bool {
    guard step.depth == 0 || isPassing(step), let due = due(source, step) else { return true }
    return due <= now || wasReadByOthers(source, rules(of: site, step))
  }

  /// Whether a source was last asked under other rules.
  static func wasReadByOthers(_ source: SourceState, _ rules: Digest) -> Bool {
    source.rules.map { $0 != rules } ?? false
  }

  /// When it is time; nil when it was never asked.
  static func due(_ source: SourceState, _ step: SourceStep) -> Timestamp? {
    guard let asked = source.asked else { return nil }
    let (hour, day): (Int64, Int64) = (3600, 86_400)
    let interval =
      switch step.kind {
      case .feed: hour / 2
      case .listing: hour
      case .sitemap: 6 * hour
      case .frontPage: day
      }
    let pause = source.failures == 0 ? interval : min(day, hour << Int64(min(source.failures - 1, 10)))
    return Timestamp(secondsSince1970: asked.secondsSince1970 + pause - 300)
  }
}
