public import StetArchive
public import StetExtract
internal import StetFetch
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
  public func recurring(in text: MeasuredBody, of key: PageKey) throws(ArchiveError) -> [RecurringBlock] {
    try knowledge(for: key)?.recurring(in: text, of: key) ?? []
  }

  /// Whether a stored text may have more of its site's blocks than were left out of it: see
  /// `SiteKnowledge.mayHaveMore(_:of:without:)`.
  /// - Throws: `ArchiveError` when the archive itself is in trouble.
  public func mayHaveMore(_ snapshot: Snapshot) throws(ArchiveError) -> Bool {
    guard let body = snapshot.review?.body, let known = try knowledge(for: snapshot.page) else { return false }
    return known.mayHaveMore(MeasuredBody(body), of: snapshot.page, without: snapshot.extractor.recurring)
  }

  /// Takes in a page as it was just read.
  public func note(_ key: PageKey, _ text: MeasuredBody, _ facts: ExtractorFacts) throws(ArchiveError) {
    guard let host = Self.host(of: key), try knowledge(for: key) != nil else { return }
    state.withLock { $0.hosts[host]?.note(key, text, recurring: facts.recurring) }
  }

  /// A page as it would be archived now: without what recurs on other pages of its host, or was left out of its last
  /// version that has a record.
  /// - Throws: `ArchiveError` about a version of it, or the archive.
  public func known(_ extraction: Extraction) throws(ArchiveError) -> Extraction {
    guard let address = PageAddress(extraction.review.url) else { return extraction }
    var extraction = extraction
    let key = try archive.key(for: address, canonical: extraction.canonical.map(AddressParser.settled))
    var page = try archive.page(key)
    if page == nil { page = try self.page(onceAt: address) }
    let text = MeasuredBody(extraction.review.body)
    let found = try recurring(in: text, of: page?.key ?? key)
    let last: Snapshot? = if let page { try archive.lastRecord(of: page) } else { nil }
    extraction.leaveOut(found, settled: last?.extractor.recurring ?? [], of: text)
    return extraction
  }

  /// The page that an address has led to, or of whose text it has a part; nil when there is none.
  private func page(onceAt address: PageAddress) throws(ArchiveError) -> ArchivedPage? {
    guard let index = state.withLock({ index(in: &$0) }) else { return nil }
    return try archive.page(at: address, in: index)
  }

  /// The index, opened when it is first asked for.
  private func index(in state: inout State) -> ArchiveIndex? {
    if !state.isIndexKnown {
      // Nothing waits for it where it is of use, but not needed.
      state.index = archive.index(effort, patience: effort == .build ? .seconds(2) : .zero)
      state.isIndexKnown = true
    }
    return state.index
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
    var knowledge = SiteKnowledge()
    guard let index = index(in: &state),
      let pages = try? index.pages(of: host, by: .changed, limit: SiteKnowledge.maximumPages + 1)
    else { return knowledge }
    // The one that changed last is noted last.
    for page in pages.reversed() {
      guard let latest = page.summary.latest else { continue }
      do throws(ArchiveError) {
        guard let archived = try archive.page(page.summary.key) else { continue }
        let snapshot = try archive.snapshot(latest.version, of: archived).snapshot
        guard let review = snapshot.review else { continue }
        knowledge.note(snapshot.page, MeasuredBody(review.body), recurring: snapshot.extractor.recurring)
      } catch  where !error.isAboutTheArchive {
        // What is wrong with that page is no matter of this one; `verify` tells of it.
        continue
      }
    }
    return knowledge
  }
}
