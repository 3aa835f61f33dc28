internal import Logging
internal import StetArchive
internal import StetDigest
internal import StetDiscover
internal import StetFetch
internal import StetModel

/// The feeds, sitemaps and listings of one site: asked one after the other, when it is time, and what they name noted.
struct SourceLane: Sendable {
  /// So many failures in a row, and a source that only another one named is forgotten.
  private static let maximumFailures = 5
  /// As many for a later page of a listing, which nobody may name again: that takes more than a week.
  private static let maximumFailuresOfPages = 12

  private let lane: SiteLane
  private var context: RunContext { lane.context }
  private var site: WatchedSite { lane.site.site }

  init(_ lane: SiteLane) { self.lane = lane }

  /// Asks those whose time it is.
  func run() async throws(ArchiveError) {
    var hosts: Set<String> = []
    var steps = try SourceSteps.steps(of: site, context.state)
    if site.sitemap == .auto, let home = site.home {
      let named = try await sitemaps(of: home)
      steps += named.map { SourceStep(.sitemap, $0) }
      hosts.insert(home.hostAndPort)
    }
    // Where an earlier run was stopped on its way through the pages of a listing.
    steps += try SourceSteps.leftOver(of: site, context.state)
    var walk = SourceWalk(steps, selector: site.listingSelector, hosts: hosts, now: context.started)
    // A feed may be at another host than the site.
    var closed: Set<String> = []
    while context.stop.reason == nil, let step = walk.next() {
      let isPassing = SourceSteps.isPassing(step)
      let source = try context.state.source(step.address, kind: SourceSteps.kind(step, isPassing), of: site.name)
      guard SourceSteps.isDue(source, step, of: site, at: context.started) else { continue }
      let host = step.address.hostAndPort
      guard !closed.contains(host) else { continue }
      if try await !ask(source, step, isPassing, &walk) { closed.insert(host) }
    }
    for note in walk.notes { context.logger.debug("\(note)", metadata: ["site": "\(site.name)"]) }
  }

  /// The sitemaps of a host: those that its robots.txt names, else the usual one. Asked for once in a while.
  private func sitemaps(of home: PageAddress) async throws(ArchiveError) -> [PageAddress] {
    guard let usual = home.resolving("/sitemap.xml") else { return [] }
    let known = try context.state.sources(of: site.name, kind: SourceStep.Kind.sitemap.rawValue)
    var isDue = known.isEmpty
    for address in known where !isDue {
      let source = try context.state.source(address, kind: SourceStep.Kind.sitemap.rawValue, of: site.name)
      isDue = SourceSteps.isDue(source, SourceStep(.sitemap, address), of: site, at: context.started)
    }
    guard isDue else { return [] }
    let named = await context.network.sitemaps(atHostOf: home, delay: site.delay)
    return named.isEmpty ? [usual] : named
  }

  /// Asks for a source.
  /// - Returns: whether to go on with the others of its host.
  private func ask(
    _ remembered: SourceState, _ step: SourceStep, _ isPassing: Bool, _ walk: inout SourceWalk
  ) async throws(ArchiveError) -> Bool {
    var source = remembered
    let rules = SourceSteps.rules(of: site, step)
    if SourceSteps.wasReadByOthers(remembered, rules) {
      (source.etag, source.lastModified, source.digest) = (nil, nil, nil)
    }
    source.rules = rules
    let known = source
    let validators = Validators(of: step.address, etag: known.etag, lastModified: known.lastModified)
    // A later page of a listing is read once, and not remembered.
    let isWhole = isPassing || (known.etag == nil && known.lastModified == nil)
    let request = RunRequest(
      FetchRequest(
        step.address, validators: isWhole ? nil : validators, headers: lane.site.headers.fields(for: step.address),
        reach: reach(of: step)),
      obeysRobots: site.obeysRobots, delay: site.delay)
    let answer = await context.inTurn(request) { [network = context.network] in await network.answer(to: request) }
    let now = context.clock.now
    var found: [WaitingAddress] = []
    var fault: RunFault?
    var refusal: RunFault?
    switch answer {
    case .left(_, let wholeHost): return !wholeHost
    case .refused(let rule): refusal = RunFault(refused: rule)
    case .failed(let error): fault = RunFault(error, at: step.address)
    case .page(let page) where page.status == 304: break
    case .page(let page) where (200..<300).contains(page.status) && page.status != 206:
      let digest = Digest.sha256(of: page.body)
      source.etag = page.header("ETag")
      source.lastModified = page.header("Last-Modified")
      if digest == known.digest, !isPassing { break }
      do throws(SourceFault) {
        found = try new(page, step, &walk, at: now)
        source.digest = digest
      } catch {
        switch error {
        case .archive(let error): throw error
        case .unreadable(let error):
          fault = RunFault(code: "source.\(error.code)", message: error.message, host: nil)
        }
      }
    case .page(let page):
      let isGuess = SourceSteps.isGuess(step, of: site) && (page.status == 404 || page.status == 410)
      if !isGuess { fault = RunFault(ResponseError(page)) }
    }
    source.asked = now
    if fault == nil, refusal == nil {
      source.good = now
      source.failures = 0
    } else {
      source.failures += 1
    }
    await context.desk.submit(
      .source(
        SourceVisit(
          site: lane.place, at: now, source: source, isPassing: isPassing && fault == nil,
          next: SourceSteps.passing(walk), found: found, fault: fault, refusal: refusal,
          isNamed: SourceSteps.isDeclared(step, of: site))))
    let maximum = isPassing ? Self.maximumFailuresOfPages : Self.maximumFailures
    if fault != nil, source.failures >= maximum, !SourceSteps.isDeclared(step, of: site) {
      try context.state.forgetSource(step.address, of: site.name)
    }
    return fault?.host == nil
  }

