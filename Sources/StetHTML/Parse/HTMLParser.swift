internal import CLibXML2

/// Bytes to tree, by libxml2's HTML parser.
///
/// The parser is driven through its SAX interface: unlike libxml2's own tree that has no depth limit, costs a fifth
/// less, and leaves no C object behind.
public enum HTMLParser {
  /// Pages longer than this are refused.
  public static let maximumBytes = 256 << 20
  /// How many open elements libxml2 may compare with end tags that match none, over a whole page. Each comparison
  /// takes nanoseconds; real pages need thousands.
  public static let maximumMisnesting = 200_000_000

  /// How many bytes libxml2 keeps of the different names in a page. Its table of names gets slow beyond, and real pages
  /// need a twentieth.
  static let maximumNameBytes = 1 << 19

  /// Parses a page.
  /// - Parameters:
  ///   - bytes: the body of the response.
  ///   - httpCharset: the `charset` parameter of its Content-Type, if any.
  /// - Throws: `HTMLError`; never returns a page that was read in part.
  public static func parse(_ bytes: [UInt8], httpCharset: String? = nil) throws(HTMLError) -> HTMLDocument {
    guard bytes.count <= maximumBytes else {
      throw HTMLError(.tooLarge, "the page has \(bytes.count) bytes; the limit is \(maximumBytes)")
    }
    var document = try read(bytes, httpCharset: httpCharset, sparing: true)
    if document == nil { document = try read(bytes, httpCharset: httpCharset, sparing: false) }
    guard let document, document.count > 1 else { throw HTMLError(.empty, "the page is empty") }
    return document
  }

  /// The tree, read with or without sparing libxml2 texts and attributes. It is the same; nil when libxml2 did not read
  /// the spared source as was foreseen.
  static func read(_ bytes: [UInt8], httpCharset: String? = nil, sparing: Bool) throws(HTMLError) -> HTMLDocument? {
    let source = HTMLSource(bytes, httpCharset: httpCharset, sparing: sparing)
    var builder = TreeBuilder(source)
    try run(&builder, on: source.utf8)
    return builder.isOutOfStep ? nil : builder.finish(charset: source.charset, repairs: source.repairs)
  }

  private static func run(_ builder: inout TreeBuilder, on utf8: [UInt8]) throws(HTMLError) {
    guard !utf8.isEmpty, LibXML2.isReady else { return }
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    let completed = unsafe utf8.withUnsafeBufferPointer { buffer -> Bool in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters -> Bool in
        guard let context = unsafe htmlCreateMemoryParserCtxt(characters.baseAddress, Int32(characters.count)) else {
          return false
        }
        defer { unsafe htmlFreeParserCtxt(context) }
        _ = unsafe htmlCtxtUseOptions(
          context,
          Int32(options | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
        // The source is UTF-8 by now: no declaration in the page may make libxml2 convert it.
        unsafe context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        // `TreeBuilder.checkNames` refuses pages that come to this limit.
        unsafe xmlDictSetLimit(context.pointee.dict, maximumNameBytes)
        unsafe withUnsafeMutablePointer(to: &builder) { builder in
          unsafe SAXEvents.connect(builder, to: context)
          _ = unsafe htmlParseDocument(context)
          unsafe builder.pointee.endDocument()
          unsafe SAXEvents.disconnect(context)
        }
        return true
      }
    }
    guard completed else { throw HTMLError(.truncated, "libxml2 cannot start: out of memory") }
    if let error = builder.error { throw error }
  }
}
