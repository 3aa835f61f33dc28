import StetHTML
import Testing

@Suite struct CharsetTests {
  private func text(_ decoded: Charset.Decoded) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  // MARK: Order

  @Test("A byte order mark beats every declaration, and is no part of the text")
  func byteOrderMark() {
    let decoded = Charset.decode(Array("\u{FEFF}<meta charset=gbk>é".utf8), httpCharset: "windows-1251")
    #expect(decoded.name == "utf-8")
    #expect(text(decoded) == "<meta charset=gbk>é")
  }

  @Test("UTF-16 is known by its mark, or by its first tag", arguments: [true, false])
  func utf16(bigEndian: Bool) {
    for mark in ["\u{FEFF}", ""] {
      let decoded = Charset.decode(utf16(mark + "<p>né 😀", bigEndian: bigEndian), httpCharset: nil)
      #expect(decoded.name == (bigEndian ? "utf-16be" : "utf-16le"))
      #expect(text(decoded) == "<p>né 😀")
      #expect(decoded.repairs.isEmpty)
    }
  }

  @Test("Lone surrogates and a last odd byte of UTF-16 become U+FFFD")
  func brokenUTF16() {
    let decoded = Charset.decode([0xFF, 0xFE, 0x61, 0, 0x00, 0xD8, 0x62, 0, 0x63])
    #expect(text(decoded) == "a\u{FFFD}b\u{FFFD}")
    #expect(decoded.repairs == [.undecodableBytes(count: 3)])
  }

  @Test("The HTTP charset beats the page's own declaration")
  func httpCharset() {
    let decoded = Charset.decode(Array("<meta charset=windows-1252>".utf8) + [0xE9], httpCharset: " \"ISO-8859-2\" ")
    #expect(decoded.name == "iso-8859-2")
    let other = Charset.decode(Array("<meta charset=windows-1251>".utf8) + [0xE9], httpCharset: "no-such-charset")
    #expect(text(other).hasSuffix("й"))
  }

  @Test("Valid UTF-8 is UTF-8 though a single-byte encoding is declared")
  func utf8Disguised() {
    let decoded = Charset.decode(Array("<meta charset=iso-8859-1>café".utf8), httpCharset: "windows-1252")
    #expect(decoded.name == "utf-8")
    #expect(text(decoded).hasSuffix("café"))
  }

  @Test("A few double bytes that happen to be valid UTF-8 are what the page declares")
  func chance() {
    let decoded = Charset.decode(Array("<meta charset=gbk>".utf8) + [0xC1, 0xAA, 0xCD, 0xA8])
    #expect(decoded.name == "gbk")
    #expect(text(decoded).hasSuffix("联通"))
    let long = Charset.decode(Array(("<meta charset=gbk>" + String(repeating: "漢字", count: 20)).utf8))
    #expect(long.name == "utf-8")
  }

  @Test("Pages of ASCII keep the name that they declare, and are UTF-8 without one")
  func ascii() {
    #expect(Charset.decode(Array("<meta charset=latin1>x".utf8)).name == "windows-1252")
    #expect(Charset.decode(Array("<p>x".utf8)).name == "utf-8")
  }

  // MARK: UTF-8

  @Test("Each ill-formed sequence in a page of UTF-8 becomes one U+FFFD; the rest stays")
  func brokenUTF8() {
    let bytes = Array("<meta charset=utf-8>éàü".utf8) + [0xE2, 0x82, 0x41, 0xFF, 0xED, 0xA0, 0x80, 0xF0, 0x9F]
    let decoded = Charset.decode(bytes)
    #expect(decoded.name == "utf-8")
    #expect(text(decoded).hasSuffix("éàü\u{FFFD}A\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"))
    #expect(decoded.repairs == [.undecodableBytes(count: 8)])
  }

  @Test("Validation agrees with the standard library for random bytes")
  func validation() {
    var random = SplitMix(seed: 3)
    let leads: [UInt8] = [
      0x41, 0x7F, 0x80, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x9F, 0xA0, 0x90, 0x8F,
    ]
    for _ in 0..<3_000 {
      let padding = [UInt8](repeating: 0x61, count: .random(in: 0...70, using: &random))
      let bytes =
        padding + (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in leads.randomElement(using: &random) }
      // Enough letters that the page is taken for UTF-8, whatever follows.
      let head = Array(String(repeating: "é", count: 16).utf8)
      #expect(text(Charset.decode(head + bytes, httpCharset: "utf-8")) == String(decoding: head + bytes, as: UTF8.self))
    }
  }

  @Test("A page that calls itself UTF-8, but has hardly any, is windows-1252 or what else it declares")
  func notUTF8() {
    let western = Charset.decode(Array("<meta charset=utf-8>it".utf8) + [0x92, 0x73])
    #expect(western.name == "windows-1252")
    #expect(text(western).hasSuffix("it’s"))
    #expect(western.repairs.isEmpty)
    let other = Charset.decode(Array("<meta charset=windows-1251>".utf8) + [0xE9, 0xE9], httpCharset: "utf-8")
    #expect(other.name == "windows-1251")
  }

