internal import StetGzip

extension Fault {
  /// The body is not what its Content-Encoding says, or far longer.
  public static let compression: [Fault] = [
    Fault("says gzip and sends text", .fails("corrupt"), exit: 69) { $0.encoded("gzip", $0.html) },
    Fault("says br and sends text", .fails("corrupt"), exit: 69) { $0.encoded("br", $0.html) },
    Fault("says zstd and sends text", .fails("corrupt"), exit: 69) { $0.encoded("zstd", $0.html) },
    Fault("says deflate and sends text", .fails("corrupt"), exit: 69) { $0.encoded("deflate", $0.html) },
    Fault("damages a gzip body in its middle", .fails("corrupt"), exit: 69) {
      var body = try Gzip.compress($0.html)
      for index in body.count / 2..<body.count / 2 + 8 { body[index] ^= 0xFF }
      return $0.encoded("gzip", body)
    },
    Fault("damages the checksum of a gzip body", .fails("corrupt"), exit: 69) {
      var body = try Gzip.compress($0.html)
      body[body.count - 6] ^= 1
      return $0.encoded("gzip", body)
    },
    Fault("damages a br body", .fails("corrupt"), exit: 69) {
      // 7000 bytes of text, and a bit of them flipped.
      var body: [UInt8] = [
        0x1B, 0x57, 0x1B, 0xF8, 0x8D, 0xD4, 0x4E, 0xF5, 0x54, 0x4D, 0x25, 0x5D, 0x1A, 0x53, 0x81, 0x94, 0xD5, 0x2C,
        0x87, 0xD5, 0x03, 0x33, 0x51, 0xD6, 0x43, 0x09, 0x26, 0x00, 0x00,
      ]
      body[3] ^= 0x40
      return $0.encoded("br", body)
    },
    Fault("damages a zstd body", .fails("corrupt"), exit: 69) {
      var body = zstd(ofBlocks: 2)
      body[6] = 0xFF
      return $0.encoded("zstd", body)
    },
    Fault("compresses the page in two members", .fails("corrupt"), exit: 69) {
      let (first, rest) = (Array($0.html.prefix(1000)), Array($0.html.dropFirst(1000)))
      return $0.encoded("gzip", try Gzip.compress(first) + Gzip.compress(rest))
    },
    Fault("sends zeros after a gzip body", .fails("corrupt"), exit: 69) {
      $0.encoded("gzip", try Gzip.compress($0.html) + [UInt8](repeating: 0, count: 100))
    },
    Fault("names an encoding that nobody knows", .fails("corrupt"), exit: 69) { $0.encoded("rot13", $0.html) },
    Fault("names an encoding that was not asked for and is none", .whole, exit: 0) {
      $0.encoded("identity", $0.html)
    },
    Fault("compresses without a word of it", .page(200), exit: 65) {
      .page(body: try Gzip.compress($0.html))
    },
    Fault("compresses twice and says so", .whole, exit: 0) {
      $0.encoded("gzip, gzip", try Gzip.compress(try Gzip.compress($0.html)))
    },
    Fault("names more encodings than anybody uses", .fails("corrupt"), exit: 69) {
      var body = $0.html
      for _ in 0..<10 { body = try Gzip.compress(body) }
      return $0.encoded(Array(repeating: "gzip", count: 10).joined(separator: ", "), body)
    },
    Fault("says gzip over an empty body", .page(200), exit: 65) { $0.encoded("gzip", []) },
    Fault("sends a gzip bomb", .fails("tooLarge"), exit: 69) {
      $0.encoded("gzip", try Gzip.compress([UInt8](repeating: 0x20, count: 40_000_000)))
    },
    Fault("sends a gzip bomb in gzip", .fails("tooLarge"), exit: 69) {
      $0.encoded("gzip, gzip", try Gzip.compress(try Gzip.compress([UInt8](repeating: 0x20, count: 40_000_000))))
    },
    Fault("sends a br bomb", .fails("tooLarge"), exit: 69) { $0.encoded("br", brotliBomb) },
    Fault("sends a zstd bomb", .fails("tooLarge"), exit: 69) { $0.encoded("zstd", zstd(ofBlocks: 800)) },
  ]

  /// 100,000,000 zeros.
  private static let brotliBomb: [UInt8] = [
    0xCF, 0xFF, 0xFF, 0x7F, 0x00, 0x24, 0x00, 0xE2, 0xB1, 0x40, 0x72, 0xEF, 0xFF, 0xF9, 0xFF, 0xFF, 0x0F, 0x80, 0x04,
    0x40, 0x1C, 0x16, 0x80, 0xEE, 0xFD, 0x3F, 0xFF, 0xFF, 0xFF, 0x01, 0x90, 0x00, 0x88, 0xC3, 0x02, 0xD0, 0xBD, 0xFF,
    0xE7, 0xFF, 0xFF, 0x3F, 0x00, 0x12, 0x00, 0x71, 0x58, 0x00, 0xBA, 0xF7, 0xFF, 0xFC, 0xFF, 0xFF, 0x07, 0x40, 0x02,
    0x20, 0x0E, 0x0B, 0x40, 0xF7, 0xFE, 0x3F, 0xFF, 0xC1, 0xEB, 0x01, 0x48, 0x00, 0xC4, 0x61, 0x01, 0xE8, 0x62, 0xD7,
    0x03,
  ]

  /// A frame of blocks that each repeat one space 128 KiB times (RFC 8878, 3.1.1).
  private static func zstd(ofBlocks count: Int) -> [UInt8] {
    // No checksum, no content size; a window of 8 MiB.
    var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x68]
    for block in 1...count {
      let header = (128 << 10) << 3 | 1 << 1 | (block == count ? 1 : 0)
      frame += [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16 & 0xFF), 0x20]
    }
    return frame
  }
}
