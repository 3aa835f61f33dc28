public import StetArchive
public import StetExtract
public import StetModel

/// Reads stored pages again by today's rules. Nothing here asks the network.
public struct Rereading: Sendable {
  /// What came of reading a version again.
  public enum Result: Sendable {
    /// The page as today's rules read it, and how many of the stored later pages of a review are a part of that: the text
    /// ends before one of which today's rules do not know that it belongs to it, and the continuation names that.
    case read(Extraction, parts: Int)
    /// There is nothing to read: its response was never kept, or it is a tombstone.
    case missing
    /// Today's rules find no text in it; the reason, for a person.
    case unreadable(String)
  }

  private let responses: any StoredResponses
  private let extractor: Extractor

  /// A reader of what is kept there, by the rules that need no profile unless told otherwise.
  public init(_ responses: any StoredResponses, extractor: Extractor = Extractor()) {
    self.responses = responses
    self.extractor = extractor
  }

  /// Whether a version was read by today's rules.
  public func isCurrent(_ snapshot: Snapshot) -> Bool { snapshot.extractor.rules == Extractor.facts.rules }

  /// Reads a version's page again: by today's rules, and without what was left out of it because it recurs on its site.
  /// - Parameter recurring: what is left out, too.
  /// - Throws: `ArchiveError` when its response should be there, and cannot be read.
  public func read(_ snapshot: Snapshot, without recurring: [RecurringBlock] = []) throws(ArchiveError) -> Result {
    var result = try whole(snapshot)
    if case .read(var extraction, let parts) = result {
      extraction.leaveOut(recurring, settled: snapshot.extractor.recurring)
      result = .read(extraction, parts: parts)
    }
    return result
  }

  /// The same, and without what is known of its site by now, as the page would be archived: what was left out of it once is
  /// no reason not to see what stands beside that.
  public func read(_ snapshot: Snapshot, knowing sites: KnownSites) throws(ArchiveError) -> Result {
    var result = try whole(snapshot)
    if case .read(var extraction, let parts) = result {
      let text = MeasuredBody(extraction.review.body)
      let found = try sites.recurring(in: text, of: snapshot.page)
      extraction.leaveOut(found, settled: snapshot.extractor.recurring, of: text)
      result = .read(extraction, parts: parts)
    }
    return result
  }

  /// The same with everything on it, whatever was left out of the version.
  private func whole(_ snapshot: Snapshot) throws(ArchiveError) -> Result {
    guard snapshot.review != nil, let exchange = try responses.response(of: snapshot),
      let parts = try responses.parts(of: snapshot)
    else { return .missing }
    // Other addresses count only where there is something to put together.
    let names = parts.isEmpty ? [] : try names(of: snapshot.page)
    let address = snapshot.response.flatMap { PageAddress($0.finalURL) } ?? exchange.address
    do throws(ExtractError) {
      let first = try read(exchange, at: address)
      var (extraction, count) = (first, 0)
      if !parts.isEmpty {
        (extraction, count) = PartSequence.record(
          of: first, at: address, names, parts: parts.map(\.address),
          isWhole: snapshot.response?.parts.last?.isWhole ?? false
        ) { part, series in
          // What cannot be read by now is missing, as it is when it comes in.
          try? read(parts[part], at: parts[part].address, in: series)
        }
      }
      extraction.review.url = snapshot.page.description
      return .read(extraction, parts: count)
    } catch {
      return .unreadable(error.message)
    }
  }

  /// The page's key, and the other addresses that led to it.
  private func names(of page: PageKey) throws(ArchiveError) -> [PageAddress] {
    try [PageAddress(page.description)].compactMap(\.self) + responses.aliases(of: page)
  }

  private func read(
    _ exchange: HTTPExchange, at address: PageAddress, in series: PartSeries? = nil
  ) throws(ExtractError) -> Extraction {
    let page = Page(
      requested: address, final: address, status: exchange.status, headers: exchange.fields, body: exchange.body,
      received: exchange.date)
    return try extractor.extract(page.withoutUser, in: series)
  }
}
