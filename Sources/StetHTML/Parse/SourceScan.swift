/// Walks through the source of a page as libxml2 2.9 will read it, and notes what to change before that parser sees it.
///
/// - It compares each attribute of a tag with all before it: the rest of a flood is left out.
/// - It reads everything character by character: comments become the shortest processing instruction, and content that
///   has no say in the tree is left out, for the tree to find again (`SparedContent`).
/// - It takes `<!odd thing>`, `<? odd>` and `</>` for text, and does not end the comments `<!-->` and `<!--->`; the
///   standard calls all of them comments (HTML standard, 13.2.5.41, bogus comment state).
/// - A `&#` without a number cuts an attribute, as do numbers of no character.
///
/// Names of functions in comments are those of libxml2's HTMLparser.c: where the two disagree about where a tag ends,
/// a flood of attributes could pass.
struct SourceScan {
  /// How many attributes of one start tag are kept.
  static let maximumAttributes = 256

  /// How many bytes of a name libxml2 reads.
  private static let maximumName = 100

  /// The source with its changes.
  private(set) var output: [UInt8] = []
  /// What is left out of it.
  private(set) var spared: SparedContent
  /// How many start tags have more attributes than are kept.
  private(set) var cutTags = 0

  private let isSparing: Bool
  private var index = 0
  /// Where in the source the part starts that is not in the output yet.
  private var copied = 0

