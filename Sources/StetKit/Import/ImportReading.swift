internal import StetExtract
internal import StetModel
internal import StetWARC

/// From a place in a file to the page and its record; may run on any thread.
struct ImportReading: Sendable {
  /// A page and what was read from it.
  struct Reading: Sendable {
    let page: Page
    let extraction: Result<Extraction, ExtractError>
    /// Whether the payload does not fit its digest, though the block that it is a part of fits its own.
    let contradictsDigest: Bool
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
      let contradictsDigest: Bool
      if let original = item.original {
        let found = try exchange(original)
        page = try revisit(item, of: found.exchange)
        contradictsDigest = found.contradictsDigest
      } else {
        let request = try item.request.map { offset throws(WARCError) in
          try record(ImportItem.Place(file: item.place.file, offset: offset)).record
        }
        let found = try exchange(item.place, request: request)
        page = Page(found.exchange)
        contradictsDigest = found.contradictsDigest
      }
      return .success(Reading(page: page, extraction: extract(page), contradictsDigest: contradictsDigest))
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
    _ place: ImportItem.Place, request: WARCRecord? = nil
  ) throws(WARCError) -> (exchange: HTTPExchange, contradictsDigest: Bool) {
    let (record, digests) = try record(place)
    var exchange = try WARCResponse.exchange(record, request: request, maximumBodyBytes: maximumBytes)
    exchange.requestFields.removeAll { field in Self.secret.contains(where: field.hasName) }
    // Some writers take the digest of the content after its decoding.
    let contradictsDigest =
      digests.payload == .different
      && record.head["WARC-Payload-Digest"].map { LabelledDigest($0).match(exchange.body[...]) } != .same
    return (exchange, contradictsDigest)
  }

  private func record(
    _ place: ImportItem.Place
  ) throws(WARCError) -> (record: WARCRecord, digests: WARCRecord.DigestCheck) {
    let limit = maximumBytes + StoredCapture.maximumHTTPHead
    let record = try files[place.file].record(at: place.offset, maximumBlockBytes: limit).record
    let digests = record.checkDigests()
    guard digests.block != .different else { throw WARCError.brokenDigest(at: place.offset) }
    return (record, digests)
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
    if let again = try? WARCResponse.exchange(try record(item.place).record, maximumBodyBytes: maximumBytes) {
      // As its own record has it.
      exchange.address = again.address
      page.requested = again.address.withoutFragment
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
