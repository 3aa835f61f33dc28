/// The source of a page, made ready for libxml2: UTF-8, without NUL bytes, with a bounded number of attributes a tag.
struct HTMLSource {
  private(set) var utf8: [UInt8]
  let charset: String
  private(set) var repairs: [HTMLRepair]

  init(_ bytes: [UInt8], httpCharset: String?) {
    let decoded = Charset.decode(bytes, httpCharset: httpCharset)
    utf8 = decoded.utf8
    charset = decoded.name
    repairs = decoded.repairs
  }

  /// Mends what libxml2 would misread or take forever to read. Pages without such things, nearly all, are not copied.
  mutating func boundAttributes() {
    let scan = SourceScan(utf8)
    for edit in scan.edits {
      for (offset, index) in edit.range.enumerated() {
        utf8[index] = offset < edit.lead.count ? edit.lead[offset] : 0x20
      }
    }
    if scan.cutTags > 0 { repairs.append(.attributesDropped(tags: scan.cutTags)) }
  }
}
