/// Walks through the source of a page as libxml2 2.9 will read it, and notes what to change before that parser sees it.
///
/// - It compares each attribute of a tag with all before it: the rest of a flood is left out.
/// - It reads comments and scripts character by character, which takes a third of its time: comments become the
///   shortest processing instruction, and scripts and styles a placeholder, by which the tree finds their content.
/// - It takes `<!odd thing>`, `<? odd>` and `</>` for text, and does not end the comments `<!-->` and `<!--->`; the
///   standard calls all of them comments (HTML standard, 13.2.5.41, bogus comment state).
/// - A `&#` without a number cuts an attribute, as do numbers of no character.
///
/// Names of functions in comments are those of libxml2's HTMLparser.c: where the two disagree about where a tag ends,
/// a flood of attributes could pass.
struct SourceScan {
  /// How many attributes of one start tag are kept.
  static let maximumAttributes = 256

  /// What has to be changed, in order.
  private(set) var edits: [SourceEdit] = []
  /// The content of scripts and styles, as stretches of the source, in order.
  private(set) var rawContents: [Range<Int>] = []
  /// How many start tags have more attributes than are kept.
  private(set) var cutTags = 0

  private var index = 0

  init(_ source: [UInt8]) {
    unsafe source.withUnsafeBufferPointer { unsafe scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    while true {
      let open = unsafe ByteSearch.first(0x3C, in: bytes, from: index) ?? bytes.count
      unsafe references(bytes, index..<open)
      guard open + 1 < bytes.count else { return }
      index = open + 1
      let next = unsafe bytes[index]
      if Self.isLetter(next) {
        unsafe startTag(bytes)
      } else if next == 0x2F {
        unsafe endTag(bytes, open)
      } else if next == 0x21 {
        unsafe declaration(bytes, open)
      } else if next == 0x3F {
        comment(open, until: unsafe end(of: 0x3E, bytes, from: index))
      }
    }
  }

  // MARK: Tags

  /// htmlParseStartTag. The index stands on the name.
  private mutating func startTag(_ bytes: UnsafeBufferPointer<UInt8>) {
    let name = unsafe skipName(bytes)
    var attributes = 0
    var cut: Int?
    unsafe skipBlanks(bytes)
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte == 0x3E { break }
      if byte == 0x2F, unsafe index + 1 < bytes.count && bytes[index + 1] == 0x3E { break }
      if attributes == Self.maximumAttributes { cut = index }
      let value = unsafe skipAttribute(bytes)
      if cut == nil { unsafe references(bytes, value) }
      attributes += 1
      unsafe skipBlanks(bytes)
    }
    if let cut {
      edits.append(SourceEdit(range: cut..<index, replacement: .nothing))
      cutTags += 1
    }
    guard index < bytes.count, unsafe bytes[index] == 0x3E else {
      index = min(index + 2, bytes.count)
      return
    }
    index += 1
    if unsafe Self.isRaw(bytes, name) { unsafe rawContent(bytes, of: name) }
  }

  /// htmlParseAttribute; what is no attribute goes up to the next blank or the end of the tag. Returns the value.
  @inline(__always)
  private mutating func skipAttribute(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard unsafe Self.startsName(bytes[index]) else {
      while index < bytes.count, unsafe !Self.isBlank(bytes[index]), unsafe bytes[index] != 0x3E {
        if unsafe bytes[index] == 0x2F && index + 1 < bytes.count && bytes[index + 1] == 0x3E { break }
        index += 1
      }
      return index..<index
    }
    _ = unsafe skipName(bytes)
    unsafe skipBlanks(bytes)
    guard index < bytes.count, unsafe bytes[index] == 0x3D else { return index..<index }
    index += 1
    unsafe skipBlanks(bytes)
    guard index < bytes.count else { return index..<index }
    let quote = unsafe bytes[index]
    let start = index
    if quote == 0x22 || quote == 0x27 {
      index = unsafe end(of: quote, bytes, from: start + 1)
    } else {
      while index < bytes.count, unsafe !Self.isBlank(bytes[index]), unsafe bytes[index] != 0x3E { index += 1 }
    }
    return start..<index
  }

  /// htmlParseEndTag: quotes mean nothing, and without a name it is no tag.
  private mutating func endTag(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) {
    guard open + 2 < bytes.count else { return }
    if unsafe Self.startsName(bytes[open + 2]) {
      index = unsafe end(of: 0x3E, bytes, from: open + 2)
    } else {
      comment(open, until: unsafe end(of: 0x3E, bytes, from: open + 2))
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
      edits.append(SourceEdit(range: start..<close, replacement: .rawContent(rawContents.count)))
      rawContents.append(start..<close)
    }
  }

  // MARK: Steps

  /// htmlParseHTMLName: longer names end after 100 bytes, and what follows is an attribute.
  @inline(__always)
  private mutating func skipName(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = index
    let limit = min(index + 100, bytes.count)
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
      comment(open, until: unsafe commentEnd(bytes, from: open + 4))
    } else if unsafe Self.isWord(bytes, open + 2, Self.doctype) {
      index = open + 9
      unsafe doctype(bytes)
    } else {
      comment(open, until: unsafe end(of: 0x3E, bytes, from: open + 2))
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
  private mutating func comment(_ open: Int, until close: Int) {
    edits.append(SourceEdit(range: open..<close, replacement: .instruction))
    index = close
  }

  // MARK: References

  /// htmlParseCharRef gives NUL for what is no character (HTML standard, 13.2.5.80, numeric character reference end
  /// state).
  @inline(__always)
  private mutating func references(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    let bytes = unsafe UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var from = range.lowerBound
    while let found = unsafe ByteSearch.first(0x26, in: bytes, from: from) {
      from = found + 1
      guard from < bytes.count, unsafe bytes[from] == 0x23 else { continue }
      if let edit = unsafe NumericReference.edit(bytes, at: found) { edits.append(edit) }
    }
  }

  private static let doctype = Array("doctype".utf8)
  private static let publicWord = Array("public".utf8)
  private static let systemWord = Array("system".utf8)
}
