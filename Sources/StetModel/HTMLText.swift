/// Text turned into HTML that reads as the same text and can do nothing.
package enum HTMLText {
  /// Text for content and for quoted attribute values.
  package static func escaped(_ text: String) -> String {
    let text = VisibleText.lines(text)
    if !text.utf8.contains(where: { sign($0) != nil }) { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 64)
    for byte in text.utf8 {
      if let sign = sign(byte) { out.append(contentsOf: sign.utf8) } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What stands for a byte of markup.
  private static func sign(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
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
