public import StetExtract
internal import StetFetch
public import StetModel

/// Source to record: fetches or reads, decompresses, extracts.
public struct SourceReading: Sendable {
  private let network: Network
  let files: InputFile
  let records: RecordReading

  /// Reads with this extractor, over this network.
  public init(_ extractor: Extractor, network: Network = Network(), files: InputFile = InputFile()) {
    self.network = network
    self.files = files
    records = RecordReading(extractor)
  }

  /// Reads one source.
  /// - Parameters:
  ///   - address: the address of a file or of standard input; nil when it is not known.
  ///   - explaining: whether the candidates for each field are wanted.
  /// Of a review at an address all pages are read.
  /// - Throws: `InputError`, `FetchError`, `PartError`, `ResponseError` or `UnreadablePageError`.
  public func read(_ source: PageSource, address: PageAddress? = nil, explaining: Bool = false) async throws
    -> Extraction
  {
    do {
      switch source {
      case .address(let text):
        return try await read(try AddressParser.parse(text), explaining: explaining)
      case .file(let path):
        let body = try files.content(of: path)
        return try records.read(body, address: address, path: path, explaining: explaining)
      case .standardInput:
        let body = try files.standardInput()
        return try records.read(body, address: address, path: nil, explaining: explaining)
      }
    } catch let error as ExtractError {
      throw UnreadablePageError(error, subject: "\(source)")
    }
  }

  private func read(_ address: PageAddress, explaining: Bool) async throws -> Extraction {
    let fetch = ReviewFetch(
      extractor: records.extractor, hadParts: { false },
      ask: { [network] request in
        do throws(FetchError) {
          return .page(try await network.fetch(request))
        } catch {
          return .failed(error)
        }
      }, isExplaining: explaining)
    switch await fetch.fetch(PageInquiry(request: FetchRequest(address), parts: [])) {
    case .review(let review):
      guard let reading = review.reading else {
        throw ResponseError(review.page, Extractor(profiles: []).obstacle(of: review.page))
      }
      return try reading.get()
    case .broken(let error): throw error
    case .unanswered(.failed(let error)): throw error
    // A network that waits for its turn leaves nothing out.
    case .unanswered: throw CancellationError()
    }
  }
}