  /// - Parameter sparing: whether texts and attributes are left out, beside scripts and styles.
  init(_ source: [UInt8], sparing: Bool) {
    isSparing = sparing
    spared = SparedContent(source)
    output.reserveCapacity(source.count + 64)
    if sparing {
      spared.texts.reserveCapacity(source.count / 64)
      spared.tags.reserveCapacity(source.count / 64)
      spared.attributes.reserveCapacity(source.count / 40)
    }
    unsafe source.withUnsafeBufferPointer {
      unsafe scan($0)
      unsafe copy($0, upTo: $0.count)
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Space before the first tag is not reported, and after a `<` that starts no tag nothing may stand that would make
    // it one.
    var isSpared = false
    var hasTag = false
    while true {
      let open = unsafe ByteSearch.first(0x3C, in: bytes, from: index) ?? bytes.count
      unsafe text(bytes, index..<open, isSpared: isSpared)
      guard open + 1 < bytes.count else { return }
      index = open + 1
      isSpared = isSparing && hasTag
      let next = unsafe bytes[index]
      if Self.isLetter(next) {
        unsafe startTag(bytes)
        hasTag = true
        isSpared = isSparing
      } else if next == 0x2F {
        unsafe endTag(bytes, open)
      } else if next == 0x21 {
        unsafe declaration(bytes, open)
      } else if next == 0x3F {
        unsafe comment(bytes, open, until: end(of: 0x3E, bytes, from: index))
      } else {
        isSpared = false
      }
    }
  }

  // MARK: Output

  @inline(__always)
  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) {
    guard end > copied else { return }
    unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<end]))
    copied = end
  }

  private mutating func apply(_ edit: SourceEdit, _ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe copy(bytes, upTo: edit.range.lowerBound)
    edit.write(to: &output)
    copied = edit.range.upperBound
  }

  // MARK: Tags

  /// htmlParseStartTag. The index stands on the name.
  private mutating func startTag(_ bytes: UnsafeBufferPointer<UInt8>) {
    let name = unsafe skipName(bytes)
    let nameEnd = index
    let first = spared.attributes.count
    var isSpared = isSparing
    var attributes = 0
    var cut: Int?
    unsafe skipBlanks(bytes)
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte == 0x3E { break }
      if byte == 0x2F, unsafe index + 1 < bytes.count && bytes[index + 1] == 0x3E { break }
      if attributes == Self.maximumAttributes { cut = index }
      let attribute = unsafe skipAttribute(bytes)
      if cut == nil, var attribute {
        if isSpared {
          switch unsafe Self.content(of: attribute.value, bytes) {
          case .plain: break
          case .references: attribute.hasReferences = true
          case .other: isSpared = false
          }
        }
        if isSpared {
          spared.attributes.append(attribute)
        } else {
          unsafe references(bytes, attribute.value.indices)
        }
      }
      attributes += 1
      unsafe skipBlanks(bytes)
    }
    if isSpared, nameEnd < index {
      unsafe copy(bytes, upTo: nameEnd)
      copied = index
      spared.tags.append(
        SparedContent.StartTag(
          end: Int32(output.count), name: ByteRange(name), attributes: Int32(first)..<Int32(spared.attributes.count)))
    } else {
      spared.attributes.removeLast(spared.attributes.count - first)
      if let cut { unsafe apply(SourceEdit(range: cut..<index, replacement: .nothing), bytes) }
    }
    if cut != nil { cutTags += 1 }
    guard index < bytes.count, unsafe bytes[index] == 0x3E else {
      index = min(index + 2, bytes.count)
      return
    }
    index += 1
    if unsafe Self.isRaw(bytes, name) { unsafe rawContent(bytes, of: name) }
  }

  /// htmlParseAttribute; what is no attribute goes up to the next blank or the end of the tag.
  @inline(__always)
  private mutating func skipAttribute(_ bytes: UnsafeBufferPointer<UInt8>) -> SparedContent.Attribute? {
    guard unsafe Self.startsName(bytes[index]) else {
      while index < bytes.count, unsafe !Self.isBlank(bytes[index]), unsafe bytes[index] != 0x3E {
        if unsafe bytes[index] == 0x2F && index + 1 < bytes.count && bytes[index + 1] == 0x3E { break }
        index += 1
      }
      return nil
    }
    let nameStart = index
    let limit = min(index + Self.maximumName, bytes.count)
    var hash = NameTable.emptyHash
    while index < limit, unsafe Self.continuesName(bytes[index]) {
      hash = unsafe NameTable.adding(bytes[index], to: hash)
      index += 1
    }
    let name = ByteRange(nameStart..<index)
    unsafe skipBlanks(bytes)
    guard index < bytes.count, unsafe bytes[index] == 0x3D else {
      return SparedContent.Attribute(name: name, nameHash: hash, value: ByteRange(index..<index))
    }
    index += 1
    unsafe skipBlanks(bytes)
    guard index < bytes.count else {
      return SparedContent.Attribute(name: name, nameHash: hash, value: ByteRange(index..<index))
    }
    let quote = unsafe bytes[index]
    let value: Range<Int>
    if quote == 0x22 || quote == 0x27 {
      let close = unsafe ByteSearch.first(quote, in: bytes, from: index + 1)
      value = index + 1..<(close ?? bytes.count)
      index = close.map { $0 + 1 } ?? bytes.count
    } else {
      let start = index
      while index < bytes.count, unsafe !Self.isBlank(bytes[index]), unsafe bytes[index] != 0x3E { index += 1 }
      value = start..<index
    }
    return SparedContent.Attribute(name: name, nameHash: hash, value: ByteRange(value))
  }

  /// htmlParseEndTag: quotes mean nothing, and without a name it is no tag.
  private mutating func endTag(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) {
    guard open + 2 < bytes.count else { return }
    if unsafe Self.startsName(bytes[open + 2]) {
      index = unsafe end(of: 0x3E, bytes, from: open + 2)
    } else {
      unsafe comment(bytes, open, until: end(of: 0x3E, bytes, from: open + 2))
    }
  }

  /// htmlParseScript. The content ends at the element's own end tag only.
  private mutating func rawContent(_ bytes: UnsafeBufferPointer<UInt8>, of name: Range<Int>) {
    let start = index
    var from = start
    var close = bytes.count
    while let open = unsafe ByteSearch.first(0x3C, in: bytes, from: from) {
      from = open + 1
      guard from < bytes.count, unsafe bytes[from] == 0x2F else { continue }
      index = open + 2
      let found = unsafe skipName(bytes)
      if unsafe Self.isSame(bytes, found, name) {
        close = open
        break
      }
    }
    index = close
    if start < close {
      unsafe apply(SourceEdit(range: start..<close, replacement: .rawContent(spared.rawContents.count)), bytes)
      spared.rawContents.append(ByteRange(start..<close))
    }
  }

  // MARK: Steps

  /// htmlParseHTMLName: what follows a longer name is an attribute.
  @inline(__always)
  private mutating func skipName(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = index
    let limit = min(index + Self.maximumName, bytes.count)
    while index < limit, unsafe Self.continuesName(bytes[index]) { index += 1 }
    return start..<index
  }

  @inline(__always)
  private mutating func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>) {
    while index < bytes.count, unsafe Self.isBlank(bytes[index]) { index += 1 }
  }

  /// The index after the next such byte.
  private func end(of byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let found = unsafe ByteSearch.first(byte, in: bytes, from: start) else { return bytes.count }
    return found + 1
  }

  // MARK: Comments and declarations

  /// `<!`: htmlParseComment, htmlParseDocTypeDecl, or nothing that libxml2 knows.
  private mutating func declaration(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) {
    if open + 3 < bytes.count, unsafe bytes[open + 2] == 0x2D, unsafe bytes[open + 3] == 0x2D {
      unsafe comment(bytes, open, until: commentEnd(bytes, from: open + 4))
    } else if unsafe Self.isWord(bytes, open + 2, Self.doctype) {
      index = open + 9
      unsafe doctype(bytes)
    } else {
      unsafe comment(bytes, open, until: end(of: 0x3E, bytes, from: open + 2))
    }
  }

  /// The index after `-->` or `--!>`, or after the rest of `<!-->` and `<!--->`.
  private func commentEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var from = start
    while let close = unsafe ByteSearch.first(0x3E, in: bytes, from: from) {
      from = close + 1
      if close == start { return from }
      if unsafe close == start + 1 && bytes[start] == 0x2D { return from }
      let mark = unsafe bytes[close - 1] == 0x21 ? close - 1 : close
      if unsafe mark - 2 >= start && bytes[mark - 1] == 0x2D && bytes[mark - 2] == 0x2D { return from }
    }
    return bytes.count
  }

  /// A literal in a document type may hold a `>`.
  private mutating func doctype(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe skipBlanks(bytes)
    // htmlParseName goes on in any letter of Unicode.
    while index < bytes.count, unsafe Self.continuesName(bytes[index]) || bytes[index] >= 0x80 { index += 1 }
    unsafe skipBlanks(bytes)
    let hasPublic = unsafe Self.isWord(bytes, index, Self.publicWord)
    if unsafe hasPublic || Self.isWord(bytes, index, Self.systemWord) {
      index += 6
      for _ in 0..<(hasPublic ? 2 : 1) {
        unsafe skipBlanks(bytes)
        guard index < bytes.count, unsafe bytes[index] == 0x22 || bytes[index] == 0x27 else { break }
        index = unsafe end(of: bytes[index], bytes, from: index + 1)
      }
    }
    index = unsafe end(of: 0x3E, bytes, from: index)
  }

  /// An instruction rather than nothing: what stands before and after must not come together.
  private mutating func comment(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int, until close: Int) {
    unsafe apply(SourceEdit(range: open..<close, replacement: .instruction), bytes)
    index = close
  }

  // MARK: Texts

  /// A text between two tags. Its character references are left to libxml2, with the byte after each: it ends the name.
  @inline(__always)
  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isSpared: Bool) {
    guard isSpared else { return unsafe references(bytes, range) }
    let bytes = unsafe UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var from = range.lowerBound
    while from < bytes.count {
      let mark = unsafe ByteSearch.first(0x26, in: bytes, from: from) ?? bytes.count
      let edit = unsafe mark < bytes.count ? referenceEdit(bytes, at: mark) : nil
      // What replaces a number of no character is text, and not parted from what stands before.
      if edit?.replacement.isText != true { unsafe spare(bytes, from..<mark) }
      guard mark < bytes.count else { return }
      if let edit { unsafe apply(edit, bytes) }
      from = mark + 1
      while from < bytes.count, unsafe Self.mayContinueReference(bytes[from]) { from += 1 }
      if from < bytes.count, unsafe bytes[from] != 0x26 { from += 1 }
    }
  }

  /// Leaves a text out, unless libxml2 would not take all of it as it stands: it drops characters that XML does not have,
  /// and what it does with longer white space depends on how it is cut. Short ones cost little.
  @inline(__always)
  private mutating func spare(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard range.count > 2 else { return }
    var start = range.lowerBound
    while start < range.upperBound, unsafe Self.isBlank(bytes[start]) { start += 1 }
    let isBlank = start == range.upperBound
    if isBlank ? range.count > 900 : unsafe Self.hasOddCharacter(bytes, start..<range.upperBound) { return }
    unsafe copy(bytes, upTo: range.lowerBound)
    output.append(isBlank ? 0x20 : 0x78)
    copied = range.upperBound
    spared.texts.append(SparedContent.Text(end: Int32(output.count), range: ByteRange(range)))
  }

  // MARK: References

  @inline(__always)
  private mutating func references(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    let bytes = unsafe UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var from = range.lowerBound
    while let found = unsafe ByteSearch.first(0x26, in: bytes, from: from) {
      if let edit = unsafe referenceEdit(bytes, at: found) { unsafe apply(edit, bytes) }
      from = found + 1
    }
  }

  /// htmlParseCharRef gives NUL for what is no character (HTML standard, 13.2.5.80, numeric character reference end
  /// state).
  private func referenceEdit(_ bytes: UnsafeBufferPointer<UInt8>, at mark: Int) -> SourceEdit? {
    guard mark + 1 < bytes.count, unsafe bytes[mark + 1] == 0x23 else { return nil }
    return unsafe NumericReference.edit(bytes, at: mark)
  }

  private static let doctype = Array("doctype".utf8)
  private static let publicWord = Array("public".utf8)
  private static let systemWord = Array("system".utf8)
}