  /// Where a source is looked for: one that stet.yaml does not name may not lead into somebody's private network.
  private func reach(of step: SourceStep) -> Reach {
    let named = site.namedAddresses
    if SourceSteps.isDeclared(step, of: site) || named.contains(where: { $0.host == step.address.host }) {
      return .anywhere
    }
    return site.home.map { .found(step.address, on: $0) } ?? .globalAnd(.global)
  }

  private enum SourceFault: Error {
    case archive(ArchiveError)
    case unreadable(DiscoveryError)
  }

  /// The addresses in a source that are to be fetched: new ones, and those that have changed since their last visit.
  private func new(
    _ page: Page, _ step: SourceStep, _ walk: inout SourceWalk, at now: Timestamp
  ) throws(SourceFault) -> [WaitingAddress] {
    var trouble: ArchiveError?
    let discovered: [Discovered]
    do throws(DiscoveryError) {
      discovered = try walk.read(page, for: step) { address in
        do throws(ArchiveError) {
          return try isKnown(address)
        } catch {
          trouble = error
          return true
        }
      }
    } catch {
      throw .unreadable(error)
    }
    if let trouble { throw .archive(trouble) }
    do throws(ArchiveError) {
      return try waiting(discovered.filter { site.watches($0.address) }, step, at: now)
    } catch {
      throw .archive(error)
    }
  }

  private func isKnown(_ address: PageAddress) throws(ArchiveError) -> Bool {
    guard site.watches(address), let own = Self.withoutTracking(address) else { return true }
    if try context.state.waiting(own) != nil { return true }
    return try context.index.lastVisits(of: [PageKey(own)]).isEmpty == false
  }

  private func waiting(
    _ discovered: [Discovered], _ step: SourceStep, at now: Timestamp
  ) throws(ArchiveError) -> [WaitingAddress] {
    let visits = try context.index.lastVisits(of: discovered.map { PageKey($0.address) })
    var found: [WaitingAddress] = []
    for entry in discovered {
      guard let address = Self.withoutTracking(entry.address) else { continue }
      let dated = (entry.published ?? entry.modified)?.start
      guard let visit = visits[PageKey(address)] else {
        found.append(
          WaitingAddress(
            address, found: now, dated: dated, due: context.started,
            reason: "the \(step.kind.rawValue) \(step.address) names it"))
        continue
      }
      guard site.recheck != .never, let modified = entry.modified?.start, modified > visit, modified <= now else {
        continue
      }
      found.append(
        WaitingAddress(
          address, found: now, dated: dated, due: context.started,
          reason: "the \(step.kind.rawValue) \(step.address) says that it changed \(modified)", isKnown: true))
    }
    return found
  }

  /// The address without parameters that only track readers.
  private static func withoutTracking(_ address: PageAddress) -> PageAddress? {
    PageAddress(PageKey(address).description)
  }
}
