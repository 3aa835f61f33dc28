internal import StetArchive
internal import StetExtract
internal import StetFetch
internal import StetModel

/// The due pages of one site at one host, one after the other.
struct HostLane: Sendable {
  /// So many failures in a row, and the host is left alone for the rest of the run.
  private static let maximumFailures = 5

  private let host: String
  private let lane: SiteLane
  private var context: RunContext { lane.context }
  private var site: WatchedSite { lane.site.site }

  init(_ host: String, _ lane: SiteLane) {
    self.host = host
    self.lane = lane
  }

  /// Does them all, or as many as there is leave for.
  func run() async {
    var failures = 0
    var queue = DueQueue(
      site, at: host, context.state, context.index, moment: context.started, since: context.options.since)
    do throws(ArchiveError) {
      while failures < Self.maximumFailures, let item = try queue.next(), await context.stop.takePage() {
        let visited = await context.inTurn(request(FetchRequest(item.address))) {
          await visit(item.address, item.waiting)
        }
        let verdict = try visited.get()
        if let isFailure = verdict.isFailure { failures = isFailure ? failures + 1 : 0 }
        guard verdict.goesOn else { break }
      }
    } catch {
      await context.desk.submit(.trouble(error))
    }
    if queue.tooOld > 0 {
      await context.desk.submit(.skipped("older than --since", count: queue.tooOld, site: lane.place))
    }
  }

  // MARK: One page

  /// What a visit says about those that come after it at this host.
  private struct Verdict: Sendable {
    var goesOn = true
    /// Whether the host failed; nil where that cannot be told.
    var isFailure: Bool?
    /// Whether the host was asked.
    var wasAsked = true
  }

  /// Visits a page that there was leave for.
  private func visit(_ address: PageAddress, _ waiting: WaitingAddress?) async -> Result<Verdict, ArchiveError> {
    var verdict = Verdict()
    defer { context.stop.donePage(wasAsked: verdict.wasAsked) }
    let result: RunVisit.Result
    do throws(ArchiveError) {
      result = try judge(try await answer(to: address), at: address, &verdict)
    } catch {
      guard !error.isAboutTheArchive else { return .failure(error) }
      // The page's own files are damaged: the others go on.
      result = .failed(PageOutcome(.failed, address, error: error), RunFault(error))
    }
    await submit(address, waiting, result)
    return .success(verdict)
  }

  /// What is to be recorded of an answer.
  private func judge(
    _ answer: ReviewAnswer, at address: PageAddress, _ verdict: inout Verdict
  ) throws(ArchiveError) -> RunVisit.Result {
    switch answer {
    case .unanswered(.refused(let rule)):
      verdict.wasAsked = false
      return .refused(RunFault(refused: rule), isNamed: site.pages.contains(address))
    case .unanswered(.left(let reason, let wholeHost)):
      verdict.wasAsked = false
      verdict.goesOn = !wholeHost
      return .left(reason)
    case .unanswered(.page(let page)): return try result(FetchedReview(page))
    case .broken(let error):
      verdict.isFailure = true
      return .failed(PageOutcome(.failed, address, error: error), RunFault(error, at: address))
    case .unanswered(.failed(let error)):
      verdict.isFailure = true
      let fault = RunFault(error, at: address)
      // The other pages of the host would hear the same, without anybody asking it.
      verdict.goesOn = error.code != .robotsUnreachable || fault.host == nil
      return .failed(PageOutcome(.failed, address, error: error), fault)
    case .review(let review):
      verdict.isFailure = review.page.status >= 500 || review.page.status == 429
      return try result(review)
    }
  }

  private func submit(_ address: PageAddress, _ waiting: WaitingAddress?, _ result: RunVisit.Result) async {
    await context.desk.submit(
      .visit(RunVisit(site: lane.place, address: address, at: context.clock.now, waiting: waiting, result: result)))
  }

  private func answer(to address: PageAddress) async throws(ArchiveError) -> ReviewAnswer {
    await archiving.fetch(try archiving.inquiry(for: address)) { await context.network.answer(to: request($0)) }
  }

  /// A request with what the site wants of each.
  private func request(_ request: FetchRequest) -> RunRequest {
    var request = request
    request.headers = lane.site.headers.fields(for: request.address)
    return RunRequest(request, obeysRobots: site.obeysRobots, delay: site.delay)
  }

  private var archiving: Archiving {
    Archiving(into: context.writer, extractor: lane.site.extractor, sites: context.sites, logger: context.logger)
  }

  private func result(_ review: FetchedReview) throws(ArchiveError) -> RunVisit.Result {
    switch try archiving.assess(review) {
    case .success(let judgement): return .judged(judgement)
    case .failure(let unrecorded):
      let outcome = unrecorded.outcome
      return .failed(outcome, RunFault(outcome.error ?? unrecorded))
    }
  }
}