  @Test("NUL becomes U+FFFD and is counted")
  func nul() {
    let decoded = Charset.decode(Array("a\0b\0".utf8))
    #expect(text(decoded) == "a\u{FFFD}b\u{FFFD}")
    #expect(decoded.repairs == [.nulBytes(count: 2)])
  }

  // MARK: Legacy encodings

  @Test("windows-1252 is read by the table of the Encoding Standard")
  func windows1252() {
    let decoded = Charset.decode([0x80, 0x81, 0x93, 0x9F, 0xA0, 0xFF, 0x61], httpCharset: "us-ascii")
    #expect(decoded.name == "windows-1252")
    #expect(text(decoded) == "€\u{81}“Ÿ\u{A0}ÿa")
  }

  @Test(
    "Encodings are read by their WHATWG names",
    arguments: [
      ("latin2", "iso-8859-2", [0xB1, 0xE6], "ąć"), ("koi8", "koi8-r", [0xD0, 0xD2], "пр"),
      ("cp1251", "windows-1251", [0xCF, 0xF0], "Пр"), ("latin5", "windows-1254", [0xFD, 0x80], "ı€"),
      ("tis-620", "windows-874", [0xA1, 0x80], "ก€"), ("iso-8859-8-i", "iso-8859-8-i", [0xF9], "ש"),
      ("hebrew", "iso-8859-8", [0xF9], "ש"), ("logical", "iso-8859-8-i", [0xF9], "ש"),
      ("mac", "macintosh", [0x8E], "é"), ("cyrillic", "iso-8859-5", [0xBF], "П"), ("greek", "iso-8859-7", [0xE1], "α"),
      ("gb2312", "gbk", [0xC4, 0xE3], "你"), ("gb18030", "gb18030", [0x81, 0x30, 0x81, 0x30], "\u{80}"),
      ("big5", "big5", [0xA7, 0x41], "你"), ("x-sjis", "shift_jis", [0x87, 0x40, 0x81, 0x60, 0xB1], "①～ｱ"),
      ("x-euc-jp", "euc-jp", [0xA4, 0xA2, 0xAD, 0xA1], "あ①"),
      ("ks_c_5601-1987", "euc-kr", [0x81, 0x41, 0xB0, 0xA1], "갂가"),
      ("iso-2022-jp", "iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42], "あ"),
      ("windows-1258", "windows-1258", [0xD0, 0xFE], "Đ₫"), ("866", "ibm866", [0x8F], "П"),
      ("windows-1250", "windows-1250", [0x9A], "š"), ("x-mac-cyrillic", "x-mac-cyrillic", [0x80], "А"),
      ("utf-16le", "utf-16le", [0x61, 0x01], "š"), ("iso-8859-16", "iso-8859-16", [0xAA], "Ș"),
    ] as [(String, String, [UInt8], String)])
  func legacy(label: String, name: String, bytes: [UInt8], expected: String) {
    let decoded = Charset.decode(bytes, httpCharset: label)
    #expect(decoded.name == name)
    #expect(text(decoded) == expected)
    #expect(decoded.repairs.isEmpty)
  }

  @Test("Bytes that an encoding does not have become U+FFFD, and the next tag is not swallowed")
  func undecodable() {
    let japanese = Charset.decode([0x82, 0xA0, 0x82, 0x3C, 0x70, 0x3E, 0x82, 0xA2, 0x82], httpCharset: "shift_jis")
    #expect(text(japanese) == "あ\u{FFFD}<p>い\u{FFFD}")
    #expect(japanese.repairs == [.undecodableBytes(count: 2)])
    let chinese = Charset.decode([0xC4, 0xE3, 0xFF, 0x61, 0xC4, 0xFF, 0xC4, 0xE3], httpCharset: "gbk")
    #expect(text(chinese) == "你\u{FFFD}a\u{FFFD}你")
    let greek = Charset.decode([0xE1, 0xFF, 0x61], httpCharset: "windows-1253")
    #expect(text(greek) == "α\u{FFFD}a")
    #expect(greek.repairs == [.undecodableBytes(count: 1)])
  }

  @Test("Long pages in a legacy encoding are decoded whole")
  func longLegacy() {
    let bytes = Array(repeatElement([UInt8(0xC4), 0xE3, 0x61], count: 100_000).joined()) + [0xC4]
    let decoded = Charset.decode(bytes, httpCharset: "gbk")
    #expect(text(decoded) == String(repeating: "你a", count: 100_000) + "\u{FFFD}")
  }

  @Test(
    "Labels outside the standard mean nothing", arguments: ["hz-gb-2312", "iso-2022-kr", "x-user-defined", "utf-7", ""])
  func unknownLabels(label: String) {
    #expect(Charset.decode([0x61, 0xE9], httpCharset: label).name == "windows-1252")
  }
}
