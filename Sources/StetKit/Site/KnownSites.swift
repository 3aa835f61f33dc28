public import StetArchive
public import StetExtract
public import StetModel
internal import Synchronization

/// What the archive knows of each host's pages, for telling what is a page's own from what is its site's.
///
/// Of a host the pages that changed last are read when it is first asked for, by the index; what is recorded meanwhile is
/// noted. So a page costs the same however many there are of its host. Without an index, or with one that cannot be read,
/// only what is noted is known: nothing is left out that would otherwise not be.
public final class KnownSites: Sendable {
  /// So many hosts are kept in memory, those asked for last.
  static let maximumHosts = 64

  private struct State {
    var index: ArchiveIndex?
    var isIndexKnown = false
    /// By the name of the host's folder.
    var hosts: [String: SiteKnowledge] = [:]
    /// Hosts by when they were last asked for.
    var order: [String] = []
  }

  private let archive: Archive
  private let effort: IndexEffort
  private let state: Mutex<State>

  /// What this archive knows.
  /// - Parameters:
  ///   - index: nil: it is opened when it is needed.
  ///   - effort: what may be done for an index that is not ready.
  public init(_ archive: Archive, index: ArchiveIndex? = nil, effort: IndexEffort = .refresh) {
    self.archive = archive
    self.effort = effort
    state = Mutex(State(index: index, isIndexKnown: index != nil))
  }

  /// The blocks of a page's text that are its site's: see `SiteKnowledge.recurring(in:of:)`.
  /// - Throws: `ArchiveError` when the archive itself is in trouble.
  public func recurring(in review: Review, of key: PageKey) throws(ArchiveError) -> [RecurringBlock] {
    try knowledge(for: key)?.recurring(in: review.body, of: key) ?? []
  }

  /// Takes in a page as it was just read.
  public func note(_ key: PageKey, _ review: Review, _ facts: ExtractorFacts) throws(ArchiveError) {
    guard let host = Self.host(of: key), try knowledge(for: key) != nil else { return }
    state.withLock { $0.hosts[host]?.note(key, review.body, recurring: facts.recurring) }
  }

  /// A page as it would be archived now: without what recurs on other pages of its host, or was left out of its latest
  /// version.
  /// - Throws: `ArchiveError` about that version, or the archive.
  public func known(_ extraction: Extraction) throws(ArchiveError) -> Extraction {
    guard let address = PageAddress(extraction.review.url) else { return extraction }
    var extraction = extraction
    let key = PageKey(address)
    let found = try recurring(in: extraction.review, of: key)
    var settled: [RecurringBlock] = []
    if let page = try archive.page(key), let latest = try archive.versionsInTime(of: page).last {
      settled = try archive.snapshot(latest, of: page).snapshot.extractor.recurring
    }
    extraction.leaveOut(found, settled: settled)
    return extraction
  }

  private static func host(of key: PageKey) -> String? {
    PageAddress(key.description).map(Archive.hostFolder)
  }

  private func knowledge(for key: PageKey) throws(ArchiveError) -> SiteKnowledge? {
    guard let host = Self.host(of: key) else { return nil }
    let result: Result<SiteKnowledge, ArchiveError> = state.withLock { state in
      do throws(ArchiveError) {
        state.order.removeAll { $0 == host }
        state.order.append(host)
        if let known = state.hosts[host] { return .success(known) }
        let read = try read(host, &state)
        state.hosts[host] = read
        if state.order.count > Self.maximumHosts { state.hosts[state.order.removeFirst()] = nil }
        return .success(read)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func read(_ host: String, _ state: inout State) throws(ArchiveError) -> SiteKnowledge {
    if !state.isIndexKnown {
      // Nothing waits for it where it is of use, but not needed.
      state.index = archive.index(effort, patience: effort == .build ? .seconds(2) : .zero)
      state.isIndexKnown = true
    }
    var knowledge = SiteKnowledge()
    guard let index = state.index,
      let pages = try? index.pages(of: host, by: .changed, limit: SiteKnowledge.maximumPages + 1)
    else { return knowledge }
    // The one that changed last is noted last.
    for page in pages.reversed() {
      guard let latest = page.summary.latest else { continue }
      do throws(ArchiveError) {
        guard let archived = try archive.page(page.summary.key) else { continue }
        let snapshot = try archive.snapshot(latest.version, of: archived).snapshot
        guard let review = snapshot.review else { continue }
        knowledge.note(snapshot.page, review.body, recurring: snapshot.extractor.recurring)
      } catch  where !error.isAboutTheArchive {
        // What is wrong with that page is no matter of this one; `verify` tells of it.
        continue
      }
    }
    return knowledge
  }
}
