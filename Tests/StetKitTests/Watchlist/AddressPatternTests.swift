import StetKit
import StetModel
import Testing

@Suite("AddressPattern")
struct AddressPatternTests {
  @Test(
    "? is one byte, * a run without a slash, ** anything, **/ any number of folders",
    arguments: [
      ("/20??/**", "/2024/a/b", true), ("/20??/**", "/2024/", true), ("/20??/**", "/2024", false),
      ("/20??/**", "/20/4/a", false), ("/a/*", "/a/b", true), ("/a/*", "/a/b/c", false), ("/a/*", "/a/", true),
      ("/**/c", "/c", true), ("/**/c", "/a/b/c", true), ("/**/c", "/a/bc", false), ("/a**/c", "/ac", false),
      ("/a**/c", "/ab/c", true), ("/a**/c", "/a/b/c", true), ("/*/b/*", "/x/b/y", true), ("/*/b/*", "/b/y", false),
      ("/**", "/", true), ("/**", "/a?b=c", true), ("/a", "/a?b=c", false), ("/a?b=c", "/a?b=c", true),
      ("/A", "/a", false), ("/**/film-*/**", "/x/y/film-noir/z", true), ("/**/film-*/**", "/film/z", false),
      ("https://a.example/x/*", "/x/y", true), ("http://a.example/x/*", "/x/y", false),
      ("/***", "/a/b", true), ("/a/**/**/b", "/a/b", true),
    ])
  func fits(pattern: String, path: String, fits: Bool) throws {
    let pattern = try #require(AddressPattern(pattern))
    let address = try #require(PageAddress("https://a.example" + path))
    #expect(pattern.fits(address) == fits)
  }

  @Test("A pattern that is no path and no address is none", arguments: ["", "reviews/**", "*", "ftp://a/"])
  func none(text: String) { #expect(AddressPattern(text) == nil) }

  @Test("A pattern of many stars ends on a long address")
  func stars() throws {
    let pattern = try #require(AddressPattern("/" + String(repeating: "**a", count: 40) + "b"))
    let address = try #require(PageAddress("https://a.example/" + String(repeating: "a", count: 20_000)))
    #expect(!pattern.fits(address))
  }
}
