import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

@Suite struct AddressParserTests {
  @Test(
    "An address gets its normal form",
    arguments: [
      ("http://EXAMPLE.org", "http://example.org/"), (" https://example.org:443/a/../b ", "https://example.org/b"),
      ("http://example.org:8080/x?y#z", "http://example.org:8080/x?y#z"),
      ("http://example.org/a b", "http://example.org/a%20b"), ("http://u:p@example.org/", "http://u:p@example.org/"),
      ("http://[::1]:81/", "http://[::1]:81/"), ("http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"),
      ("http://exa%6Dple.org/", "http://example.org/"),
    ])
  func normalForm(typed: String, expected: String) throws {
    #expect(try AddressParser.parse(typed).description == expected)
  }

  @Test(
    "An international name becomes Punycode, whatever the locale is",
    arguments: [
      ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
      ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
      ("https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"),
      ("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/"),
    ])
  func punycode(typed: String, expected: String) throws {
    #expect(try AddressParser.parse(typed).description == expected)
  }

  @Test(
    "An address that somebody else wrote down has the host that would be asked; one that cannot be read stays",
    arguments: [
      ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
      ("http://xn--bcher-kva.example/", "http://xn--bcher-kva.example/"),
      ("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/"), ("http://127.1/", "http://127.0.0.1/"),
      ("http://films.example/x#y", "http://films.example/x#y"), ("http://127.0.0.010/", "http://127.0.0.8/"),
      ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"), ("http://a_b.example./", "http://a_b.example./"),
      ("http://a%00b.example/", "http://a%00b.example/"),
    ])
  func settled(written: String, expected: String) throws {
    #expect(AddressParser.settled(try #require(PageAddress(written))).description == expected)
  }

  @Test(
    "A host that is a number in disguise is shown for what it is",
    arguments: [
      "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://017700000001/", "http://127.1/",
      "http://１２７.0.0.1/", "http://１２７。0。0。1/", "http://①②⑦.1/",
    ])
  func numbers(typed: String) throws {
    #expect(try AddressParser.parse(typed).host == "127.0.0.1")
  }

  @Test("A backslash counts as a slash, so that the host is the one that browsers go to")
  func backslash() throws {
    #expect(try AddressParser.parse(#"http://example.org\@evil.example/"#).host == "example.org")
  }

  @Test(
    "An address without scheme is refused with what to type",
    arguments: [
      ("example.org/x", "'https://example.org/x'"), ("example.org:8080/x", "'https://example.org:8080/x'"),
      ("localhost:8080", "'https://localhost:8080'"), ("//example.org/x", "'https://example.org/x'"),
    ])
  func noScheme(typed: String, shown: String) throws {
    let error = try #require(throws: FetchError.self) { try AddressParser.parse(typed) }
    #expect(error.code == .badAddress)
    #expect(error.message == "Cannot read the address '\(typed)': it has no scheme. Type \(shown).")
  }

  @Test(
    "Another scheme is refused and named",
    arguments: ["ftp://example.org/", "file:///etc/passwd", "mailto:a@b.example"])
  func otherScheme(typed: String) throws {
    let error = try #require(throws: FetchError.self) { try AddressParser.parse(typed) }
    #expect(error.code == .badAddress)
    #expect(error.message.contains("'\(typed.prefix { $0 != ":" })'"))
  }

  @Test(
    "What is no address is refused",
    arguments: [
      "", "   ", "http://", "http:///x", "http://a b/", "http://example.org:99999/", "http://[::1/", "http://h%2Fx/",
      "http://user@host@evil.example/", "http://[fe80::1%25eth0]/", "http://h%00x/",
    ])
  func refused(typed: String) throws {
    let error = try #require(throws: FetchError.self) { try AddressParser.parse(typed) }
    #expect(error.code == .badAddress)
    #expect(error.message.hasPrefix("Cannot read the address '"))
  }

  @Test("An address that passes is one whose host libcurl reads as it stands", arguments: 0..<10)
  func agreement(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "a", "b", "xn--", "0", "1", "7", "08", "0x7f", "127", "255", "256", ".", ".", ".", "-", "_", ":", ":80", ":0",
      "@",
      "%41", "%00", "[", "]", "ü", "①", "/", "?", "#", "\\", " ", "\u{7F}", "~", "!",
    ]
    var passed = 0
    for _ in 0..<1000 {
      let length = Int.random(in: 1...8, using: &generator)
      let text = "http://" + (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let address = try? AddressParser.parse(text) else { continue }
      passed += 1
      #expect(try CurlAddress.host(of: address) == address.host, "\(text)")
    }
    #expect(passed > 200)
  }
}
