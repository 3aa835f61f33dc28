import StetGzip
import Testing

@Suite struct CRC32Tests {
  @Test("The checksum is that of RFC 1952, however the bytes are cut")
  func value() {
    #expect(CRC32().value == 0)
    for cut in 0...9 {
      var crc = CRC32()
      crc.update(Array("123456789".utf8.prefix(cut)))
      crc.update(Array("123456789".utf8.dropFirst(cut)))
      // The check value that catalogues of checksums give.
      #expect(crc.value == 0xCBF4_3926)
    }
  }
}
