internal import StetArchive
internal import StetModel

/// The pages of a site at one host that are due, one after the other: first those that are not in the archive, then those
/// of the archive whose time has come, then those of which a source says that they have changed; in each case the ones
/// that have waited longest first. Only a few are in memory.
struct DueQueue: Sendable {
  /// A page that is due, and why.
  struct Item: Sendable {
    let address: PageAddress
    /// What is remembered of the address; nil where it does not wait.
    let waiting: WaitingAddress?
    /// What the archive knows of the page; nil where it was not asked.
    let page: DuePage?
  }

  /// How many are taken from the disk at a time.
  private static let batch = 16

  /// How many were passed over because their source dates them before `RunOptions.since`.
  private(set) var tooOld = 0

  private let site: WatchedSite
  private let host: String
  private let state: RunState
  private let index: ArchiveIndex?
  private let moment: Timestamp
  private let since: Timestamp?
  private var items: [Item] = []
  private var lastWaiting: WaitingAddress?
  private var lastPage: DuePage?
  private var phase = Phase.new

  private enum Phase: Sendable {
    case new, due, changed, done
  }

  /// - Parameters:
  ///   - host: with its port where that is not the usual one.
  ///   - index: nil where there is no archive yet.
  ///   - moment: what is due by then is due.
  init(
    _ site: WatchedSite, at host: String, _ state: RunState, _ index: ArchiveIndex?, moment: Timestamp,
    since: Timestamp?
  ) {
    self.site = site
    self.host = host
    self.state = state
    self.index = index
    self.moment = moment
    self.since = since
  }

  /// The hosts at which a site may have something due.
  static func hosts(of site: WatchedSite, _ state: RunState, at moment: Timestamp) throws(ArchiveError) -> [String] {
    var hosts = Set(try state.waitingHosts(of: site.name, at: moment)).union(site.hosts)
    for host in site.hosts { hosts.insert(host.hasPrefix("www.") ? String(host.dropFirst(4)) : "www." + host) }
    return hosts.sorted()
  }

  /// The next page; nil when there is none left.
  mutating func next() throws(ArchiveError) -> Item? {
    while items.isEmpty, phase != .done {
      switch phase {
      case .new: if try !takeWaiting(known: false) { phase = .due }
      case .due: if try !takeDue() { phase = .changed }
      case .changed: if try !takeWaiting(known: true) { phase = .done }
      case .done: break
      }
    }
    return items.popLast()
  }

  /// - Returns: whether there were any.
  private mutating func takeWaiting(known: Bool) throws(ArchiveError) -> Bool {
    let batch = try state.waiting(
      of: site.name, at: host, known: known, due: moment, after: lastWaiting, limit: Self.batch)
    lastWaiting = batch.last
    for waiting in batch.reversed() where site.watches(waiting.address) {
      if let since, let dated = waiting.dated, dated < since {
        tooOld += 1
      } else {
        items.append(Item(address: waiting.address, waiting: waiting, page: nil))
      }
    }
    return !batch.isEmpty
  }

  /// - Returns: whether there were any.
  private mutating func takeDue() throws(ArchiveError) -> Bool {
    guard let index, let schedule = site.recheck.schedule else { return false }
    var batch: [DuePage] = []
    let name = String(host.prefix { $0 != ":" })
    try index.duePages(at: moment, by: schedule, host: name, after: lastPage) { page in
      batch.append(page)
      return batch.count < Self.batch
    }
    lastPage = batch.last
    for page in batch.reversed() {
      guard let address = PageAddress(page.key.description), address.hostAndPort == host, site.watches(address) else {
        continue
      }
      let waiting = try state.waiting(address)
      // It failed, and its next attempt has its own time.
      if let waiting, waiting.due > moment { continue }
      items.append(Item(address: address, waiting: waiting, page: page))
    }
    return !batch.isEmpty
  }
}
