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
  private let logger: Logger

  /// A way into this archive.
  /// - Parameter acceptsAnyPage: stores listings, error pages and block pages too.
  public init(into writer: ArchiveWriter, extractor: Extractor, acceptsAnyPage: Bool = false, logger: Logger) {
    self.init(
      into: writer, extractor: extractor, acceptsAnyPage: acceptsAnyPage, cause: .page, logger: logger)
  }

  init(
    into writer: ArchiveWriter, extractor: Extractor, acceptsAnyPage: Bool, cause: SnapshotCause, logger: Logger
  ) {
    self.writer = writer
    ruleChange = RuleChange(writer.archive, Rereading(writer.archive, extractor: extractor), logger: logger)
    self.extractor = extractor
    self.acceptsAnyPage = acceptsAnyPage
    self.cause = cause
    self.logger = logger
  }

  /// The request for a page: conditional when the archive knows what its address last answered.
  /// - Parameter unconditional: asks for the whole page in any case, and so finds out a server whose validators stay
  ///   while its page changes.
  /// - Throws: `ArchiveError` about the page, or the archive.
  public func request(for address: PageAddress, unconditional: Bool = false) throws(ArchiveError) -> FetchRequest {
    let known = unconditional ? nil : try writer.validators(for: address)
    return FetchRequest(
      address, validators: known.map { Validators(of: address, etag: $0.etag, lastModified: $0.lastModified) })
  }

  /// Records what came of that request. What is returned is durable.
  /// - Throws: `ArchiveError` when the archive itself is in trouble, so that going on makes no sense.
  public func record(_ result: Result<Page, FetchError>, of address: PageAddress) throws(ArchiveError) -> PageOutcome {
    do throws(ArchiveError) {
      switch result {
      case .success(let page): return try record(page)
      case .failure(let error): return PageOutcome(.failed, address, error: error)
      }
    } catch  where !error.isAboutTheArchive {
      return PageOutcome(.failed, address, error: error)
    }
  }

  private func record(_ page: Page) throws(ArchiveError) -> PageOutcome {
    logger.debug(
      "fetched",
      metadata: ["page": "\(page.requested)", "status": "\(page.status)", "bytes": "\(page.body.count)"])
    switch page.status {
    // A part of the page, which nobody asked for: no complete response.
    case 206: return PageOutcome(.failed, page.requested, error: ResponseError(page))
    case 200..<300: return try store(page)
    case 304: return try notModified(page)
    case 404, 410: return try absent(page)
    default: return PageOutcome(.failed, page.requested, error: ResponseError(page, extractor.obstacle(of: page)))
    }
  }
}
