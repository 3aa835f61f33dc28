internal import CLibXML2

/// The C functions that libxml2 calls while it parses; each hands over to a `TreeBuilder`.
enum SAXEvents {
  /// Replaces the context's handlers, so that no libxml2 tree is built.
  static func connect(_ builder: TreeBuilder, to context: htmlParserCtxtPtr) {
    guard let handler = unsafe context.pointee.sax else { return }
    var events = unsafe xmlSAXHandler()
    unsafe events.initialized = XML_SAX2_MAGIC
    unsafe events.startElement = { unsafe SAXEvents.builder($0)?.startElement($1, $2) }
    unsafe events.endElement = { context, _ in unsafe SAXEvents.builder(context)?.endElement() }
    unsafe events.characters = { unsafe SAXEvents.builder($0)?.characters($1, count: $2) }
    unsafe events.cdataBlock = { unsafe SAXEvents.builder($0)?.rawCharacters($1, count: $2) }
    unsafe events.serror = { unsafe SAXEvents.error($0, $1) }
    unsafe handler.pointee = events
    // The builder outlives the parse: `HTMLParser.run` holds it.
    unsafe context.pointee.userData = unsafe Unmanaged.passUnretained(builder).toOpaque()
    unsafe builder.context = context
  }

  /// Breaks the tie between context and builder.
  static func disconnect(_ context: htmlParserCtxtPtr) {
    unsafe builder(context.pointee.userData)?.context = nil
    unsafe context.pointee.userData = nil
  }

  private static func builder(_ pointer: UnsafeMutableRawPointer?) -> TreeBuilder? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe Unmanaged<TreeBuilder>.fromOpaque(pointer).takeUnretainedValue()
  }

  private static func error(_ pointer: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
    guard let builder = unsafe builder(pointer), let code = unsafe error?.pointee.code else { return }
    builder.fault(code)
  }
}
