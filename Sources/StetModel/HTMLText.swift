/// Text turned into HTML that reads as the same text and can do nothing.
package enum HTMLText {
  /// Text for content and for quoted attribute values.
  package static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count + 16)
    for scalar in VisibleText.lines(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Text in an element.
  package static func element(_ name: String, _ text: String) -> String { "<\(name)>\(escaped(text))</\(name)>" }

  /// A link around finished HTML; the HTML alone when the address is not http or https.
  package static func link(_ address: String?, _ html: String) -> String {
    guard let address, isWebAddress(address) else { return html }
    return "<a href=\"\(escaped(address))\" rel=\"noopener nofollow\">\(html)</a>"
  }

  /// Whether an address may stand in a link.
  package static func isWebAddress(_ address: String) -> Bool {
    address.hasPrefix("http://") || address.hasPrefix("https://")
  }
}
