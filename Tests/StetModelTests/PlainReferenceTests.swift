import StetModel
import Testing

@Suite("References in normal form") struct PlainReferenceTests {
  private static let pieces = [
    "http://", "https://", "HTTP://", "//", "/", "mailto:", "javascript:", "data:", "ftp://", "user@", "example.org",
    "Example.org", "www.example.org", "sub_domain.org", ":80", ":8080", ":443", ":", ":0", ":08080", ":65535", ":65536",
    "reviews", "the-long-night", "a.html", ".",
    "..",
    "%2e", "%2E%2e", "%20", "%", "?", "?page=2", "&x=1", "#", "#top", " ", "\u{E9}", "\\", "\"", "a:b", "~", "|", "'",
    "",
    "[::1]", "1", "+", "-", "\t", "{id}",
  ]

  /// Space around a reference means nothing, and no reference with space is in normal form.
  @Test("A reference is read the same whether it is taken as it stands or resolved step by step")
  func sameAddress() throws {
    let bases = try [
      "https://example.com", "https://example.com/a/b.html?q=1#f", "http://me:pw@example.com:8080/x/",
      "https://e.org/.a/b",
    ]
    .map { try #require(PageAddress($0)) }
    var state: UInt64 = 19
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % limit
    }
    for _ in 0..<20_000 {
      // One in four starts with a host, where most rules meet.
      let start = ["", "", "", "https://example.org"][next(4)]
      let reference = start + (0...next(6)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      let base = bases[next(bases.count)]
      let isSame =
        PageAddress(reference) == PageAddress(" " + reference)
        && base.resolving(reference) == base.resolving(" " + reference)
        && base.spelling(of: reference) == base.spelling(of: " " + reference)
      try #require(isSame, "\(reference.debugDescription) on \(base)")
    }
  }
}
