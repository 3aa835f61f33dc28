// The benchmark compares with libxml2 itself: apart from StetHTML the only module to import it.
internal import CLibXML2
internal import StetExtract
internal import StetHTML
internal import StetModel

/// One way to spend time on a page.
enum Phase: String, CaseIterable, Sendable {
  /// Nothing; what is left when this is subtracted is the phase itself.
  case none
  /// libxml2's own tree, built and freed: the floor that stet is measured against.
  case dom
  /// stet's flat tree.
  case parse
  /// The whole way from bytes to a line of JSON, as in `stet extract --batch`.
  case extract

  /// Does the work on one page.
  /// - Returns: false when the page was refused.
  func run(on page: BenchPage, with extractor: Extractor) -> Bool {
    switch self {
    case .none: return true
    case .dom: return Self.parseAndFree(page.bytes)
    case .parse: return (try? HTMLParser.parse(page.bytes)) != nil
    case .extract:
      let input = Page(
        requested: page.address, final: page.address, body: page.bytes, received: Timestamp(secondsSince1970: 0))
      guard let extraction = try? extractor.extract(input) else { return false }
      return !CompactJSON.bytes(extraction.review.json).isEmpty
    }
  }

  /// The options are those that make libxml2 quickest without giving up on broken pages.
  private static func parseAndFree(_ bytes: [UInt8]) -> Bool {
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    return bytes.withUnsafeBytes { buffer in
      let document = htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        Int32(options | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue))
      xmlFreeDoc(document)
      return document != nil
    }
  }

  /// libxml2 has to be ready before threads use it.
  static func prepare() { xmlInitParser() }
}
