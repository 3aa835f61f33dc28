internal import StetModel

/// Text as publishers put it into structured data: with character references, markup and loose white space.
enum EmbeddedText {
  /// One line: references resolved, markup dropped, white space collapsed. Nil when nothing is left.
  static func line(_ written: String) -> String? {
    clean(written, keepsLines: false)
  }

  /// The same with a line feed where a paragraph or line ends.
  static func lines(_ written: String) -> String? {
    clean(written, keepsLines: true)
  }

  private static func clean(_ written: String, keepsLines: Bool) -> String? {
    var text = written
    if text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
      let once = readable(Array(text.utf8))
      // Some publishers escape twice: "&amp;#8217;", "&lt;p&gt;". A lone "<b>" may be meant as written.
      text = String(decoding: isEscapedAgain(once) ? readable(once) : once, as: UTF8.self)
    }
    if keepsLines {
      let lines = text.split(at: newlines).map { ReadingText.normalized(String($0)) }
      text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    } else {
      text = ReadingText.normalized(text)
    }
    return text.isEmpty ? nil : text
  }

  private static let newlines: Marks = "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}"

  private static func isEscapedAgain(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices.dropLast(2) {
      switch (bytes[index], bytes[index + 1]) {
      case (UInt8(ascii: "<"), UInt8(ascii: "/")), (UInt8(ascii: "&"), UInt8(ascii: "#")): return true
      case (UInt8(ascii: "&"), _) where bytes[index...].starts(with: "&amp;".utf8): return true
      case (UInt8(ascii: "&"), _) where bytes[index...].starts(with: "&quot;".utf8): return true
      case (UInt8(ascii: "<"), _) where bytes[index...].starts(with: "<p>".utf8): return true
      case (UInt8(ascii: "<"), _) where bytes[index...].starts(with: "<br".utf8): return true
      default: continue
      }
    }
    return false
  }

  private static func readable(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var position = 0
    // Behind the last '>' no '<' opens a tag: without this, text full of '<' would be searched again and again.
    let lastTagEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<"), position < lastTagEnd, isTagStart(bytes, position + 1),
        let end = bytes[position...].firstIndex(of: UInt8(ascii: ">"))
      {
        if endsLine(bytes[(position + 1)..<end]) { out.append(0x0A) }
        position = end + 1
      } else if byte == UInt8(ascii: "&"),
        let (scalar, length) = CharacterReference.read(bytes[position...])
      {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        position += length
      } else {
        out.append(byte)
        position += 1
      }
    }
    return out
  }

  private static func isTagStart(_ bytes: [UInt8], _ position: Int) -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    return ASCII.isLetter(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
  }

  private static let lineEnds = [
    "br", "p", "/p", "div", "/div", "/li", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "/tr",
  ]
  .map { Array($0.utf8) }

  private static func endsLine(_ tag: ArraySlice<UInt8>) -> Bool {
    var name: [UInt8] = []
    for byte in tag.prefix(5) {
      guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || (byte == UInt8(ascii: "/") && name.isEmpty) else { break }
      name.append(ASCII.lowercased(byte))
    }
    return lineEnds.contains(name)
  }
}
