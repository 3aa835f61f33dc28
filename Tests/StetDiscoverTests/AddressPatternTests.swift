import StetDiscover
import Testing

@Suite struct AddressPatternTests {
  @Test(
    "Stars, question marks and folders mean what they mean in .gitignore",
    arguments: [
      ("/20??/**", "/2012/11/the-long-night/", true), ("/20??/**", "/2012/", false), ("/20??/**", "/about/", false),
      ("/20??/**", "/x/2012/11/", false), ("/reviews/*", "/reviews/one", true),
      ("/reviews/*", "/reviews/one/two", false),
      ("/reviews/*/", "/reviews/one/", true), ("/reviews/*/", "/reviews/one/two", true), ("/tag/", "/tag/", true),
      ("/tag/", "/tag/a/b", true), ("/tag/", "/tags/", false), ("/tag/**", "/tag/x", true),
      ("/**/print", "/print", true), ("/**/print", "/a/b/print", true), ("/**/print", "/blueprint", false),
      ("/a/**/b", "/a/b", true), ("/a/**/b", "/a/x/y/b", true), ("/a/**/b", "/a/xb", false),
      ("print", "/a/print", true), ("print", "/a/print/x", false), ("*.html", "/a/b.html", true),
      ("**/b.html", "/a/b.html", true), ("/a**z", "/a/b/c/z", true), ("/page?", "/page/", false),
      ("/search?q=*", "/search?q=long+night", true), ("/search", "/search?q=1", false), ("/*", "/a?b=c", true),
      ("/**", "/", false), ("/**", "/a", true), ("/\\*", "/*", true), ("/\\*", "/a", false), ("/\\?a", "/?a", true),
      ("/caf\u{E9}", "/caf%C3%A9", true), ("/caf%c3%a9", "/café", true), ("/%7Eada/", "/~ada/", true),
      ("/A", "/a", false), ("https://reel.example/x/*", "/x/y", true), ("http://reel.example/x/*", "/x/y", false),
      ("/***", "/a/b", true), ("/a/**/**/b", "/a/b", true), ("/**/film-*/**", "/x/y/film-noir/z", true),
    ])
  func matching(pattern: String, path: String, fits: Bool) throws {
    #expect(try AddressPattern(pattern).matches(address("https://reel.example" + path)) == fits)
  }

  @Test("A pattern that would take for ever elsewhere does not here")
  func hostile() throws {
    let pattern = try AddressPattern("/" + String(repeating: "**a*", count: 200) + "b")
    #expect(!pattern.matches(address("https://reel.example/" + String(repeating: "a", count: 2000))))
  }

  @Test("Wrong patterns are errors that say what to write", arguments: ["", "!x", "ftp://a.example/b", "/a\\"])
  func wrong(pattern: String) {
    #expect {
      try AddressPattern(pattern)
    } throws: { ($0 as? DiscoveryError)?.code == .badPattern }
  }

  @Test("What is excluded is excluded, included or not; without include everything is")
  func filter() throws {
    let filter = try AddressFilter(include: ["/20??/**"], exclude: ["/**/print"])
    #expect(filter.admits(address("https://reel.example/2012/1")))
    #expect(!filter.admits(address("https://reel.example/2012/1/print")))
    #expect(!filter.admits(address("https://reel.example/about")))
    #expect(try AddressFilter(exclude: ["/tag/"]).admits(address("https://reel.example/about")))
  }
}
