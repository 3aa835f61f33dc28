/// XML that is not quite XML, read as far as it makes sense.
///
/// - An end tag ends the innermost open element of its name and all inside it; one that matches none is dropped.
///   Names match in any case, and elements that HTML leaves empty (`<br>`) end where they start.
/// - `&` that starts no reference is text, and so is a `<` that starts no tag; the entities of HTML 4 are known.
/// - Quotes around attribute values, and the values themselves, may be missing.
/// - A prefix that is not declared is handed on without a namespace.
/// - Comments, processing instructions and document types are stepped over, wherever they stand.
struct LooseXML {
  private let bytes: [UInt8]
  private let handler: any XMLHandler
  private var index = 0
  private var open: [OpenElement] = []
  /// How often each name is open.
  private var openCount: [[UInt8]: Int] = [:]
  private var scope = NamespaceScope()
  private var names: [[UInt8]: Int] = [:]
  private var hasElement = false
  private var endsInMarkup = false
  /// Marks that do not come any more: each is looked for to the end only once.
  private var missing: Set<[UInt8]> = []

  private struct OpenElement {
    var name: [UInt8]
    var declarations: Int
  }

  /// Whether the document ends in the middle of an element or a mark.
  private(set) var isTruncated = false

  init(_ utf8: [UInt8], _ handler: any XMLHandler) {
    bytes = utf8
    self.handler = handler
  }

  /// Hands the document over.
  /// - Throws: `XMLError.Code.empty` or `.tooComplex`.
  mutating func run() throws(XMLError) {
    while index < bytes.count, !handler.isDone {
      let mark = ByteSearch.first(0x3C, in: bytes, from: index) ?? bytes.count
      text(index..<mark)
      index = mark
      if mark < bytes.count { try markup() }
    }
    guard hasElement else { throw XMLError(.empty, "the document has no element") }
    if handler.isDone { return }
    isTruncated = endsInMarkup || !open.isEmpty
    while !open.isEmpty { endElement() }
  }

  // MARK: Marks

  /// What starts with `<`.
  private mutating func markup() throws(XMLError) {
    switch byte(at: index + 1) {
    case 0x21: declaration()
    case 0x3F: skip(to: Self.instructionEnd, from: index + 2)
    case 0x2F where Self.startsName(byte(at: index + 2)): endTag()
    case let byte? where Self.startsName(byte): try startTag()
    default:
      text(index..<index + 1)
      index += 1
    }
  }

  /// `<!--`, `<![CDATA[`, `<!DOCTYPE`.
  private mutating func declaration() {
    if starts(Self.comment) {
      skip(to: Self.commentEnd, from: index + 4)
    } else if starts(Self.section) {
      let start = index + Self.section.count
      if let end = find(Self.sectionEnd, from: start) {
        rawText(start..<end)
        index = end + Self.sectionEnd.count
      } else {
        rawText(start..<bytes.count)
        index = bytes.count
        endsInMarkup = true
      }
    } else {
      documentType()
    }
  }

  /// Up to its `>`, outside of quotes and of the brackets of the internal subset.
  private mutating func documentType() {
    var depth = 0
    // One that does not end is looked for only once.
    var at = missing.contains(Self.typeStart) ? bytes.count : index + 2
    while at < bytes.count {
      switch bytes[at] {
      case 0x22, 0x27:
        // A quote that does not close is an apostrophe.
        at = ByteSearch.first(bytes[at], in: bytes, from: at + 1) ?? at
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0:
        index = at + 1
        return
      default: break
      }
      at += 1
    }
    // Without an end only the mark itself is stepped over.
    missing.insert(Self.typeStart)
    index += 2
    endsInMarkup = true
  }

  private mutating func skip(to mark: [UInt8], from start: Int) {
    if let end = find(mark, from: start) {
      index = end + mark.count
    } else {
      index = min(start, bytes.count)
      endsInMarkup = true
    }
  }

  // MARK: Tags

  private mutating func endTag() {
    index += 2
    let name = tagName()
    // `</title <link>`: the next tag is not part of this one. An end tag that the document breaks off counts.
    while index < bytes.count, bytes[index] != 0x3C {
      index += 1
      if bytes[index - 1] == 0x3E { break }
    }
    guard openCount[name, default: 0] > 0 else { return }
    while let last = open.last {
      endElement()
      if last.name == name { return }
    }
  }

