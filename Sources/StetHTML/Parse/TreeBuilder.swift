internal import CLibXML2

/// Builds the flat tree from libxml2's events, mending what its parser of 1999 does not know of HTML5.
///
/// A struct behind a pointer, not a class: the many small steps of an event would each cost an exclusivity check, eight
/// percent of all parsing. Safe to use: `context` is only set while the parser that it points to is running.
@safe
struct TreeBuilder {
  /// The parser that is calling; set while it runs.
  var context: htmlParserCtxtPtr?
  /// Why the page cannot be read whole.
  private(set) var error: HTMLError?

  /// The page in UTF-8.
  private let source: [UInt8]
  private let rawContents: [ByteRange]
  private var spared: SparedCursor
  private var nodes: [HTMLNode] = []
  private var attributes: [HTMLAttribute] = []
  private var text: [UInt8] = []
  /// The source, which most values are stretches of, and after it those that libxml2 has made.
  private var values: [UInt8]
  private var otherElements: [HTMLDocument.OtherElement] = []
  private var names = NameTable()
  /// The element of each start event that has had no end event yet. Some of them are closed in the tree already:
  /// void elements, and paragraphs that a section ended.
  private var started: [Int32] = []
  /// The element that the next node goes into.
  private var current: Int32 = 0
  /// Whether the last node is a text node that further characters belong to.
  private var textIsOpen = false
  /// How many open elements libxml2 has compared in vain so far.
  private var misnesting = 0
  private var reference = OpenReference()

  init(_ source: HTMLSource) {
    self.source = source.spared.source
    rawContents = source.spared.rawContents
    spared = SparedCursor(source.spared)
    values = source.spared.source
    nodes.reserveCapacity(source.utf8.count / 8 + 16)
    attributes.reserveCapacity(source.spared.attributes.count + 16)
    text.reserveCapacity(source.spared.texts.reduce(source.utf8.count / 4 + 64) { $0 + Int($1.range.count) })
    nodes.append(HTMLNode(tag: .document, parent: -1, textStart: 0))
  }

  /// Whether libxml2 has read the page otherwise than was foreseen: the tree is wrong.
  var isOutOfStep: Bool { error == nil && spared.isOutOfStep }

  /// libxml2 has reported everything.
  mutating func endDocument() {
    spared.finish()
    checkNames()
  }

  /// The finished tree. The builder is empty afterwards.
  mutating func finish(charset: String, repairs: [HTMLRepair]) -> HTMLDocument {
    close(through: 0)
    return HTMLDocument(
      nodes: nodes, attributes: attributes, text: text, values: values, charset: charset, repairs: repairs,
      otherElements: otherElements, otherNames: names.otherNames)
  }

  // MARK: Events

  mutating func startElement(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard let name = unsafe name else { return }
    checkNames()
    let (tag, other) = unsafe names.tag(name)
    if nodes[Int(current)].tag == .head, !tag.belongsInHead { close(through: current) }
    if tag.endsParagraph { closeParagraph() }
    // libxml2 has looked for an open body among all open elements.
    if tag == .body { count(misnested: started.count) }
    let index = Int32(nodes.count)
    if tag == .other { otherElements.append(.init(node: index, name: other)) }
    let first = Int32(attributes.count)
    if let list = unsafe list { unsafe appendAttributes(list) } else { unsafe appendSparedAttributes(of: name) }
    nodes.append(
      HTMLNode(
        tag: tag, attributeCount: UInt16(clamping: attributes.count - Int(first)), parent: current,
        end: tag.isVoid ? index + 1 : 0, textStart: Int32(text.count), first: first))
    started.append(index)
    if !tag.isVoid {
      nodes[Int(index)].length = tag == .p ? index : tag.keepsParagraphOpen ? 0 : nodes[Int(current)].length
      current = index
    }
    textIsOpen = false
    reference = OpenReference()
  }

  mutating func endElement() {
    guard let node = started.popLast() else { return }
    if nodes[Int(node)].end == 0 { close(through: node) }
    textIsOpen = false
  }

