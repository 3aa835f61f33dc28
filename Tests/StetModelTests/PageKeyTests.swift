import StetModel
import StetTestSupport
import Testing

@Suite struct PageKeyTests {
  private func key(_ text: String) throws -> String { PageKey(try #require(PageAddress(text))).description }

  @Test(
    "Spellings of one address have one key",
    arguments: [
      ("HTTP://Reviews.Example:80/a/../film#top", "http://reviews.example/film"),
      ("http://me:secret@reviews.example/film", "http://reviews.example/film"),
      ("http://reviews.example/%7Euser/%66ilm%2fx%c3%a9", "http://reviews.example/~user/film%2Fx%C3%A9"),
      ("http://reviews.example/film?", "http://reviews.example/film"),
      ("http://reviews.example/film?&p=1&&", "http://reviews.example/film?p=1"),
      ("http://reviews.example/90%+sure", "http://reviews.example/90%25+sure"),
      ("http://reviews.example/?q=%%34%31", "http://reviews.example/?q=%2541"),
    ])
  func normalForm(text: String, expected: String) throws { #expect(try key(text) == expected) }

  @Test("Parameters that only track are dropped, all others are kept in their order")
  func tracking() throws {
    #expect(try key("http://x.example/?utm_source=a&p=2&fbclid=b&UTM_Medium=c&a=1") == "http://x.example/?p=2&a=1")
    #expect(try key("http://x.example/?gclid=1") == "http://x.example/")
    #expect(try key("http://x.example/?ref=a&source=b&from=c") == "http://x.example/?ref=a&source=b&from=c")
  }

  @Test("What the server may tell apart stays apart")
  func differences() throws {
    let addresses = [
      "http://x.example/A", "http://x.example/a", "http://x.example/a/", "https://x.example/a",
      "http://x.example:8080/a",
    ]
    #expect(Set(try addresses.map(key)).count == addresses.count)
  }

  @Test(
    "The key of a key is the key",
    arguments: [
      "http://x.example/%%34%31", "http://x.example/%2%35?%", "http://x.example/?&&a=%zz&utm_x=1",
      "http://x.example//a//",
    ])
  func idempotence(text: String) throws {
    let once = try key(text)
    #expect(try key(once) == once)
  }

  @Test(
    "A canonical link counts on the same host only, and not when it leads to the front page",
    arguments: [
      ("http://x.example/a?print=1", "http://x.example/a", "http://x.example/a"),
      ("http://x.example/a", "https://x.example/a", "https://x.example/a"),
      ("http://x.example/a", "http://y.example/a", "http://x.example/a"),
      ("http://x.example/a", "http://x.example:8080/a", "http://x.example/a"),
      ("http://x.example/a", "http://x.example/", "http://x.example/a"),
      ("http://x.example/?p=1", "http://x.example/", "http://x.example/?p=1"),
    ])
  func canonical(address: String, canonical: String, expected: String) throws {
    let address = try #require(PageAddress(address))
    #expect(PageKey(address, canonical: PageAddress(canonical)).description == expected)
  }

  @Test("Keys are ordered by their bytes")
  func order() {
    let keys = ["http://b/", "http://a/b", "http://a/B", "http://a/"].map(PageKey.init(stored:))
    #expect(keys.sorted().map(\.description) == ["http://a/", "http://a/B", "http://a/b", "http://b/"])
  }

  @Test(
    "The crawlers' suite, as far as its rules are ours",
    .enabled(if: SharedSuite.archive != nil, "../shared/suites is not here"))
  func suite() throws {
    let suite = try SharedSuite("urls")
    var count = 0
    for line in try suite.text("urls/weirdToNormalizedUrls.csv").split(separator: "\n") {
      let fields = line.split(separator: ",").map { String($0.drop { $0 == " " }) }
      guard fields.count == 2, !line.hasPrefix("#"), !line.contains("\""), isOurs(fields[0]) else { continue }
      count += 1
      #expect(try key(fields[0]) == fields[1], "\(line)")
    }
    #expect(count > 60)
  }

  /// Not ours: sorting parameters and dropping their empty values or parts of the query, merging slashes in paths,
  /// `[` in queries, IDNA, and addresses without scheme.
  private func isOurs(_ text: String) -> Bool {
    guard text.lowercased().hasPrefix("http"), text.unicodeScalars.allSatisfy(\.isASCII) else { return false }
    let rest = text.dropFirst(8)
    return !rest.contains("//") && !text.contains("b=") && !text.contains("&b") && !text.contains("[")
      && !text.contains("?b&") && !text.contains("=1&a") && !text.contains("%c3%a4ndiger") && !text.contains("%2E")
      && !text.contains("./,") && !rest.hasPrefix("www.example.org.") && !text.hasPrefix("http:///")
  }
}
