internal import StetExtract
internal import StetModel
internal import StetWARC

/// From a place in a file to the page and its record; may run on any thread.
struct ImportReading: Sendable {
  /// A page and what was read from it.
  struct Reading: Sendable {
    let page: Page
    let extraction: Result<Extraction, ExtractError>
  }

  /// Fields of a request that may hold a secret, which is not kept.
  private static let secret = ["Authorization", "Proxy-Authorization", "Cookie"]

  let files: [WARCFile]
  let extractor: Extractor
  let maximumBytes: Int

  /// Reads an item's page; or says why that cannot be.
  func read(_ item: ImportItem) -> Result<Reading, CaptureSkip> {
    do throws(WARCError) {
      let page: Page
      if let original = item.original {
        page = try revisit(item, of: try exchange(original.file, original.offset))
      } else {
        let request = try item.request.map { offset throws(WARCError) in try record(item.file, offset) }
        page = Page(try exchange(item.file, item.offset, request: request))
      }
      return .success(Reading(page: page, extraction: extract(page)))
    } catch {
      return .failure(Self.skip(error))
    }
  }

  private func extract(_ page: Page) -> Result<Extraction, ExtractError> {
    do throws(ExtractError) {
      return .success(try extractor.extract(page.withoutUser))
    } catch {
      return .failure(error)
    }
  }

  private func exchange(
    _ file: Int, _ offset: Int, request: WARCRecord? = nil
  ) throws(WARCError) -> HTTPExchange {
    var exchange = try WARCResponse.exchange(
      try record(file, offset), request: request, maximumBodyBytes: maximumBytes)
    exchange.requestFields.removeAll { field in Self.secret.contains(where: field.hasName) }
    return exchange
  }

  private func record(_ file: Int, _ offset: Int) throws(WARCError) -> WARCRecord {
    let limit = maximumBytes + StoredCapture.maximumHTTPHead
    let record = try files[file].record(at: offset, maximumBlockBytes: limit).record
    guard record.checkDigests().block != .different else { throw WARCError.brokenDigest(at: offset) }
    return record
  }

  /// The page as it stood again: what the earlier capture holds, at the time of the later one. The evidence is what came
  /// over the wire: a head that said the same, or that nothing had changed.
  private func revisit(_ item: ImportItem, of original: HTTPExchange) throws(WARCError) -> Page {
    var exchange = original
    exchange.address = item.address
    exchange.date = item.date
    exchange.truncation = nil
    var page = Page(exchange)
    // Many leave the head out; then the earlier one stands for it.
    if let again = try? WARCResponse.exchange(try record(item.file, item.offset), maximumBodyBytes: maximumBytes) {
      exchange.ipAddress = again.ipAddress
      exchange.status = again.status
      exchange.reason = again.reason
      exchange.fields = again.fields
      if again.status == 304 { exchange.body = [] } else { page.headers = again.fields }
    }
    page.exchanges = [exchange]
    return page
  }

  private static func skip(_ error: WARCError) -> CaptureSkip {
    switch error.code {
    case .unknownCoding: .coding
    case .contentTooLong, .blockTooLong: .tooLong
    default: .damaged
    }
  }
}

extension CaptureSkip: Error {}
