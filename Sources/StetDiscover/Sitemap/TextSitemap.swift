internal import StetHTML
internal import StetModel

/// A sitemap of plain text: an address a line.
enum TextSitemap {
  /// Whether a document is markup rather than text: its first character tells.
  static func isMarkup(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(64).first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
  }

  static func read(_ bytes: [UInt8], _ scope: SitemapScope, charset: String?) throws(DiscoveryError) -> Sitemap {
    var scope = scope
    var others = 0
    let text = Charset.decode(bytes, httpCharset: charset).utf8
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = line.drop { $0 <= 0x20 }
      if line.isEmpty { continue }
      guard line.prefix(8).contains(0x3A), PageAddress(String(decoding: line.prefix(4096), as: UTF8.self)) != nil else {
        others += 1
        continue
      }
      scope.take(page: Array(line), title: nil, published: nil, modified: nil)
    }
    var sitemap = scope.sitemap(.text)
    let addresses = sitemap.pages.count + sitemap.foreignAddresses
    // Any text has lines; a sitemap has addresses.
    guard addresses > others else {
      throw DiscoveryDocument.refusal(.notASitemap, at: scope.address, kind: "sitemap")
    }
    sitemap.invalidAddresses += others
    return sitemap
  }
}
