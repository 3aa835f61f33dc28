import StetDigest
import StetModel
import Testing

/// SHA-256 by FIPS 180-4; the examples of NIST.
@Suite struct DigestTests {
  @Test(
    "The known examples come out",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func examples(text: String, hexadecimal: String) {
    #expect(Digest.sha256(of: text).hexadecimal == hexadecimal)
    #expect(Digest.sha256(of: Array(text.utf8)).description == "sha256:\(hexadecimal)")
  }

  @Test("A million times the letter a")
  func million() {
    #expect(
      Digest.sha256(of: [UInt8](repeating: 0x61, count: 1_000_000)).hexadecimal
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("Lengths around the block of 64 bytes give digests of their own")
  func blockEdges() {
    let digests = (50...130).map { Digest.sha256(of: [UInt8](repeating: 0, count: $0)) }
    #expect(Set(digests).count == digests.count)
  }

  @Test("A text is hashed by its UTF-8 bytes, not by what it is equal to")
  func normalForms() {
    #expect("\u{E9}" == "e\u{301}")
    #expect(Digest.sha256(of: "\u{E9}") != Digest.sha256(of: "e\u{301}"))
  }
}
