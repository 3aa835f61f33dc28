/// Reads XML as it comes from the web: feeds and sitemaps.
///
/// Well-formed documents are read by libxml2. Everything else is read again, from its start, by `LooseXML`, which takes
/// what makes sense: text before the declaration, bare `&`, entities of HTML, tags that do not match, an early end.
/// Document type definitions are stepped over by both: entities that a document declares are never expanded, nothing
/// outside of it is ever asked for, and no input costs more than its length.
public enum XMLReader {
  /// Longer documents are refused: what sitemaps.org allows, and a little more.
  public static let maximumBytes = 64 << 20
  /// How many elements may be open at once.
  public static let maximumDepth = 1000
  /// How many declarations of namespaces may be in force at once.
  public static let maximumNamespaces = 256

  /// Reads a document.
  /// - Parameters:
  ///   - bytes: the body of the response.
  ///   - httpCharset: the `charset` parameter of its Content-Type, if any.
  ///   - makeHandler: makes a handler without state; called a second time for documents that are not well-formed.
  /// - Throws: `XMLError`.
  public static func read<Handler: XMLHandler>(
    _ bytes: [UInt8], httpCharset: String? = nil, into makeHandler: () -> Handler
  ) throws(XMLError) -> XMLReading<Handler> {
    guard bytes.count <= maximumBytes else {
      throw XMLError(.tooLarge, "the document has \(bytes.count) bytes; the limit is \(maximumBytes)")
    }
    let decoded = Charset.decode(XMLStart.trimmed(bytes), httpCharset: httpCharset)
    if TagSurvey.isPlain(decoded.utf8) {
      let handler = makeHandler()
      if StrictXML.read(decoded.utf8, into: handler) {
        return XMLReading(handler: handler, charset: decoded.name, isWellFormed: true, isTruncated: false)
      }
    }
    let handler = makeHandler()
    var reader = LooseXML(decoded.utf8, handler)
    try reader.run()
    return XMLReading(
      handler: handler, charset: decoded.name, isWellFormed: false, isTruncated: reader.isTruncated)
  }
}
