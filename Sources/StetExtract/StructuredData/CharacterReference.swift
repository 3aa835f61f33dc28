internal import StetModel

/// A character reference of HTML (`&amp;`, `&#8217;`, `&#x2019;`) inside text that is not HTML itself.
enum CharacterReference {
  /// The character and the length in bytes of the reference that starts the slice; nil when none does.
  static func read(_ bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    guard bytes.first == UInt8(ascii: "&"),
      let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")), end > bytes.startIndex + 1
    else { return nil }
    let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
    let length = end - bytes.startIndex + 1
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      guard let code = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else { return nil }
      // The HTML standard reads 0x80–0x9F as windows-1252; only the quotes and dashes of it are found in the wild.
      guard code != 0, let scalar = Unicode.Scalar(windows1252[code] ?? code) else { return nil }
      return (scalar, length)
    }
    return named[name].map { ($0, length) }
  }

  /// A text with its references resolved, once.
  static func resolved(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard var mark = bytes.firstIndex(of: UInt8(ascii: "&")) else { return text }
    var out = Array(bytes[..<mark])
    while mark < bytes.count {
      if let (scalar, length) = read(bytes[mark...]) {
        out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        mark += length
      } else {
        out.append(bytes[mark])
        mark += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let windows1252: [UInt32: UInt32] = [
    0x80: 0x20AC, 0x85: 0x2026, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013,
    0x97: 0x2014, 0x99: 0x2122,
  ]

  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "hellip": "…", "mdash": "—", "ndash": "–",
      "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "sbquo": "‚", "bdquo": "„", "lsaquo": "‹",
      "rsaquo": "›", "bull": "•", "euro": "€", "trade": "™", "ensp": "\u{2002}", "emsp": "\u{2003}",
      "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "star": "☆", "starf": "★", "OElig": "Œ",
      "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "circ": "ˆ", "tilde": "˜", "dagger": "†",
      "prime": "′", "minus": "−", "rarr": "→", "larr": "←", "num": "#", "excl": "!", "quest": "?", "lpar": "(",
      "rpar": ")", "comma": ",", "colon": ":", "sol": "/", "percnt": "%", "nbsp": "\u{A0}", "NewLine": "\n",
      "Tab": "\t",
    ]
    // The rows of Latin-1 from U+00A1 on, in order.
    let latin1 =
      "iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro "
      + "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig "
      + "Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times "
      + "Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave "
      + "eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave "
      + "uacute ucirc uuml yacute thorn yuml"
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(UInt32(0xA1 + offset))
    }
    return table
  }()
}
