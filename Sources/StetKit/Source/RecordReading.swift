internal import Glibc
public import StetExtract
public import StetModel

/// Bytes to record, where the address may not be known.
public struct RecordReading: Sendable {
  let extractor: Extractor

  /// Reads with this extractor.
  public init(_ extractor: Extractor) { self.extractor = extractor }

  /// Reads a page that was fetched.
  /// - Throws: `ExtractError` when the page has no readable main text.
  public func read(_ page: Page, explaining: Bool = false) throws(ExtractError) -> Extraction {
    try extractor.extract(page.withoutUser, explaining: explaining)
  }

  /// Reads a stored page.
  ///
  /// Without an address the page's own word for it (`rel=canonical`) is taken; when it has none, the record's `url` is
  /// the file's `file:` address and relative links lead to the host `page.invalid` (RFC 2606).
  /// - Parameters:
  ///   - body: the page, decompressed.
  ///   - path: of the file; nil for standard input.
  ///   - explaining: whether the candidates for each field are wanted.
  /// - Throws: `ExtractError` when the page has no readable main text.
  public func read(
    _ body: [UInt8], address: PageAddress?, path: String?, explaining: Bool = false
  ) throws(ExtractError) -> Extraction {
    if let address { return try read(Self.page(body, address), explaining: explaining) }
    var extraction = try extractor.extract(Self.page(body, Self.unknown), explaining: explaining)
    if let own = extraction.canonical, own.host != Self.unknown.host {
      return try read(Self.page(body, own), explaining: explaining)
    }
    extraction.review.url = path.map(Self.fileAddress) ?? "file:///dev/stdin"
    return extraction
  }

  /// The host of a page whose address nobody knows; `.invalid` never resolves (RFC 2606, 2).
  public static let unknownHost = "page.invalid"

  private static let unknown: PageAddress = {
    guard let address = PageAddress("http://\(unknownHost)/") else { preconditionFailure("a well-formed address") }
    return address
  }()

  private static func page(_ body: [UInt8], _ address: PageAddress) -> Page {
    let now = Timestamp(secondsSince1970: Int64(time(nil)))
    return Page(requested: address, final: address, body: body, received: now)
  }

  /// RFC 8089: the absolute path, percent-encoded.
  private static func fileAddress(_ path: String) -> String {
    var absolute = path
    if let real = realpath(path, nil) {
      absolute = String(cString: real)
      free(real)
    }
    let plain = Array("-._~/".utf8)
    var text = "file://"
    for byte in absolute.utf8 {
      if ASCII.isLetter(byte) || ASCII.isDigit(byte) || plain.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
