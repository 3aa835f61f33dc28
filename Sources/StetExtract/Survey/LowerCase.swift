internal import StetModel

/// Texts in lower case, as `String.lowercased()` has them: that asks Unicode's tables for every letter of a text with a
/// single dash in it.
enum LowerCase {
  /// The UTF-8 of a text in lower case.
  static func utf8(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
      // All at once, which the processor does for many bytes in one step.
      if bytes.reduce(0, |) < 0x80 {
        return [UInt8](unsafeUninitializedCapacity: bytes.count) { lower, count in
          for index in bytes.indices { lower.initializeElement(at: index, to: ASCII.lowercased(bytes[index])) }
          count = bytes.count
        }
      }
      var lower: [UInt8] = []
      lower.reserveCapacity(bytes.count + 4)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          lower.append(ASCII.lowercased(byte))
          index += 1
        } else if byte == 0xC2 || byte == 0xE2 && bytes[index + 1] <= 0x82 || byte >= 0xE3 && byte <= 0xE9 {
          // No letters of two cases up to U+00BF, from U+2000 to U+20BF, and from U+3000 to U+9FFF.
          let width = byte == 0xC2 ? 2 : 3
          for place in index..<index + width { lower.append(bytes[place]) }
          index += width
        } else if byte == 0xC3 {
          // À to Þ, but for ×.
          let second = bytes[index + 1]
          lower.append(byte)
          lower.append(second <= 0x9E && second != 0x97 ? second | 0x20 : second)
          index += 2
        } else {
          let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
          let scalar = String(decoding: bytes[index..<index + width], as: UTF8.self).unicodeScalars.first
          lower.append(contentsOf: (scalar?.properties.lowercaseMapping ?? "").utf8)
          index += width
        }
      }
      return lower
    }
  }

  /// A text in lower case.
  static func text(_ text: String) -> String { String(decoding: utf8(text), as: UTF8.self) }
}
