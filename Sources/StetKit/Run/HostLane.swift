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
      while let item = try queue.next() {
        guard try await visit(item.address, item.waiting, &failures) else { break }
      }
    } catch {
      await context.desk.submit(.trouble(error))
    }
    if queue.tooOld > 0 {
      await context.desk.submit(.skipped("older than --since", count: queue.tooOld, site: lane.place))
    }
  }

  // MARK: One page

  /// Visits a page.
  /// - Returns: whether to go on at this host.
  private func visit(
    _ address: PageAddress, _ waiting: WaitingAddress?, _ failures: inout Int
  ) async throws(ArchiveError) -> Bool {
    guard await context.stop.takePage() else { return false }
    var wasAsked = true
    defer { context.stop.donePage(wasAsked: wasAsked) }
    let result: RunVisit.Result
    var goesOn = true
    let answer: ReviewAnswer
    do throws(ArchiveError) {
      answer = try await self.answer(to: address)
    } catch  where !error.isAboutTheArchive {
      // The page's own files are damaged: the others go on.
      let failed = RunVisit.Result.failed(PageOutcome(.failed, address, error: error), RunFault(error))
      await submit(address, waiting, failed)
      return true
    }
    switch answer {
    case .unanswered(.refused(let rule)):
      wasAsked = false
      result = .refused(RunFault(refused: rule), isNamed: site.pages.contains(address))
    case .unanswered(.left(let reason, let wholeHost)):
      wasAsked = false
      result = .left(reason)
      goesOn = !wholeHost
    case .unanswered(.page(let page)): result = try self.result(FetchedReview(page))
    case .broken(let error):
      failures += 1
      result = .failed(PageOutcome(.failed, address, error: error), RunFault(error, at: address))
    case .unanswered(.failed(let error)):
      failures += 1
      let fault = RunFault(error, at: address)
      result = .failed(PageOutcome(.failed, address, error: error), fault)
      // The other pages of the host would hear the same, without anybody asking it.
      goesOn = error.code != .robotsUnreachable || fault.host == nil
    case .review(let review):
      result = try self.result(review)
      failures = review.page.status >= 500 || review.page.status == 429 ? failures + 1 : 0
    }
    await submit(address, waiting, result)
    return goesOn && failures < Self.maximumFailures
  }

  private func submit(_ address: PageAddress, _ waiting: WaitingAddress?, _ result: RunVisit.Result) async {
    await context.desk.submit(
      .visit(RunVisit(site: lane.place, address: address, at: context.clock.now, waiting: waiting, result: result)))
  }

  private func answer(to address: PageAddress) async throws(ArchiveError) -> ReviewAnswer {
    await archiving.fetch(try archiving.inquiry(for: address)) { [lane, context] request in
      var request = request
      request.headers = lane.site.headers.fields(for: request.address)
      let site = lane.site.site
      return await context.network.answer(
        to: RunRequest(request, obeysRobots: site.obeysRobots, delay: site.delay))
    }
  }

  private var archiving: Archiving {
    Archiving(into: context.writer, extractor: lane.site.extractor, sites: context.sites, logger: context.logger)
  }

  private func result(_ review: FetchedReview) throws(ArchiveError) -> RunVisit.Result {
    do throws(ArchiveError) {
      switch try archiving.assess(review) {
      case .success(let judgement): return .judged(judgement)
      case .failure(let unrecorded):
        let outcome = unrecorded.outcome
        return .failed(outcome, RunFault(outcome.error ?? unrecorded))
      }
    } catch  where !error.isAboutTheArchive {
      return .failed(PageOutcome(.failed, review.page.requested, error: error), RunFault(error))
    }
  }
}