  private mutating func startTag() throws(XMLError) {
    let start = index
    index += 1
    let nameStart = index
    let name = tagName()
    let spelled = nameStart..<index
    var tag = LooseTag(bytes, at: index)
    tag.read()
    index = tag.end
    guard tag.isClosed else {
      // The document ends within the tag: there is no such element.
      index = bytes.count
      endsInMarkup = true
      hasElement = hasElement || start > 0
      return
    }
    hasElement = true
    let declared = scope.declare(tag.attributes)
    guard open.count < XMLReader.maximumDepth, scope.count <= XMLReader.maximumNamespaces else {
      throw XMLError(
        .tooComplex,
        "more than \(XMLReader.maximumDepth) elements are open or \(XMLReader.maximumNamespaces) namespaces declared")
    }
    open.append(OpenElement(name: name, declarations: declared))
    openCount[name, default: 0] += 1
    let number = number(of: spelled)
    handler.start(number, number == 0 ? [] : declared == 0 ? tag.attributes : NamespaceScope.others(tag.attributes))
    if tag.isEmpty || Self.empty.contains(name) { endElement() }
  }

  private mutating func endElement() {
    guard let element = open.popLast() else { return }
    openCount[element.name, default: 1] -= 1
    scope.drop(element.declarations)
    handler.end()
  }

  /// The name at the index, in lower case; the index moves behind it.
  private mutating func tagName() -> [UInt8] {
    let start = index
    while let byte = byte(at: index), Self.continuesName(byte) { index += 1 }
    return bytes[start..<index].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  /// The handler's number for a name as spelled.
  private mutating func number(of spelled: Range<Int>) -> Int {
    let parts = bytes[spelled].split(separator: 0x3A, maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = parts.count == 2 && !parts[0].isEmpty ? String(decoding: parts[0], as: UTF8.self) : nil
    let namespace = scope.namespace(of: prefix)
    let key = Array(bytes[spelled]) + [0] + (namespace.map { Array($0.utf8) } ?? [])
    if let known = names[key] { return known }
    let local = String(decoding: parts[parts.count - 1], as: UTF8.self)
    let number = handler.name(local, prefix: prefix, namespace: namespace)
    names[key] = number
    return number
  }

  // MARK: Text

  private func text(_ range: Range<Int>) {
    guard !range.isEmpty, !open.isEmpty, handler.wantsText else { return }
    guard ByteSearch.first(0x26, in: bytes, from: range.lowerBound).map({ $0 < range.upperBound }) ?? false else {
      return handler.text(bytes.span.extracting(range))
    }
    let decoded = XMLReference.decoded(bytes[range])
    handler.text(decoded.span)
  }

  private func rawText(_ range: Range<Int>) {
    guard !range.isEmpty, !open.isEmpty, handler.wantsText else { return }
    handler.text(bytes.span.extracting(range))
  }

  // MARK: Bytes

  private func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Whether these bytes stand at the index, letters in any case.
  private func starts(_ mark: [UInt8]) -> Bool {
    guard index + mark.count <= bytes.count else { return false }
    return bytes[index..<index + mark.count].elementsEqual(mark) { $0 == $1 || ($0 & 0xDF) == $1 && $1 >= 0x41 }
  }

  private mutating func find(_ mark: [UInt8], from start: Int) -> Int? {
    if missing.contains(mark) { return nil }
    var from = start + mark.count - 1
    // The last byte of each mark is `>`.
    while let found = ByteSearch.first(0x3E, in: bytes, from: from) {
      if bytes[(found + 1 - mark.count)...found].elementsEqual(mark) { return found + 1 - mark.count }
      from = found + 1
    }
    missing.insert(mark)
    return nil
  }

  static func startsName(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || byte == 0x5F || byte == 0x3A || (0x61...0x7A).contains(byte | 0x20)
  }

  static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
  }

  private static let typeStart = Array("<!".utf8)
  private static let comment = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let section = Array("<![CDATA[".utf8)
  private static let sectionEnd = Array("]]>".utf8)
  private static let instructionEnd = Array("?>".utf8)

  /// What HTML leaves empty, but for names that feeds use otherwise (`link`, `source`).
  private static let empty: Set<[UInt8]> = Set(
    ["area", "br", "col", "embed", "hr", "img", "input", "param", "track", "wbr"].map { Array($0.utf8) })
}
