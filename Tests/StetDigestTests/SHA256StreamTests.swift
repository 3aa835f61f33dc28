import StetDigest
import StetModel
import Testing

@Suite struct SHA256StreamTests {
  @Test("Bytes in pieces have the digest of the bytes at once")
  func pieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for cut in [0, 1, 63, 64, 65, 999, 1000] {
      let stream = SHA256Stream()
      stream.update(Array(bytes.prefix(cut)))
      stream.update(Array(bytes.dropFirst(cut)))
      #expect(stream.finish() == Digest.sha256(of: bytes))
    }
    #expect(SHA256Stream().finish() == Digest.sha256(of: [UInt8]()))
  }
}
