import StetKit
import StetModel
import StetTestSupport
import Synchronization

@testable import StetFetch

/// A simulated web without a wire: robots.txt is asked for, read and kept as in earnest, everything else is answered at
/// once. It keeps the log that the servers would keep.
final class MonthNetwork: RunNetwork {
  /// A line of the log.
  struct Request: Sendable, Hashable {
    let site: String
    let path: String
    let moment: Timestamp
    /// Nil when the connection broke.
    let status: Int?
    let isConditional: Bool
  }

  private struct Content {
    var log: [Request] = []
    var busy: Set<String> = []
    var breaches: [String] = []
  }

  private let sites: [String: SimulatedSite]
  private let clock: SimulatedClock
  private let content = Mutex(Content())
  private let robots: RobotsCache

  /// A network for one run.
  init(_ month: SimulatedMonth, _ clock: SimulatedClock, states: HostStates, log: [Request] = []) {
    let sites = Dictionary(uniqueKeysWithValues: month.sites.map { ($0.origin, $0) })
    self.sites = sites
    self.clock = clock
    let early = EarlyLog()
    robots = RobotsCache(agent: "stet/1", states: states, now: { clock.now }) { request throws(FetchError) in
      try Self.page(request, sites, clock) { early.add($0) }
    }
    earlyLog = early
    content.withLock { $0.log = log }
  }

  /// What is fetched before the network itself is there.
  private final class EarlyLog: Sendable {
    private let requests = Mutex<[Request]>([])
    func add(_ request: Request) { requests.withLock { $0.append(request) } }
    var all: [Request] { requests.withLock { $0 } }
  }
  private let earlyLog: EarlyLog

  /// What was asked for.
  var log: [Request] { content.withLock { $0.log } + earlyLog.all }

  /// Every time when a host was asked for two things at once.
  var breaches: [String] { content.withLock { $0.breaches } }

  func answer(to request: RunRequest) async -> RunAnswer {
    let address = request.request.address
    do throws(FetchError) {
      if request.obeysRobots {
        let verdict = try await robots.verdict(for: address)
        guard verdict.isAllowed else { return .refused("robots.txt") }
      }
      content.withLock { content in
        if !content.busy.insert(address.hostAndPort).inserted { content.breaches.append("\(address)") }
      }
      await Task.yield()
      defer { content.withLock { _ = $0.busy.remove(address.hostAndPort) } }
      return .page(
        try Self.page(request.request, sites, clock) { line in content.withLock { $0.log.append(line) } })
    } catch {
      return .failed(error)
    }
  }

  func sitemaps(atHostOf address: PageAddress, delay: Duration?) async -> [PageAddress] {
    (try? await robots.sitemaps(of: address)) ?? []
  }

  private static func page(
    _ request: FetchRequest, _ sites: [String: SimulatedSite], _ clock: SimulatedClock, _ log: (Request) -> Void
  ) throws(FetchError) -> Page {
    let (now, address) = (clock.now, request.address)
    let origin = "http://\(address.hostAndPort)"
    let target = String(address.withoutFragment.description.dropFirst(origin.utf8.count))
    let asked = SimulatedRequest(
      target, at: now, etag: request.validators?.etag, modifiedSince: request.validators?.lastModified)
    let answer = sites[origin]?.answer(to: asked)
    log(
      Request(
        site: origin, path: target, moment: now, status: answer?.status, isConditional: asked.isConditional))
    guard let answer else {
      throw FetchError(
        .truncated, "Cannot fetch '\(address)': the connection ended before the answer. Try again later.",
        address: address.description, host: HostKey(address))
    }
    if [301, 302].contains(answer.status), let place = answer.headers.first(where: { $0.0 == "Location" })?.1,
      let next = address.resolving(place)
    {
      var page = try Self.page(FetchRequest(next), sites, clock, log)
      (page.requested, page.redirects) = (address, [address])
      return page
    }
    return Page(
      requested: address, final: address, status: answer.status,
      headers: answer.headers.map { HeaderField(name: $0.0, value: $0.1) }, body: answer.body, received: now)
  }
}
