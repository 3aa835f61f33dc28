/// From the bytes of a page to UTF-8.
///
/// In order: byte order mark, `charset` of the Content-Type, declaration in the page, UTF-8 when the bytes are valid
/// UTF-8, and last a guess from the bytes themselves. A page never fails to decode: what its encoding does not have
/// becomes U+FFFD and is counted.
public enum Charset {
  /// A page in UTF-8.
  public struct Decoded: Sendable {
    /// Valid UTF-8 without byte order mark and without NUL.
    public let utf8: [UInt8]
    /// The encoding that the bytes were in, by its WHATWG name in lower case.
    public let name: String
    /// What had to be mended; empty for most pages.
    public let repairs: [HTMLRepair]
  }

  /// Decodes a page.
  /// - Parameters:
  ///   - bytes: the body of the response.
  ///   - httpCharset: the `charset` parameter of its Content-Type; nil or an unknown label when there is none.
  public static func decode(_ bytes: [UInt8], httpCharset: String? = nil) -> Decoded {
    if let (mark, name) = byteOrderMark(bytes) {
      return decode(Array(bytes.dropFirst(mark)), as: name)
    }
    if let name = unmarkedUTF16(bytes) { return decode(bytes, as: name) }
    let survey = UTF8Survey(bytes)
    let http = httpCharset.flatMap(CharsetLabel.name)
    if survey.isValid, http == "utf-8" { return withoutNULs(bytes, name: "utf-8", undecodable: 0) }
    let declared = [http, CharsetDeclaration.find(in: bytes)].compactMap { $0 }
    let name = choose(declared, survey, bytes)
    if survey.isASCII, !CharsetLabel.isStateful(name) { return withoutNULs(bytes, name: name, undecodable: 0) }
    if name == "utf-8", survey.isValid { return withoutNULs(bytes, name: name, undecodable: 0) }
    return decode(bytes, as: name)
  }

  // MARK: Which encoding

  private static func byteOrderMark(_ bytes: [UInt8]) -> (length: Int, name: String)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (3, "utf-8") }
    if bytes.starts(with: [0xFF, 0xFE]) { return (2, "utf-16le") }
    if bytes.starts(with: [0xFE, 0xFF]) { return (2, "utf-16be") }
    return nil
  }

  /// A page starts with `<`; as two bytes only in UTF-16.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0x3C, 0, 1..., 0): return "utf-16le"
    case (0, 0x3C, 0, 1...): return "utf-16be"
    default: return nil
    }
  }

  private static func choose(_ declared: [String], _ survey: UTF8Survey, _ bytes: [UInt8]) -> String {
    if survey.isValid {
      guard let first = declared.first else { return "utf-8" }
      // Text in another encoding is valid UTF-8 by chance only when it is short. Single bytes hardly ever pair up
      // so; double bytes sometimes do ("联通" in GBK).
      let isChance = CharsetLabel.isMultiByte(first) && survey.sequences < 16
      return survey.isASCII || isChance ? first : "utf-8"
    }
    for name in declared where name != "utf-8" || !survey.isHardlyUTF8 { return name }
    if declared.isEmpty, !survey.isHardlyUTF8, survey.sequences >= 16 { return "utf-8" }
    return CharsetGuess.name(for: bytes)
  }

  // MARK: Decoding

  private static func decode(_ bytes: [UInt8], as name: String) -> Decoded {
    var undecodable = 0
    let utf8: [UInt8]
    switch name {
    case "utf-8": utf8 = UTF8Survey(bytes).isValid ? bytes : UTF8Repair.repaired(bytes, &undecodable)
    case "utf-16le": utf8 = UTF16Decoding.utf8(bytes, bigEndian: false, &undecodable)
    case "utf-16be": utf8 = UTF16Decoding.utf8(bytes, bigEndian: true, &undecodable)
    default:
      if let table = SingleByteTable(name) {
        utf8 = table.utf8(bytes, &undecodable)
      } else {
        utf8 = IconvDecoding.utf8(bytes, CharsetLabel.iconvName(name), &undecodable)
      }
    }
    return withoutNULs(utf8, name: name, undecodable: undecodable)
  }

  /// libxml2 takes a NUL in a tag for the end of the page.
  private static func withoutNULs(_ utf8: [UInt8], name: String, undecodable: Int) -> Decoded {
    var repairs: [HTMLRepair] = []
    if undecodable > 0 { repairs.append(.undecodableBytes(count: undecodable)) }
    guard ByteSearch.first(0, in: utf8, from: 0) != nil else {
      return Decoded(utf8: utf8, name: name, repairs: repairs)
    }
    var mended: [UInt8] = []
    mended.reserveCapacity(utf8.count + utf8.count / 8)
    var count = 0
    for byte in utf8 {
      if byte == 0 {
        mended.append(contentsOf: UTF8Repair.replacement)
        count += 1
      } else {
        mended.append(byte)
      }
    }
    return Decoded(utf8: mended, name: name, repairs: repairs + [.nulBytes(count: count)])
  }
}
