public import StetExtract
internal import StetFetch
public import StetModel

/// Source to record: fetches or reads, decompresses, extracts.
public struct SourceReading {
  private let network: Network
  private let files: InputFile
  private let records: RecordReading
  private let extractor: Extractor

  /// Reads with this extractor, over this network.
  public init(_ extractor: Extractor, network: Network = Network(), files: InputFile = InputFile()) {
    self.extractor = extractor
    self.network = network
    self.files = files
    records = RecordReading(extractor)
  }

  /// Reads one source.
  /// - Parameter address: the address of a file or of standard input; nil when it is not known.
  /// - Throws: `InputError`, `FetchError`, `ResponseError` or `ExtractError`.
  public func read(_ source: PageSource, address: PageAddress? = nil) throws -> Extraction {
    switch source {
    case .address(let text): try extractor.extract(try network.page(try AddressParser.parse(text)))
    case .file(let path): try records.read(try files.content(of: path), address: address, path: path)
    case .standardInput: try records.read(try files.standardInput(), address: address, path: nil)
    }
  }
}
