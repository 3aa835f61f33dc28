public import Logging
public import StetArchive
public import StetFetch
internal import StetModel

/// One run over the sites of a watchlist: looks for new pages, visits those that are due, and tells what came of it.
///
/// Time comes from the clock that it is given, and the network is a protocol, so that a test can make a month of runs pass
/// in seconds: for each of them a writer and a `Run`.
///
///     let writer = try ArchiveWriter.open(at: "Archive")
///     let run = try Run(sites, into: writer, network: network, clock: clock, logger: logger)
///     let report = try await run.run { event in … }
///
/// Sites and hosts are done side by side. What is fetched is written by the task that calls `run`, and reported there
/// when it is durable. Memory grows with the sites, not with the pages that are known or wait.
public struct Run {
  private let sites: [RunSite]
  private let writer: ArchiveWriter
  private let state: RunState
  private let network: any RunNetwork
  private let clock: any FetchClock
  private let options: RunOptions
  private let logger: Logger

  /// A run.
  /// - Parameters:
  ///   - sites: as `Watchlist.prepared` gives them; names differ.
  ///   - writer: the archive, open for writing. It stays open.
  ///   - clock: says what time it is; it also measures the deadline.
  /// - Throws: `ArchiveError` when what earlier runs left cannot be opened.
  public init(
    _ sites: [RunSite], into writer: ArchiveWriter, network: any RunNetwork, clock: any FetchClock = SystemClock(),
    options: RunOptions = RunOptions(), logger: Logger
  ) throws(ArchiveError) {
    self.sites = sites
    self.writer = writer
    state = try RunState.open(writer)
    self.network = network
    self.clock = clock
    self.options = options
    self.logger = logger
  }

  /// How long pages in hand may take after a signal or the deadline, before they are given up. They stay due.
  static let grace: Duration = .seconds(20)

  /// How often is looked whether to stop.
  private static let tick: Duration = .milliseconds(50)

  /// How many pages are written as a group at most.
  private static let group = 64

  /// Does what is due.
  /// - Parameters:
  ///   - shouldStop: asked often; once it says so no further page is begun, and what is in hand is finished.
  ///   - receive: told of a page as soon as it is durable, and of trouble when it is news.
  /// - Returns: the report, which is in `state/runs` by then.
  /// - Throws: `ArchiveError` when the archive itself is in trouble; what `receive` throws.
  public func run(
    shouldStop: () -> Bool = { false }, receive: (RunEvent) throws -> Void
  ) async throws -> RunReport {
    let started = clock.now
    let began = clock.uptime
    var book = RunBook(sites, state, writer, started: started)
    let stop = StopSwitch(maximumPages: options.maximumPages)
    let desk = RunDesk()
    guard let index = writer.archive.index(.build) else {
      throw Self.noIndex(writer.archive)
    }
    let context = RunContext(
      writer: writer, index: index, sites: KnownSites(writer.archive, index: index), state: state, network: network,
      clock: clock, options: options, started: started, stop: stop, desk: desk, logger: logger)
    let sites = sites
    let task = Task.detached {
      await withTaskGroup(of: Void.self) { group in
        for (place, site) in sites.enumerated() {
          group.addTask { await SiteLane(place, site, context).run() }
        }
      }
      desk.finish()
    }
    let bell = Task.detached { while (try? await Task.sleep(for: Self.tick)) != nil { desk.ring() } }
    defer { bell.cancel() }
    var failure: (any Error)?
    var stopped: ContinuousClock.Instant?
    while let slips = await desk.take(limit: Self.group) {
      if stopped == nil {
        if shouldStop() { stop.stop(.signal) }
        if let deadline = options.deadline, clock.uptime - began >= deadline { stop.stop(.deadline) }
        if let reason = stop.reason, reason != .pages {
          stopped = .now
          network.beginNothingMore()
        }
      } else if let moment = stopped, ContinuousClock.now - moment > Self.grace {
        task.cancel()
      }
      defer { for slip in slips { slip.continuation.resume() } }
      guard failure == nil else { continue }
      do {
        for event in try write(slips.map(\.slip), &book) { try receive(event) }
      } catch {
        // Those who fetch have to come to their end before the run does.
        failure = error
        stop.stop(.archive)
        task.cancel()
      }
    }
    if let failure { throw failure }
    try book.close(at: clock.now, stopped: stop.reason.flatMap(RunStop.init))
    return book.report
  }

  /// Writes what has come in.
  private func write(_ slips: [RunSlip], _ book: inout RunBook) throws -> [RunEvent] {
    var events: [RunEvent] = []
    var judged: [(visit: RunVisit, judgement: PageJudgement)] = []
    for slip in slips {
      switch slip {
      case .visit(let visit):
        switch visit.result {
        case .judged(let judgement): judged.append((visit, judgement))
        case .failed(let outcome, _): events += try book.note(visit, outcome, isRecorded: false)
        case .refused(let fault, let isNamed): events += try book.noteRefusal(visit, fault, isNamed: isNamed)
        case .left(let reason): book.skip(reason, 1, visit.site)
        }
      case .source(let visit): events += try book.note(visit)
      case .waiting(let addresses, let site): try book.wait(addresses, site)
      case .trouble(let error): throw error
      case .skipped(let reason, let count, let site): book.skip(reason, count, site)
      }
    }
    guard !judged.isEmpty else { return events }
    let results = writer.record(judged.map(\.judgement.observation))
    for ((visit, judgement), result) in zip(judged, results) {
      switch result {
      case .success(let recorded): events += try book.note(visit, judgement.outcome(recorded), isRecorded: true)
      case .failure(let error) where error.isAboutTheArchive: throw error
      case .failure(let error): events += try book.note(visit, judgement.outcome(error), isRecorded: false)
      }
    }
    return events
  }

  private static func noIndex(_ archive: Archive) -> ArchiveError {
    ArchiveError(
      code: .inputOutput,
      message: "Cannot find out which pages of '\(archive.path)' are due: there is no index, and none can be made. "
        + "See whether the disk is full.", subject: archive.path)
  }
}
