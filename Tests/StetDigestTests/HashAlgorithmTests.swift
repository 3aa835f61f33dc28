import StetDigest
import Testing

/// The examples of RFC 1321, A.5 and of NIST for "abc".
@Suite struct HashAlgorithmTests {
  @Test(
    "The known examples come out",
    arguments: [
      (HashAlgorithm.md5, "900150983cd24fb0d6963f7d28e17f72"),
      (.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
      (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (.sha384, "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"),
    ])
  func examples(algorithm: HashAlgorithm, hexadecimal: String) throws {
    let digest = try #require(algorithm.digest(of: Array("abc".utf8)[...]))
    #expect(digest.count == algorithm.length)
    #expect(digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == hexadecimal)
  }

  @Test("No bytes have a digest too", arguments: HashAlgorithm.allCases)
  func empty(algorithm: HashAlgorithm) {
    #expect(algorithm.digest(of: [])?.count == algorithm.length)
  }
}
