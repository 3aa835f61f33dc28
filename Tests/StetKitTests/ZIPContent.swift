import StetGzip
import StetTestSupport
import Testing

/// The files of a ZIP archive that stores them as they are, read from their local headers.
enum ZIPContent {
  struct File {
    let name: String
    let bytes: [UInt8]
  }

  static func read(_ zip: [UInt8]) throws -> [File] {
    func number(_ offset: Int, _ count: Int) -> Int {
      zip[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    var files: [File] = []
    var offset = 0
    while number(offset, 4) == 0x0403_4B50 {
      try #require(number(offset + 8, 2) == 0, "it is compressed")
      let (length, nameLength, extraLength) = (number(offset + 18, 4), number(offset + 26, 2), number(offset + 28, 2))
      let start = offset + 30 + nameLength + extraLength
      let bytes = Array(zip[start..<(start + length)])
      var crc = CRC32()
      crc.update(bytes)
      try #require(Int(crc.value) == number(offset + 14, 4))
      let name = zip[(offset + 30)..<(offset + 30 + nameLength)]
      files.append(File(name: String(decoding: name, as: UTF8.self), bytes: bytes))
      offset = start + length
    }
    return files
  }
}
