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
  /// - Throws: `InputError`, `FetchError`, `ResponseError` or `UnreadablePageError`.
  public func read(_ source: PageSource, address: PageAddress? = nil, explaining: Bool = false) async throws
    -> Extraction
  {
    do {
      switch source {
      case .address(let text):
        return try records.read(try await network.page(try AddressParser.parse(text)), explaining: explaining)
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
}
