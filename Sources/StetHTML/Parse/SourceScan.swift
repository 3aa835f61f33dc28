/// Walks through the source of a page as libxml2 2.9 will read it, and mends in place what that parser cannot cope with.
///
/// - It compares each attribute of a tag with all before it: the rest of a flood is blanked.
/// - It takes `<!odd thing>`, `<? odd>` and `</>` for text; the standard says comment (HTML standard, 13.2.5.41, bogus
///   comment state). They are turned into processing instructions, which have no place in the tree either.
/// - It does not end the comments `<!-->` and `<!--->`.
///
/// Names of functions in comments are those of libxml2's HTMLparser.c: where the two disagree about where a tag ends,
/// a flood of attributes could pass.
struct SourceScan {
  /// How many attributes of one start tag are kept.
  static let maximumAttributes = 256

  /// What has to be changed: stretches to overwrite, in order.
  private(set) var edits: [Edit] = []
  /// How many start tags have more attributes than are kept.
  private(set) var cutTags = 0

  /// Bytes to write over the source: `lead`, then spaces up to the end of the stretch.
  struct Edit {
    let range: Range<Int>
    let lead: [UInt8]
  }

  private var index = 0

  init(_ source: [UInt8]) {
    unsafe source.withUnsafeBufferPointer { unsafe scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    while let open = unsafe ByteSearch.first(0x3C, in: bytes, from: index), open + 1 < bytes.count {
      index = open + 1
      let next = unsafe bytes[index]
      if Self.isLetter(next) {
        unsafe startTag(bytes)
      } else if next == 0x2F {
        unsafe endTag(bytes, open)
      } else if next == 0x21 {
        unsafe declaration(bytes, open)
      } else if next == 0x3F {
        unsafe instruction(bytes, open)
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
      if attributes == Self.maximumAttributes, cut == nil { cut = index }
      unsafe skipAttribute(bytes)
      attributes += 1
      unsafe skipBlanks(bytes)
    }
    if let cut {
      edits.append(Edit(range: cut..<index, lead: []))
      cutTags += 1
    }
    guard index < bytes.count, unsafe bytes[index] == 0x3E else {
      index = min(index + 2, bytes.count)
      return
    }
    index += 1
    if unsafe Self.isRaw(bytes, name) { unsafe rawContent(bytes, of: name) }
  }

  /// htmlParseAttribute; what is no attribute goes up to the next blank or the end of the tag.
  @inline(__always)
  private mutating func skipAttribute(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard unsafe Self.startsName(bytes[index]) else {
      while index < bytes.count, unsafe !Self.isBlank(bytes[index]), unsafe bytes[index] != 0x3E {
        if unsafe bytes[index] == 0x2F && index + 1 < bytes.count && bytes[index + 1] == 0x3E { break }
        index += 1
      }
      return
    }
    _ = unsafe skipName(bytes)
    unsafe skipBlanks(bytes)
    guard index < bytes.count, unsafe bytes[index] == 0x3D else { return }
    index += 1
    unsafe skipBlanks(bytes)
    guard index < bytes.count else { return }
    let quote = unsafe bytes[index]
    if quote == 0x22 || quote == 0x27 {
      index = unsafe (ByteSearch.first(quote, in: bytes, from: index + 1) ?? bytes.count - 1) + 1
    } else {
      while index < bytes.count, unsafe !Self.isBlank(bytes[index]), unsafe bytes[index] != 0x3E { index += 1 }
    }
  }

  /// htmlParseEndTag: quotes mean nothing, and without a name it is no tag.
  private mutating func endTag(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) {
    guard open + 2 < bytes.count else { return }
    if unsafe Self.startsName(bytes[open + 2]) {
      index = unsafe end(of: 0x3E, bytes, from: open + 2)
    } else {
      unsafe comment(bytes, open)
    }
  }

  /// htmlParseScript. The content ends at the element's own end tag only; but at its very start libxml2 obeys other
  /// tags too, and it drops end tags of which only the beginning is right. Those lose their `<`.
  private mutating func rawContent(_ bytes: UnsafeBufferPointer<UInt8>, of name: Range<Int>) {
    if unsafe Self.startsWithCloser(bytes, index, of: name) { edits.append(Edit(range: index..<index + 1, lead: [])) }
    let first = index
    while let open = unsafe rawEnd(bytes, of: name, from: index) {
      index = open + 2
      let found = unsafe skipName(bytes)
      if unsafe Self.isSame(bytes, found, name) {
        index = unsafe end(of: 0x3E, bytes, from: index)
        return
      }
      if open > first { edits.append(Edit(range: open..<open + 1, lead: [])) }
    }
    index = bytes.count
  }

  /// Where `</` and the name stand next.
  private func rawEnd(_ bytes: UnsafeBufferPointer<UInt8>, of name: Range<Int>, from start: Int) -> Int? {
    var from = start
    while let open = unsafe ByteSearch.first(0x3C, in: bytes, from: from) {
      from = open + 1
      let candidate = open + 2..<open + 2 + name.count
      guard candidate.upperBound <= bytes.count else { return nil }
      if unsafe bytes[from] == 0x2F && Self.isSame(bytes, candidate, name) { return open }
    }
    return nil
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
      for dashes in 0...1 {
        let close = open + 4 + dashes
        if unsafe close < bytes.count && bytes[close] == 0x3E && (dashes == 0 || bytes[close - 1] == 0x2D) {
          index = close + 1
          edits.append(Edit(range: open..<close, lead: Self.instructionStart))
          return
        }
      }
      index = unsafe commentEnd(bytes, from: open + 4)
    } else if unsafe Self.isWord(bytes, open + 2, Self.doctype) {
      index = open + 9
      unsafe doctype(bytes)
    } else {
      unsafe comment(bytes, open)
    }
  }

  /// The index after `-->` or `--!>`.
  private func commentEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var from = start
    while let close = unsafe ByteSearch.first(0x3E, in: bytes, from: from) {
      from = close + 1
      let mark = unsafe close > start && bytes[close - 1] == 0x21 ? close - 1 : close
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

  /// htmlParsePI wants a name.
  private mutating func instruction(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) {
    guard open + 2 < bytes.count else { return }
    let byte = unsafe bytes[open + 2]
    if Self.isLetter(byte) || byte == 0x5F || byte == 0x3A {
      index = unsafe end(of: 0x3E, bytes, from: open + 2)
    } else {
      unsafe comment(bytes, open)
    }
  }

  /// Turns what the standard calls a bogus comment into a processing instruction.
  private mutating func comment(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) {
    let close = unsafe ByteSearch.first(0x3E, in: bytes, from: open + 2) ?? bytes.count
    index = min(close + 1, bytes.count)
    // `<!>` and `</>` have no room for a name.
    let lead = close - open < 3 ? [] : Self.instructionStart
    edits.append(Edit(range: open..<(lead.isEmpty ? index : close), lead: lead))
  }

  private static let instructionStart = Array("<?_".utf8)
  private static let doctype = Array("doctype".utf8)
  private static let publicWord = Array("public".utf8)
  private static let systemWord = Array("system".utf8)
}
