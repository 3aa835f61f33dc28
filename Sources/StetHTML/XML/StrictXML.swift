internal import CLibXML2

/// Well-formed XML, by libxml2's SAX2 interface.
///
/// Safe because the context is set while libxml2 parses only, and never leaves the type.
@safe struct StrictXML {
  /// How many bytes libxml2 keeps of the different names in a document.
  private static let maximumNameBytes = 1 << 19

  private let handler: any XMLHandler
  private var names: [NameKey: Int] = [:]
  /// Declarations in force: for each open element that has some its depth and their number.
  private var declarations: [(depth: Int, count: Int)] = []
  private var namespaces = 0
  private var depth = 0
  private var hasFailed = false
  private var context: xmlParserCtxtPtr?

  /// A name in libxml2's table, where equal names stand at equal addresses; never read through.
  private struct NameKey: Hashable {
    var local: UInt
    var space: UInt
  }

  private init(_ handler: any XMLHandler) { self.handler = handler }

  /// Hands a document over to a handler.
  /// - Returns: whether it is well-formed, without document type, and all was handed over. Otherwise the handler has
  ///   seen a part of it, and another reader must start anew.
  static func read(_ utf8: [UInt8], into handler: any XMLHandler) -> Bool {
    guard !utf8.isEmpty, LibXML2.isReady else { return false }
    var reader = StrictXML(handler)
    return unsafe utf8.withUnsafeBufferPointer { buffer -> Bool in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters -> Bool in
        guard let context = unsafe xmlCreateMemoryParserCtxt(characters.baseAddress, Int32(characters.count)) else {
          return false
        }
        defer { unsafe xmlFreeParserCtxt(context) }
        // NOENT: without it `&amp;` in an attribute comes as `&#38;`. There are no other entities: what could declare
        // them ends the reading.
        let options =
          XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
          | XML_PARSE_NOENT.rawValue
        // The source is UTF-8 by now: no declaration in the document may make libxml2 convert it.
        _ = unsafe xmlCtxtUseOptions(context, Int32(options | XML_PARSE_IGNORE_ENC.rawValue))
        unsafe context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        unsafe xmlDictSetLimit(context.pointee.dict, maximumNameBytes)
        return unsafe withUnsafeMutablePointer(to: &reader) { reader in
          unsafe connect(reader, to: context)
          _ = unsafe xmlParseDocument(context)
          let isWhole = unsafe context.pointee.wellFormed == 1 && !reader.pointee.hasFailed
          unsafe reader.pointee.context = nil
          unsafe context.pointee.userData = nil
          return unsafe isWhole || reader.pointee.handler.isDone && !reader.pointee.hasFailed
        }
      }
    }
  }

  // MARK: What libxml2 calls

  private static func connect(_ reader: UnsafeMutablePointer<StrictXML>, to context: xmlParserCtxtPtr) {
    guard let handler = unsafe context.pointee.sax else { return }
    var events = unsafe xmlSAXHandler()
    unsafe events.initialized = XML_SAX2_MAGIC
    unsafe events.startElementNs = { context, local, prefix, uri, namespaces, _, count, _, attributes in
      unsafe StrictXML.reader(context)?.pointee.start(local, prefix, uri, Int(namespaces), Int(count), attributes)
    }
    unsafe events.endElementNs = { context, _, _, _ in unsafe StrictXML.reader(context)?.pointee.end() }
    unsafe events.characters = { unsafe StrictXML.reader($0)?.pointee.text($1, $2) }
    unsafe events.cdataBlock = { unsafe StrictXML.reader($0)?.pointee.text($1, $2) }
    // A document type: what it declares may not be used, so the other reader steps over it.
    unsafe events.internalSubset = { context, _, _, _ in unsafe StrictXML.reader(context)?.pointee.fail() }
    unsafe handler.pointee = events
    unsafe context.pointee.userData = UnsafeMutableRawPointer(reader)
    unsafe reader.pointee.context = context
  }

  @inline(__always)
  private static func reader(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<StrictXML>? {
    unsafe pointer?.assumingMemoryBound(to: StrictXML.self)
  }

  private mutating func fail() {
    hasFailed = true
    stop()
  }

  private func stop() { if let context = unsafe context { unsafe xmlStopParser(context) } }

  private mutating func start(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
    _ declared: Int, _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    depth += 1
    if declared > 0 {
      declarations.append((depth, declared))
      namespaces += declared
      // libxml2 goes through all of them for each element.
      if namespaces > XMLReader.maximumNamespaces { return fail() }
    }
    let name = unsafe name(local, prefix, uri)
    handler.start(name, unsafe name == 0 ? [] : Self.attributes(count, attributes))
    if handler.isDone { stop() }
  }

  private mutating func end() {
    if let last = declarations.last, last.depth == depth {
      namespaces -= last.count
      declarations.removeLast()
    }
    depth -= 1
    handler.end()
    if handler.isDone { stop() }
  }

  private func text(_ start: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let start = unsafe start, count > 0, handler.wantsText else { return }
    handler.text(unsafe Span(_unsafeStart: start, count: Int(count)))
  }

  private mutating func name(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
  ) -> Int {
    guard let local = unsafe local else { return 0 }
    let key = unsafe NameKey(local: UInt(bitPattern: local), space: UInt(bitPattern: uri ?? prefix))
    if let known = names[key] { return known }
    let name = unsafe handler.name(
      String(cString: local), prefix: prefix.map { unsafe String(cString: $0) },
      namespace: uri.map { unsafe String(cString: $0) })
    names[key] = name
    return name
  }

  /// libxml2 gives five pointers for each: name, prefix, namespace, start and end of the value.
  private static func attributes(_ count: Int, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?)
    -> [XMLAttribute]
  {
    guard let list = unsafe list else { return [] }
    var attributes: [XMLAttribute] = []
    for index in stride(from: 0, to: count * 5, by: 5) {
      guard let local = unsafe list[index], let start = unsafe list[index + 3], let end = unsafe list[index + 4] else {
        continue
      }
      let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
      attributes.append(
        XMLAttribute(
          local: unsafe String(cString: local), prefix: unsafe list[index + 1].map { unsafe String(cString: $0) },
          value: unsafe String(decoding: value, as: UTF8.self)))
    }
    return attributes
  }
}
