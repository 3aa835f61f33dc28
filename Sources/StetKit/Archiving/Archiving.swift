public import Logging
public import StetArchive
public import StetExtract
public import StetFetch
public import StetModel

/// One page into the archive: what to ask for, and what to make of the answer: look at the status, extract, look at the
/// kind, store. It has no network: whoever archives fetches in between.
public struct Archiving: Sendable {
  let writer: ArchiveWriter
  let extractor: Extractor
  let acceptsAnyPage: Bool
  let cause: SnapshotCause
  let ruleChange: RuleChange
  let sites: KnownSites
  let logger: Logger

  /// A way into this archive.
  /// - Parameters:
  ///   - acceptsAnyPage: stores listings, error pages and block pages too.
  ///   - sites: what is known of sites, to be shared by all ways into one archive; nil: this one's own.
  public init(
    into writer: ArchiveWriter, extractor: Extractor, acceptsAnyPage: Bool = false, sites: KnownSites? = nil,
    logger: Logger
  ) {
    self.init(
      into: writer, extractor: extractor, acceptsAnyPage: acceptsAnyPage, cause: .page, sites: sites, logger: logger)
  }

  init(
    into writer: ArchiveWriter, extractor: Extractor, acceptsAnyPage: Bool, cause: SnapshotCause,
    sites: KnownSites? = nil, logger: Logger
  ) {
    self.writer = writer
    ruleChange = RuleChange(Rereading(writer.archive, extractor: extractor), logger: logger)
    self.sites = sites ?? KnownSites(writer.archive)
    self.extractor = extractor
    self.acceptsAnyPage = acceptsAnyPage
    self.cause = cause
    self.logger = logger
  }

  /// What to ask for: with a conditional request when the archive knows what its address last answered.
  /// - Parameter unconditional: asks for the whole page in any case, and so finds out a server whose validators stay
  ///   while its page changes.
  /// - Throws: `ArchiveError` about the page, or the archive.
  public func inquiry(for address: PageAddress, unconditional: Bool = false) throws(ArchiveError) -> PageInquiry {
    let known = unconditional ? nil : try writer.validators(for: address)
    return PageInquiry(
      request: FetchRequest(
        address, validators: known.map { Validators(of: address, etag: $0.etag, lastModified: $0.lastModified) }),
      parts: known?.parts ?? [])
  }

  /// Asks for a page, and for the later pages of the review that begins on it: one after the other.
  /// - Parameter ask: asks for an address, with the manners that its host is owed.
  public func fetch(
    _ inquiry: PageInquiry, ask: @escaping @Sendable (FetchRequest) async -> RunAnswer
  ) async -> ReviewAnswer {
    let address = inquiry.request.address
    // An archive in trouble will say so when the page is stored.
    let hadParts = { @Sendable [writer] in (try? writer.parts(for: address).isEmpty) == false }
    return await ReviewFetch(extractor: extractor, hadParts: hadParts, ask: ask).fetch(inquiry)
  }

  /// Records what came of that. What is returned is durable.
  /// - Parameter answer: nil when there was no time to ask.
  /// - Throws: `ArchiveError` when the archive itself is in trouble, so that going on makes no sense.
  public func record(_ answer: ReviewAnswer, of address: PageAddress) throws(ArchiveError) -> PageOutcome? {
    do throws(ArchiveError) {
      switch answer {
      case .review(let review): return try record(review)
      case .broken(let error): return PageOutcome(.failed, address, error: error)
      case .unanswered(.failed(let error)): return PageOutcome(.failed, address, error: error)
      case .unanswered: return nil
      }
    } catch  where !error.isAboutTheArchive {
      return PageOutcome(.failed, address, error: error)
    }
  }

  private func record(_ review: FetchedReview) throws(ArchiveError) -> PageOutcome {
    let page = review.page
    logger.debug(
      "fetched",
      metadata: ["page": "\(page.requested)", "status": "\(page.status)", "bytes": "\(page.body.count)"])
    switch page.status {
    // A part of the page, which nobody asked for: no complete response.
    case 206: return PageOutcome(.failed, page.requested, error: ResponseError(page))
    case 200..<300: return try store(review)
    case 304: return try notModified(review)
    case 404, 410: return try absent(page)
    default: return PageOutcome(.failed, page.requested, error: ResponseError(page, extractor.obstacle(of: page)))
    }
  }
}
