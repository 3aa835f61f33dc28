internal import StetArchive
internal import StetModel

/// One site of a run: first its sources, then the pages that are due, host by host side by side.
struct SiteLane: Sendable {
  let place: Int
  let site: RunSite
  let context: RunContext

  init(_ place: Int, _ site: RunSite, _ context: RunContext) {
    self.place = place
    self.site = site
    self.context = context
  }

  /// Does all of it. What goes wrong is told at the desk.
  func run() async {
    do throws(ArchiveError) {
      try await noteNamedPages()
      try await SourceLane(self).run()
      let hosts = try DueQueue.hosts(of: site.site, context.state, at: context.started)
      await withTaskGroup(of: Void.self) { group in
        for host in hosts { group.addTask { await HostLane(host, self).run() } }
      }
    } catch {
      await context.desk.submit(.trouble(error))
    }
  }

  /// Pages that the watchlist names and nobody has seen yet.
  private func noteNamedPages() async throws(ArchiveError) {
    guard !site.site.pages.isEmpty else { return }
    let known = try context.index.lastVisits(of: site.site.pages.map { PageKey($0) })
    var new: [WaitingAddress] = []
    for page in site.site.pages where known[PageKey(page)] == nil {
      guard try context.state.waiting(page) == nil else { continue }
      new.append(
        WaitingAddress(page, found: context.started, due: context.started, reason: WatchedSite.reasonOfNamedPages))
    }
    if !new.isEmpty { await context.desk.submit(.waiting(new, site: place)) }
  }
}
