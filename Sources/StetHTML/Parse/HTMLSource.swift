/// The source of a page, made ready for libxml2: UTF-8, without NUL bytes, with a bounded number of attributes a tag,
/// without the content of comments, scripts and styles.
struct HTMLSource {
  /// What libxml2 reads.
  private(set) var utf8: [UInt8]
  /// The name of the encoding that the page was in.
  let charset: String
  /// What was mended.
  private(set) var repairs: [HTMLRepair]
  /// The content of scripts and styles.
  let rawContents: RawContents

  /// Content of scripts and styles: stretches of the page's UTF-8.
  struct RawContents {
    let utf8: [UInt8]
    let ranges: [Range<Int>]
  }

  init(_ bytes: [UInt8], httpCharset: String?) {
    let decoded = Charset.decode(bytes, httpCharset: httpCharset)
    let scan = SourceScan(decoded.utf8)
    utf8 = scan.edits.isEmpty ? decoded.utf8 : SourceEdit.apply(scan.edits, to: decoded.utf8)
    charset = decoded.name
    rawContents = RawContents(utf8: decoded.utf8, ranges: scan.rawContents)
    repairs = decoded.repairs + (scan.cutTags > 0 ? [.attributesDropped(tags: scan.cutTags)] : [])
  }
}
