internal import StetArchive
internal import StetExtract
internal import StetFetch
internal import StetModel

/// The due pages of one site at one host, one after the other: first those that are not in the archive yet.
struct HostLane: Sendable {
  /// How many addresses are taken from the disk at a time.
  private static let batch = 16
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
    do throws(ArchiveError) {
      guard try await visitWaiting(&failures) else { return }
      try await visitDue(&failures)
    } catch {
      await context.desk.submit(.trouble(error))
    }
  }

  // MARK: What to visit

  /// - Returns: whether to go on at this host.
  private func visitWaiting(_ failures: inout Int) async throws(ArchiveError) -> Bool {
    var last: WaitingAddress?
    var passed = 0
    while true {
      let batch = try context.state.waiting(
        of: site.name, at: host, due: context.started, after: last, limit: Self.batch)
      guard !batch.isEmpty else { break }
      last = batch.last
      for waiting in batch {
        if let since = context.options.since, let dated = waiting.dated, dated < since {
          passed += 1
        } else if !site.watches(waiting.address) {
          // It was, when it was found.
          try context.state.forget([waiting.address])
        } else if !(try await visit(waiting.address, waiting, &failures)) {
          return false
        }
      }
    }
    if passed > 0 { await context.desk.submit(.skipped("older than --since", count: passed, site: lane.place)) }
    return true
  }

  private func visitDue(_ failures: inout Int) async throws(ArchiveError) {
    guard let schedule = site.recheck.schedule else { return }
    let name = String(host.prefix { $0 != ":" })
    var last: DuePage?
    while true {
      var batch: [DuePage] = []
      try context.index.duePages(at: context.started, by: schedule, host: name, after: last) { page in
        batch.append(page)
        return batch.count < Self.batch
      }
      guard !batch.isEmpty else { return }
      last = batch.last
      for page in batch {
        guard let address = PageAddress(page.key.description), address.hostAndPort == host, site.watches(address) else {
          continue
        }
        // It failed, and its next attempt has its own time.
        let waiting = try context.state.waiting(address)
        if let waiting, waiting.due > context.started { continue }
        guard try await visit(address, waiting, &failures) else { return }
      }
    }
  }

  // MARK: One page

  /// Visits a page.
  /// - Returns: whether to go on at this host.
  private func visit(
    _ address: PageAddress, _ waiting: WaitingAddress?, _ failures: inout Int
  ) async throws(ArchiveError) -> Bool {
    guard context.stop.takePage() else { return false }
    let result: RunVisit.Result
    var goesOn = true
    let answer: RunAnswer
    do throws(ArchiveError) {
      answer = try await self.answer(to: address)
    } catch  where !error.isAboutTheArchive {
      // The page's own files are damaged: the others go on.
      let failed = RunVisit.Result.failed(PageOutcome(.failed, address, error: error), RunFault(error))
      await submit(address, waiting, failed)
      return true
    }
    switch answer {
    case .refused(let rule): result = .refused(rule)
    case .left(let reason, let wholeHost):
      result = .left(reason)
      goesOn = !wholeHost
    case .failed(let error):
      failures += 1
      result = .failed(PageOutcome(.failed, address, error: error), RunFault(error, at: address))
    case .page(let page):
      result = try self.result(page)
      failures = page.status >= 500 || page.status == 429 ? failures + 1 : 0
    }
    await submit(address, waiting, result)
    return goesOn && failures < Self.maximumFailures
  }

  private func submit(_ address: PageAddress, _ waiting: WaitingAddress?, _ result: RunVisit.Result) async {
    await context.desk.submit(
      .visit(RunVisit(site: lane.place, address: address, at: context.clock.now, waiting: waiting, result: result)))
  }

  private func answer(to address: PageAddress) async throws(ArchiveError) -> RunAnswer {
    var request = try archiving.request(for: address)
    request.headers = lane.site.headers.fields(for: address)
    return await context.network.answer(
      to: RunRequest(request, obeysRobots: site.obeysRobots, delay: site.delay))
  }

  private var archiving: Archiving {
    Archiving(into: context.writer, extractor: lane.site.extractor, logger: context.logger)
  }

  private func result(_ page: Page) throws(ArchiveError) -> RunVisit.Result {
    do throws(ArchiveError) {
      switch try archiving.assess(page) {
      case .success(let judgement): return .judged(judgement)
      case .failure(let unrecorded):
        let outcome = unrecorded.outcome
        return .failed(outcome, RunFault(outcome.error ?? unrecorded))
      }
    } catch  where !error.isAboutTheArchive {
      return .failed(PageOutcome(.failed, page.requested, error: error), RunFault(error))
    }
  }
}
