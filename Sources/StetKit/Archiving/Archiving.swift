public import Logging
public import StetArchive
public import StetExtract
public import StetFetch
public import StetModel

/// One page from its address to the archive: fetch, look at the status, extract, look at the kind, store.
public struct Archiving {
  /// Fetches a page, whatever its status.
  public typealias Fetch = (FetchRequest) throws(FetchError) -> Page

  let writer: ArchiveWriter
  let extractor: Extractor
  let acceptsAnyPage: Bool
  let fetch: Fetch
  let cause: SnapshotCause
  let ruleChange: RuleChange
  private let logger: Logger

  /// A way into this archive.
  /// - Parameter acceptsAnyPage: stores listings, error pages and block pages too.
  public init(
    into writer: ArchiveWriter, extractor: Extractor, acceptsAnyPage: Bool = false, logger: Logger,
    fetch: @escaping Fetch
  ) {
    self.writer = writer
    ruleChange = RuleChange(writer.archive, Rereading(writer.archive, extractor: extractor), logger: logger)
    self.extractor = extractor
    self.acceptsAnyPage = acceptsAnyPage
    self.logger = logger
    self.fetch = fetch
    cause = .page
  }

  /// A way for pages that are there already. It has no network: an attempt to use it ends the program.
  init(importingInto writer: ArchiveWriter, extractor: Extractor, acceptsAnyPage: Bool, logger: Logger) {
    self.writer = writer
    ruleChange = RuleChange(writer.archive, Rereading(writer.archive, extractor: extractor), logger: logger)
    self.extractor = extractor
    self.acceptsAnyPage = acceptsAnyPage
    self.logger = logger
    fetch = { _ throws(FetchError) in preconditionFailure("an import fetches nothing") }
    cause = .import
  }

  /// Archives one page. What is returned is durable.
  /// - Throws: `ArchiveError` when the archive itself is in trouble, so that going on makes no sense.
  public func archive(_ address: PageAddress) throws(ArchiveError) -> PageOutcome {
    do throws(ArchiveError) {
      return try visit(address)
    } catch  where !error.isAboutTheArchive {
      return PageOutcome(.failed, address, error: error)
    }
  }

  private func visit(_ address: PageAddress) throws(ArchiveError) -> PageOutcome {
    let validators = try validators(for: address)
    let page: Page
    do throws(FetchError) {
      page = try response(to: address, validators: validators)
    } catch {
      return PageOutcome(.failed, address, error: error)
    }
    logger.debug(
      "fetched", metadata: ["page": "\(address)", "status": "\(page.status)", "bytes": "\(page.body.count)"])
    switch page.status {
    // A part of the page, which nobody asked for: no complete response.
    case 206: return PageOutcome(.failed, address, error: ResponseError(page))
    case 200..<300: return try store(page)
    case 304: return try notModified(page)
    case 404, 410: return try absent(page)
    default: return PageOutcome(.failed, address, error: ResponseError(page, extractor.obstacle(of: page)))
    }
  }
}
