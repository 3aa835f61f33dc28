internal import CLibXML2

/// The C functions that libxml2 calls while it parses; each hands over to a `TreeBuilder`.
enum SAXEvents {
  /// Replaces the context's handlers, so that no libxml2 tree is built.
  static func connect(_ builder: UnsafeMutablePointer<TreeBuilder>, to context: htmlParserCtxtPtr) {
    guard let handler = unsafe context.pointee.sax else { return }
    var events = unsafe xmlSAXHandler()
    unsafe events.initialized = XML_SAX2_MAGIC
    unsafe events.startElement = { unsafe SAXEvents.builder($0)?.pointee.startElement($1, $2) }
    unsafe events.endElement = { context, _ in unsafe SAXEvents.builder(context)?.pointee.endElement() }
    unsafe events.characters = { unsafe SAXEvents.builder($0)?.pointee.characters($1, count: $2) }
    unsafe events.cdataBlock = { unsafe SAXEvents.builder($0)?.pointee.rawCharacters($1, count: $2) }
    unsafe events.serror = { unsafe SAXEvents.error($0, $1) }
    unsafe handler.pointee = events
    // The builder outlives the parse: `HTMLParser.run` holds it.
    unsafe context.pointee.userData = UnsafeMutableRawPointer(builder)
    unsafe builder.pointee.context = context
  }

  /// Breaks the tie between context and builder.
  static func disconnect(_ context: htmlParserCtxtPtr) {
    unsafe builder(context.pointee.userData)?.pointee.context = nil
    unsafe context.pointee.userData = nil
  }

  @inline(__always)
  private static func builder(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
    unsafe pointer?.assumingMemoryBound(to: TreeBuilder.self)
  }

  private static func error(_ pointer: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
    guard let builder = unsafe builder(pointer), let code = unsafe error?.pointee.code else { return }
    unsafe builder.pointee.fault(code)
  }
}
