/// What `XMLReader` made of a document.
public struct XMLReading<Handler: XMLHandler> {
  /// The handler, after the last event.
  public let handler: Handler
  /// The encoding that the document was read with, by its WHATWG name in lower case.
  public let charset: String
  /// Whether the document is well-formed XML (and has no document type definition); otherwise it was read as far as it
  /// makes sense: see `LooseXML`.
  public let isWellFormed: Bool
  /// Whether the document ends before its root element does.
  public let isTruncated: Bool
}
