import StetModel
import StetTestSupport
import Testing

@Suite struct PageAddressTests {
  @Test(
    "An address is put in a normal form that the server cannot tell from what was written",
    arguments: [
      ("HTTP://Reviews.Example:80/a", "http://reviews.example/a"), ("https://x.example:443", "https://x.example/"),
      ("https://x.example:8443/", "https://x.example:8443/"), ("http://x.example:/a", "http://x.example/a"),
      ("http://x.example/a/./b/../c", "http://x.example/a/c"), ("http://x.example/%2e%2E/a", "http://x.example/a"),
      ("http://x.example/A b?q=ö#é", "http://x.example/A%20b?q=%C3%B6#%C3%A9"),
      ("http://x.example?q", "http://x.example/?q"),
      ("http://x.example/?", "http://x.example/?"), ("  http://x.example/a\n", "http://x.example/a"),
      ("http:\\\\x.example\\a", "http://x.example/a"), ("http://[2001:DB8::1]:80/", "http://[2001:db8::1]/"),
      ("http://me:pw@x.example/", "http://me:pw@x.example/"),
      ("http://x.example/%7Ea/%zz", "http://x.example/%7Ea/%zz"),
    ])
  func normalForm(text: String, expected: String) {
    #expect(PageAddress(text)?.description == expected)
  }

  @Test(
    "An international host has a form in ASCII (RFC 3492); what is no host name of that kind stays as it stands",
    arguments: [
      ("bücher.example", "xn--bcher-kva.example"), ("www.MÜNCHEN.example", "www.xn--mnchen-3ya.example"),
      ("☃.example", "xn--n3h.example"), ("пример.example", "xn--e1afmkfd.example"),
      ("straße.example", "xn--strae-oqa.example"), ("日本語ドメイン名例.jp", "xn--eckwd4c7cu47r2wfqw7a0ecl32k.jp"),
      ("他们为什么不说中文.example", "xn--ihqwcrb4cv8a8dqg056pqjye.example"), ("가나다.example", "xn--o39a40go4b.example"),
      ("xn--bcher-kva.example", "xn--bcher-kva.example"), ("ü..example", "xn--tda..example"),
      ("[2001:db8::1]", "[2001:db8::1]"), ("1.2.3.4", "1.2.3.4"),
    ])
  func ascii(host: String, expected: String) throws {
    let address = try #require(PageAddress("https://me@\(host):8443/a?b#c"))
    #expect(address.asciiHost == expected)
    #expect(address.withASCIIHost.description == "https://me@\(expected):8443/a?b#c")
  }

  @Test("A label that is longer than host names have is left as it stands, however long it is")
  func longLabel() throws {
    for label in [String(repeating: "ü", count: 64), String(repeating: "日本", count: 200_000)] {
      #expect(PageAddress("http://\(label).example/")?.asciiHost == "\(label).example")
    }
  }

  @Test(
    "What is not http or https, or has no host, is no page's address",
    arguments: [
      "", "x.example/a", "/a", "ftp://x.example/", "file:///etc/passwd", "javascript:alert(1)", "mailto:a@x.example",
      "data:text/html,x", "http://", "http:///a", "http://x y/", "http://x.example:port/", "http://x.example:99999/",
      "http:x.example", "about:blank",
    ])
  func noAddress(text: String) { #expect(PageAddress(text) == nil) }

  @Test(
    "References are resolved by RFC 3986, 5.4",
    arguments: [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
      ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
      ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
      ("g;x", "http://a/b/c/g;x"),
      ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
      ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
      (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
      ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
      ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"), ("https://z/", "https://z/"),
    ])
  func references(reference: String, expected: String) throws {
    let base = try #require(PageAddress("http://a/b/c/d;p?q"))
    #expect(base.resolving(reference)?.description == expected)
  }

  @Test(
    "References that lead to no page resolve to nothing", arguments: ["mailto:a@b", "javascript:x", "tel:1", "g:h"])
  func otherSchemes(reference: String) throws {
    #expect(try #require(PageAddress("http://a/b")).resolving(reference) == nil)
  }

  @Test("The normal form is its own normal form")
  func idempotence() throws {
    for text in ["http://x.example/%%34%31/a b?ü=%", "http://X.example:080/..//a/./b//", "http://x.example/?#"] {
      let once = try #require(PageAddress(text)).description
      #expect(PageAddress(once)?.description == once)
    }
  }

  @Test(
    "The resolutions of the crawlers' suite", .enabled(if: SharedSuite.archive != nil, "../shared/suites is not here"))
  func resolveSuite() throws {
    let suite = try SharedSuite("urls")
    var count = 0
    for line in try suite.text("urls/url-resolve.csv").split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.replacing("\"", with: "").split(separator: ", ", omittingEmptySubsequences: false)
      guard fields.count == 3, fields[1].hasPrefix("http"), fields[2].hasPrefix("http") else { continue }
      count += 1
      #expect(PageAddress(String(fields[1]))?.resolving(String(fields[0]))?.description == String(fields[2]), "\(line)")
    }
    #expect(count > 15)
  }

  @Test(
    "The browsers' suite: plain http addresses resolve as in a browser",
    .enabled(if: SharedSuite.archive != nil, "../shared/suites is not here"))
  func browserSuite() throws {
    let suite = try SharedSuite("urls")
    let cases = try #require(JSONParser.parse(suite.bytes("urls/wpt-urltestdata.json")).array)
    var count = 0
    for entry in cases {
      guard let input = entry["input"]?.string, let href = entry["href"]?.string, isPlain(entry, input) else {
        continue
      }
      let base = entry["base"]?.string
      let address = base.map { PageAddress($0)?.resolving(input) } ?? PageAddress(input)
      count += 1
      #expect(address?.description == href, "\(input.debugDescription) on \(base ?? "nothing")")
    }
    #expect(count > 100)
  }

  /// Left out, and where a browser goes further than `PageAddress`: hosts that need IDNA, percent-decoding or a
  /// number's normal form; users and passwords; one slash or three where two belong; quotation marks that browsers
  /// encode in a query or leave alone in a fragment.
  private func isPlain(_ entry: JSONValue, _ input: String) -> Bool {
    guard let host = entry["hostname"]?.string, let href = entry["href"]?.string, href.hasPrefix("http") else {
      return false
    }
    let slashes = input.replacing("\\", with: "/")
    let scheme = ["http:", "https:"].first { slashes.lowercased().hasPrefix($0) }
    return input.unicodeScalars.allSatisfy(\.isASCII) && !input.contains("@") && !input.contains("'")
      && !input.contains("#\\") && !host.contains("xn--") && !host.hasPrefix("[")
      && !host.utf8.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
      && !slashes.hasPrefix("///") && (scheme.map { slashes.dropFirst($0.count).hasPrefix("//") } ?? true)
      && !input.lowercased().contains("%c2%ad") && !input.contains("!\"$")
      && ["http:", "https:"].contains(entry["protocol"]?.string)
  }
}
