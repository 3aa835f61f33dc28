public import StetModel

/// What the robots.txt files of many hosts say, each fetched when it is needed and no more than once a day.
///
/// However many wait for a host's file, it is asked for once. What is known lives in the `HostStates`, so that the next
/// run knows it too (RFC 9309, 2.4).
public actor RobotsCache {
  /// Fetches a robots.txt, redirects followed, whatever its status; keeps the host's manners.
  public typealias Fetch = @Sendable (FetchRequest) async throws(FetchError) -> Page

  private let agent: ProductToken
  private let states: HostStates
  private let now: @Sendable () -> Timestamp
  private let fetch: Fetch
  private var flights: [FetchRequest: RobotsFlight] = [:]
  private var shelf = RobotsShelf()

  /// A cache.
  /// - Parameters:
  ///   - agent: the crawler's name, or all that it sends as User-Agent.
  ///   - states: what is known from earlier runs, and where what is learned goes.
  ///   - now: the time of day.
  public init(agent: String, states: HostStates, now: @escaping @Sendable () -> Timestamp, fetch: @escaping Fetch) {
    self.agent = ProductToken(agent: agent)
    self.states = states
    self.now = now
    self.fetch = fetch
  }

  /// Whether a page may be fetched, and why. Asks the host for its robots.txt when that is not known.
  /// - Parameter reach: where the page's own request may go; the one for robots.txt goes no further.
  /// - Throws: `FetchError` when the host was not asked at all: `.cancelled`, `.postponed`, `.hostSetAside`, `.outOfTime`,
  ///   `.noLibrary`. What happens on the way to its robots.txt is in the verdict.
  public func verdict(
    for address: PageAddress, reach: Reach = .anywhere
  ) async throws(FetchError) -> RobotsVerdict {
    // The file itself is always allowed: it takes no look at it to know that.
    if RobotsPath(address).isRobotsFile { return RobotsVerdict(isAllowed: true, .robotsFile) }
    let file = Self.file(of: address)
    let state = try await state(of: file, reach)
    guard let copy = state.usableCopy(at: now()) else {
      switch state.answer {
      case .file: return RobotsVerdict(isAllowed: true, .noGroup)
      case .noFile(let status): return RobotsVerdict(isAllowed: true, .noFile(status: status))
      case .tooManyRedirects: return RobotsVerdict(isAllowed: true, .tooManyRedirects)
      case .unreachable(let trouble): return RobotsVerdict(isAllowed: false, .unreachable(trouble))
      }
    }
    let rules = shelf.rules(of: file, copied: copy.copied) { RobotsRules(copy.bytes).ruleSet(for: agent) }
    var verdict = rules.verdict(for: address)
    if state.answer != .file { verdict.lastSeen = copy.copied }
    return verdict
  }

  /// The sitemaps that a host's robots.txt names; none when there is no such file, or it cannot be had.
  /// - Throws: as `verdict(for:)`.
  public func sitemaps(of address: PageAddress) async throws(FetchError) -> [PageAddress] {
    let file = Self.file(of: address)
    guard let copy = try await state(of: file, .anywhere).usableCopy(at: now()) else { return [] }
    return RobotsRules(copy.bytes).sitemaps(in: file)
  }

  /// The address of the robots.txt that an address is subject to: of the same scheme, host and port (RFC 9309, 2.3).
  public static func file(of address: PageAddress) -> PageAddress { address.rootFile("robots.txt") }

  private func state(of file: PageAddress, _ reach: Reach) async throws(FetchError) -> RobotsState {
    if let known = states[HostKey(file)].robots[file.scheme], known.isFresh(at: now()) { return known }
    let request = FetchRequest(file, reach: reach)
    let flight: RobotsFlight
    if let open = flights[request], open.join() {
      flight = open
    } else {
      flight = RobotsFlight(Task { await self.ask(request) })
      flights[request] = flight
    }
    let result = await flight.result()
    if flights[request] === flight { flights[request] = nil }
    return try result.get()
  }

  /// Whether the host was not asked at all: then nothing was learned about its robots.txt.
  private static func saysNothing(_ error: FetchError) -> Bool {
    switch error.code {
    case .cancelled, .postponed, .hostSetAside, .outOfTime, .disallowed, .robotsUnreachable, .badAddress,
      .badHeader, .noLibrary, .outOfMemory:
      true
    case .schemeForbidden, .addressForbidden, .cannotResolve, .cannotConnect, .tls, .timeout, .truncated, .corrupt,
      .tooLarge, .redirectLoop, .proxy, .protocolViolation:
      false
    }
  }

  /// Asks the host, and notes what came of it.
  private func ask(_ request: FetchRequest) async -> Result<RobotsState, FetchError> {
    let file = request.address
    var copy: [UInt8]?
    let answer: RobotsAnswer
    do throws(FetchError) {
      let page = try await fetch(request)
      answer = RobotsAnswer(page)
      if answer == .file { copy = RobotsText(page.body).bytes }
    } catch {
      // What a stranger's link may not reach, the user may: nothing is remembered of it.
      let isOutOfReach = error.code == .addressForbidden && request.reach != .anywhere
      if isOutOfReach || Self.saysNothing(error) { return .failure(error) }
      answer = RobotsAnswer(error)
    }
    let (now, scheme) = (now(), file.scheme)
    let state = states.update(HostKey(file)) { state in
      let before = state.robots[scheme]
      var new = RobotsState(checked: now, answer: answer, copy: copy, copied: copy.map { _ in now })
      // What was known before is gone by for a while, in case it is needed.
      if case .unreachable = answer { (new.copy, new.copied) = (before?.copy, before?.copied) }
      state.robots[scheme] = new
      return new
    }
    return .success(state)
  }
}