  mutating func characters(_ bytes: UnsafePointer<xmlChar>?, count: Int32) {
    guard let bytes = unsafe bytes, count > 0 else { return }
    let start = Int32(text.count)
    let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
    if unsafe count == 1 && bytes[0] == 0x26 { checkNames() }
    if let range = spared.text(endingAt: offset) {
      if buffer.count > 1 { unsafe text.append(contentsOf: buffer.dropLast()) }
      unsafe source.withUnsafeBufferPointer {
        unsafe text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range.indices]))
      }
      reference = OpenReference()
      // A character reference arrives as an event of its own.
    } else if let character = unsafe LegacyReference.replacement(for: buffer) {
      text.append(contentsOf: character.utf8)
    } else if reference.isPossible, let character = unsafe reference.resolve(buffer) {
      // The `&` is in place already.
      text.removeLast()
      text.append(contentsOf: character.text.utf8)
      unsafe text.append(contentsOf: buffer.dropFirst(character.nameLength))
      nodes[nodes.count - 1].length += Int32(text.count) - start
      return
    } else {
      unsafe text.append(contentsOf: buffer)
    }
    let length = Int32(text.count) - start
    if textIsOpen {
      nodes[nodes.count - 1].length += length
    } else {
      let index = Int32(nodes.count)
      nodes.append(HTMLNode(tag: .text, parent: current, end: index + 1, textStart: start, length: length))
      textIsOpen = true
    }
  }

  /// The content of a script or style; what libxml2 has of it is its number.
  mutating func rawCharacters(_ bytes: UnsafePointer<xmlChar>?, count: Int32) {
    guard let bytes = unsafe bytes, count > 0 else { return }
    let given = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
    let content: ByteRange
    if let number = unsafe SourceEdit.rawContent(given), rawContents.indices.contains(number) {
      content = rawContents[number]
    } else {
      content = ByteRange(start: Int32(values.count), count: count)
      unsafe values.append(contentsOf: given)
    }
    textIsOpen = false
    nodes.append(
      HTMLNode(
        tag: .raw, parent: current, end: Int32(nodes.count) + 1, textStart: Int32(text.count), first: content.start,
        length: content.count))
  }

  /// libxml2 met something odd. Most is of no interest here, but three things are: it gave up; it compared an end tag
  /// or a second body with all open elements, which takes quadratic time on hostile pages; a reference has no `;`.
  mutating func fault(_ code: Int32) {
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_ERR_INTERNAL_ERROR, XML_ERR_NO_MEMORY:
      stop(HTMLError(.truncated, "libxml2 gave up before the end of the page (error \(code))"))
    case XML_ERR_TAG_NAME_MISMATCH, XML_HTML_STRUCURE_ERROR:
      count(misnested: started.count)
      checkNames()
    case XML_ERR_ENTITYREF_SEMICOL_MISSING: reference.open()
    default: break
    }
  }

  /// Stops when there are too many names. Every event that may follow a new name asks: when libxml2 2.9 has no room
  /// left for one, it reads the same tag for ever.
  private mutating func checkNames() {
    guard let context = unsafe context else { return }
    let used = unsafe Int(xmlDictGetUsage(context.pointee.dict)) + names.attributeBytes
    guard used > HTMLParser.maximumNameBytes || names.isFull else { return }
    stop(HTMLError(.truncated, "the page has too many different names of elements, attributes and entities"))
  }

  private mutating func count(misnested comparisons: Int) {
    misnesting += comparisons
    if misnesting > HTMLParser.maximumMisnesting {
      stop(HTMLError(.tooMisnested, "the page is nested too wrongly to be read: its end tags do not match"))
    }
  }

  // MARK: Tree

  private mutating func stop(_ reason: HTMLError) {
    if error == nil { error = reason }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  /// Closes the current element and its ancestors up to and including this one.
  private mutating func close(through node: Int32) {
    let end = Int32(nodes.count)
    while true {
      let closing = current
      nodes[Int(closing)].end = end
      nodes[Int(closing)].length = 0
      if closing == 0 { return }
      current = nodes[Int(closing)].parent
      if closing == node { return }
    }
  }

  /// Closes an open paragraph, unless it stands outside a box that keeps it open. While an element is open, its `length`
  /// is the index of the paragraph to close, 0 for none: looking for it each time would take quadratic time.
  private mutating func closeParagraph() {
    let paragraph = nodes[Int(current)].length
    if paragraph > 0 { close(through: paragraph) }
  }

  // MARK: Attributes

  /// How far libxml2 has read in its source.
  private var offset: Int {
    guard let input = unsafe context?.pointee.input else { return 0 }
    return unsafe input.pointee.cur - input.pointee.base + Int(input.pointee.consumed)
  }

  /// Of attributes of one name the first counts.
  private mutating func appendSparedAttributes(of element: UnsafePointer<xmlChar>) {
    let first = attributes.count
    next: for index in unsafe spared.attributes(of: element, endingAt: offset) {
      let attribute = spared.attribute(index)
      let (known, other) = names.attribute(attribute.name, in: source, hash: attribute.nameHash)
      for before in first..<attributes.count
      where attributes[before].name == known && attributes[before].otherName == other { continue next }
      let value = attribute.hasReferences ? decoded(attribute.value) : attribute.value
      attributes.append(HTMLAttribute(name: known, otherName: other, value: value))
    }
  }

  private mutating func decoded(_ value: ByteRange) -> ByteRange {
    let start = values.count
    AttributeReference.decode(source[value.indices], to: &values)
    LegacyReference.replaceControls(in: &values, from: start)
    return ByteRange(start..<values.count)
  }

  /// `list` holds names and values by turns and ends with a null name; a value may be null.
  private mutating func appendAttributes(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    var index = 0
    while let name = unsafe list[index] {
      let (known, other) = unsafe names.attribute(name)
      let start = Int32(values.count)
      if let value = unsafe list[index + 1] {
        let value = unsafe UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value)))
        unsafe values.append(contentsOf: value)
        LegacyReference.replaceControls(in: &values, from: Int(start))
      }
      let range = ByteRange(start: start, count: Int32(values.count) - start)
      attributes.append(HTMLAttribute(name: known, otherName: other, value: range))
      index += 2
    }
  }
}
