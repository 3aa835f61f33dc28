internal import StetModel

/// Tells bytes that are no text at all.
enum BinaryCheck {
  /// What the bytes are; nil when they may be a page.
  static func kind(of bytes: [UInt8]) -> String? {
    for (signature, name) in signatures where bytes.starts(with: signature) { return name }
    // No browser reads UTF-32, and its mark begins like that of UTF-16 (WHATWG Encoding, 4.2).
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "text in UTF-32" }
    // UTF-16 is half NUL bytes; it starts with a byte order mark.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    let head = bytes.prefix(4096)
    let odd = head.count { $0 < 0x20 && !ASCII.isSpace($0) && $0 != 0x1B }
    return odd * 10 > head.count ? "binary data" : nil
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF document"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive"), ([0x1F, 0x8B], "gzip data"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("RIFF".utf8), "a RIFF file (WebP, WAV or AVI)"),
    (Array("ID3".utf8), "an MP3 file"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"), (Array("{\\rtf".utf8), "an RTF document"),
    (Array("%!PS".utf8), "a PostScript document"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), (Array("BZh".utf8), "bzip2 data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"),
    (Array("WARC/".utf8), "a WARC file"),
  ]
}
