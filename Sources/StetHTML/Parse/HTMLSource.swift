/// The source of a page, made ready for libxml2: UTF-8, without NUL bytes, with a bounded number of attributes a tag,
/// without comments, and without the content that has no say in the tree.
struct HTMLSource {
  /// What libxml2 reads.
  let utf8: [UInt8]
  /// The name of the encoding that the page was in.
  let charset: String
  /// What was mended.
  let repairs: [HTMLRepair]
  /// What it does not read.
  let spared: SparedContent

  /// - Parameter sparing: whether texts and attributes are kept from libxml2, beside scripts and styles.
  init(_ bytes: [UInt8], httpCharset: String?, sparing: Bool = true) {
    let decoded = Charset.decode(bytes, httpCharset: httpCharset)
    let scan = SourceScan(decoded.utf8, sparing: sparing)
    utf8 = scan.output
    charset = decoded.name
    spared = scan.spared
    repairs = decoded.repairs + (scan.cutTags > 0 ? [.attributesDropped(tags: scan.cutTags)] : [])
  }
}
