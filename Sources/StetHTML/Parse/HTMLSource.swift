/// The source of a page, made ready for libxml2: UTF-8, without NUL bytes, with a bounded number of attributes a tag.
struct HTMLSource {
  private(set) var utf8: [UInt8]
  let charset: String
  private(set) var repairs: [HTMLRepair] = []

  init(_ bytes: [UInt8], httpCharset: String?) {
    utf8 = bytes
    charset = "utf-8"
  }

  mutating func boundAttributes() {}
}
