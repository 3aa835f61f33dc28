/// What a page says of its own encoding (HTML standard, 13.2.3.2, prescan a byte stream).
///
/// The standard looks at the first 1,024 bytes; one page of eight declares later, so this looks further.
struct CharsetDeclaration {
  /// How far declarations are looked for.
  static let maximumOffset = 1 << 18

  private let bytes: [UInt8]
  private var index = 0

  private static let comment = Array("!--".utf8)
  private static let metaTag = Array("meta".utf8)

  /// The encoding by its WHATWG name; nil when the page does not tell, or tells nothing known.
  static func find(in bytes: [UInt8]) -> String? {
    var prescan = CharsetDeclaration(bytes: bytes)
    return prescan.run()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() -> String? {
    if let name = xmlDeclaration() { return name }
    while index < Self.maximumOffset, let open = ByteSearch.first(0x3C, in: bytes, from: index) {
      index = open + 1
      guard let byte = byte(at: index) else { return nil }
      if starts(Self.comment) {
        // `<!-->` is a comment too.
        index = end(of: [0x2D, 0x2D, 0x3E], from: index + 1)
      } else if starts(Self.metaTag), isBlank(self.byte(at: index + 4)) || self.byte(at: index + 4) == 0x2F {
        index += 5
        if let name = meta() { return name }
      } else if byte == 0x21 || byte == 0x3F || byte == 0x2F && !isLetter(self.byte(at: index + 1)) {
        index = end(of: [0x3E], from: index)
      } else if isLetter(byte) || byte == 0x2F {
        while let byte = self.byte(at: index), !isBlank(byte), byte != 0x3E { index += 1 }
        while attribute() != nil {}
      }
    }
    return nil
  }

  private mutating func meta() -> String? {
    var declaresContentType = false
    var inContent: String?
    var charset: String?
    while let attribute = attribute() {
      let value = lowercased(attribute.value)
      switch lowercased(attribute.name) {
      case "http-equiv": declaresContentType = value == "content-type"
      case "charset": charset = charset ?? value
      case "content": inContent = inContent ?? Self.charset(inContent: Array(value.utf8))
      default: break
      }
    }
    guard let label = charset ?? (declaresContentType ? inContent : nil) else { return nil }
    return readable(CharsetLabel.name(label))
  }

  /// A declaration that was readable as ASCII is not in UTF-16, whatever it says.
  private func readable(_ name: String?) -> String? {
    guard let name else { return nil }
    return name.hasPrefix("utf-16") ? "utf-8" : name
  }

  private func xmlDeclaration() -> String? {
    guard bytes.starts(with: Array("<?xml".utf8)), let close = ByteSearch.first(0x3E, in: bytes, from: 0) else {
      return nil
    }
    let declaration = Array(bytes[..<close])
    guard let label = Self.value(after: Array("encoding".utf8), in: declaration) else { return nil }
    return readable(CharsetLabel.name(label))
  }

  /// The charset in a value like `text/html; charset=utf-8`.
  static func charset(inContent content: [UInt8]) -> String? { value(after: Array("charset".utf8), in: content) }

  /// What follows a word and `=`, quoted or up to white space or `;`.
  private static func value(after word: [UInt8], in bytes: [UInt8]) -> String? {
    var start = 0
    while start + word.count <= bytes.count {
      defer { start += 1 }
      guard bytes[start..<start + word.count].elementsEqual(word, by: { $0 | 0x20 == $1 }) else { continue }
      var rest = bytes[(start + word.count)...].drop(while: isBlank)
      guard rest.first == 0x3D else { continue }
      rest = rest.dropFirst().drop(while: isBlank)
      guard let first = rest.first else { return nil }
      let isQuoted = first == 0x22 || first == 0x27
      let value = isQuoted ? rest.dropFirst().prefix { $0 != first } : rest.prefix { !isBlank($0) && $0 != 0x3B }
      return String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  // MARK: Bytes

  /// The next attribute of the tag; nil at the end of the tag, which is then passed.
  private mutating func attribute() -> (name: Range<Int>, value: Range<Int>)? {
    while let byte = byte(at: index), isBlank(byte) || byte == 0x2F { index += 1 }
    guard let byte = byte(at: index), byte != 0x3E else {
      index += 1
      return nil
    }
    let start = index
    index += 1
    while let byte = self.byte(at: index), !isBlank(byte), byte != 0x2F, byte != 0x3E, byte != 0x3D { index += 1 }
    let name = start..<index
    while isBlank(self.byte(at: index)) { index += 1 }
    guard self.byte(at: index) == 0x3D else { return (name, index..<index) }
    index += 1
    while isBlank(self.byte(at: index)) { index += 1 }
    guard let first = self.byte(at: index) else { return nil }
    if first == 0x22 || first == 0x27 {
      let close = max(index + 1, ByteSearch.first(first, in: bytes, from: index + 1) ?? bytes.count)
      defer { index = close + 1 }
      return (name, index + 1..<close)
    }
    let valueStart = index
    while let byte = self.byte(at: index), !isBlank(byte), byte != 0x3E { index += 1 }
    return (name, valueStart..<index)
  }

  /// Names and values that matter are short.
  private func lowercased(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[range].prefix(256).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  private func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Whether the bytes here are a word, letters in either case.
  private func starts(_ word: [UInt8]) -> Bool {
    guard index + word.count <= bytes.count else { return false }
    return bytes[index..<index + word.count].elementsEqual(word) { $0 == $1 || isLetter($0) && $0 | 0x20 == $1 }
  }

  private func end(of mark: [UInt8], from start: Int) -> Int {
    var from = start
    while let found = ByteSearch.first(mark[mark.count - 1], in: bytes, from: from) {
      if found + 1 - mark.count >= start, bytes[(found + 1 - mark.count)...found].elementsEqual(mark) {
        return found + 1
      }
      from = found + 1
    }
    return bytes.count
  }

  private func isLetter(_ byte: UInt8?) -> Bool { byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false }
}

private func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte.map { (0x09...0x0D).contains($0) } ?? false }
