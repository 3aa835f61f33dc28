internal import StetHTML
internal import StetModel

/// Texts of feeds.
enum FeedText {
  /// Longer ones are no titles.
  private static let maximumBytes = 4096

  /// One line without markup and control characters; nil when nothing is left.
  /// - Parameter type: the `type` of Atom: `text`, `html`, `xhtml`. RSS has none: what looks like HTML is taken for it.
  static func plain(_ text: String?, type: String) -> String? {
    guard let text else { return nil }
    let bytes = Array(text.utf8.prefix(maximumBytes))
    let isMarkup = type == "text" || type == "text/plain" ? false : looksLikeMarkup(bytes)
    let plain = isMarkup ? withoutMarkup(bytes) : bytes
    let line = oneLine(plain)
    return line.isEmpty ? nil : line
  }

  /// A tag or a character reference.
  private static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case 0x3C: return ASCII.isLetter(next) || next == 0x2F || next == 0x21
      case 0x26: return (ASCII.isLetter(next) || next == 0x23) && bytes[index...].prefix(10).contains(0x3B)
      default: return false
      }
    }
  }

  private static func withoutMarkup(_ bytes: [UInt8]) -> [UInt8] {
    (try? HTMLParser.parse(bytes, httpCharset: "utf-8"))?.text ?? bytes
  }

  private static func oneLine(_ bytes: [UInt8]) -> String {
    var line = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == " " || (0x09...0x0D).contains(scalar.value) || scalar == "\u{A0}" || scalar == "\u{85}" {
        if !line.isEmpty, line.last != " " { line.append(" ") }
      } else if scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value), scalar != "\u{FEFF}" {
        line.unicodeScalars.append(scalar)
      }
    }
    return line.hasSuffix(" ") ? String(line.dropLast()) : line
  }

  /// The name in what RSS has for an author: "ada@example.org (Ada Example)", "Ada Example"; nil for a bare mail address.
  static func author(_ text: String) -> String? {
    guard let plain = plain(text, type: "") else { return nil }
    if let open = plain.lastIndex(of: "("), plain.hasSuffix(")"), plain.contains("@") {
      let name = plain[plain.index(after: open)...].dropLast()
      return name.isEmpty ? nil : String(name)
    }
    if let open = plain.firstIndex(of: "<"), plain.hasSuffix(">") {
      let name = plain[..<open].split(separator: " ").joined(separator: " ")
      return name.isEmpty ? nil : name
    }
    return plain.contains("@") && !plain.contains(" ") ? nil : plain
  }
}
