import FoundationEssentials
import StetExtract
import StetModel
import Testing

@Suite("SiteProfile")
struct SiteProfileTests {
  @Test("The profiles that ship can be read, and pass their own tests")
  func bundled() throws {
    #expect(ProfileShelf.bundled.profiles.map(\.name) == ["docgeeks.com"])
    for profile in ProfileShelf.bundled.profiles {
      #expect(!profile.tests.isEmpty)
      for test in profile.tests {
        let extraction = try Extractor(profiles: [profile]).extract(try Self.page(of: test))
        #expect(extraction.extractor.profile == profile.name)
        #expect(extraction.provenance.first { $0.field == "body" }?.provenance.source == "profile")
        #expect(test.failures(on: extraction) == [])
      }
    }
  }

  @Test("A profile covers its hosts, with and without www, and no other")
  func hosts() throws {
    let profile = try SiteProfile.read(yaml: "hosts: [Example.org]\nfields: { title: h1 }", path: "a.yaml")
    #expect(profile.name == "example.org")
    #expect(profile.covers(try #require(PageAddress("https://www.example.org/a"))))
    #expect(profile.covers(try #require(PageAddress("http://example.org/"))))
    #expect(!profile.covers(try #require(PageAddress("http://notexample.org/"))))
    #expect(!profile.covers(try #require(PageAddress("http://blog.example.org/"))))
  }

  @Test("Rules are tried in order, may read an attribute, and outweigh everything else on the page")
  func rules() throws {
    let profile = try SiteProfile.read(
      yaml: """
        hosts: [example.org]
        fields:
          title: [".no-such-thing", "h3.real"]
          published: { select: "i.stamp", attribute: data-day }
          tags: ".t a"
        remove: [".noise"]
        """, path: "a.yaml")
    let review = try Extractor(profiles: [profile]).extract(try Self.page(Self.html, at: "https://example.org/a"))
      .review
    #expect(review.title == "The heading that the profile means")
    #expect(review.published == "2019-03-02")
    #expect(review.tags.map(\.name) == ["Boats", "Clocks"])
    #expect(!review.bodyText.contains("Noise"))
    let without = try Extractor(profiles: []).extract(try Self.page(Self.html, at: "https://example.org/a")).review
    #expect(without.title != review.title)
    #expect(without.bodyText.contains("Noise"))
  }

  @Test("A failing test case says what was expected and what came")
  func failures() throws {
    let page = try Self.page(Self.html, at: "https://example.org/a")
    let extraction = try Extractor(profiles: []).extract(page)
    let test = ProfileTest(
      url: "https://example.org/a",
      expected: [
        "title": "Another title", "byline": "By Ada", "bodyContains": ["first sentence", "no such words"],
        "rating": .null,
      ])
    #expect(
      test.failures(on: extraction) == [
        "title: expected “Another title”, got “A loud headline”", "byline: expected “By Ada”, got nothing",
        "bodyContains: “no such words” is not in the body",
      ])
  }

  // MARK: Profiles that cannot be used

  @Test(
    "A profile that cannot be used says where, and what to write instead",
    arguments: [
      ("hosts: [a.example]\nfileds: {}", 2, "there is no key 'fileds'. Did you mean 'fields'?"),
      ("hosts: [a.example]\nfields:\n  titel: h1", 3, "there is no key 'titel'. Did you mean 'title'?"),
      ("hosts: [a.example]\nfields:\n  title: { selct: h1 }", 3, "there is no key 'selct'. Did you mean 'select'?"),
      ("hosts: [a.example]\nfields:\n  title: 'h1 > '", 3, "at column"),
      ("hosts: [a.example]\nfields:\n  title: { attribute: href }", 3, "needs 'select:'"),
      ("hosts: [a.example]\ntest:\n  - { file: a.html }", 3, "needs 'url:'"),
      ("hosts: [a.example]\nfields: [h1]", 2, "should be keys with values"),
    ])
  func errors(yaml: String, line: Int, message: String) throws {
    let error = try #require(throws: ProfileError.self) { try SiteProfile.read(yaml: yaml, path: "site.yaml") }
    #expect(error.line == line)
    #expect(error.message.contains(message), "\(error)")
    #expect(error.description.hasPrefix("Cannot use the profile 'site.yaml:\(line)': "))
  }

  @Test(
    "A profile without hosts, without anything, or that is no YAML is refused",
    arguments: [
      ("fields: { title: h1 }", "it names no host"), ("", "it is empty"),
      ("hosts: [a.example\nfields: {", "it is not YAML"),
    ])
  func refused(yaml: String, message: String) throws {
    let error = try #require(throws: ProfileError.self) { try SiteProfile.read(yaml: yaml, path: "site.yaml") }
    #expect(error.message.contains(message), "\(error)")
  }

  // MARK: Pages

  private static let html = """
    <html><body><h1>A loud headline</h1><h3 class="real">The heading that the profile means</h3>
    <i class="stamp" data-day="2019-03-02">some day</i><div class="t"><a href="/x">Boats</a> <a href="/y">Clocks</a></div>
    <div><p>This is the first sentence of a text that is long enough, with commas, to be taken for one by the rules.</p>
    <p class="noise">Noise, and nothing but noise, in a paragraph that reads like all the others in this short text.</p>
    <p>And this is the last one, which ends, after a little more of the same, as quietly as the first one began.</p></div>
    </body></html>
    """

  private static func page(_ html: String, at url: String) throws -> Page {
    let address = try #require(PageAddress(url))
    return Page(
      requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 1_767_225_600))
  }

  /// The saved page of a test case; its path starts from the folder of the bundled profiles.
  private static func page(of test: ProfileTest) throws -> Page {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = URL(fileURLWithPath: package.path + "/Sources/StetExtract/Profiles/" + (try #require(test.file)))
    return try page(String(decoding: try Data(contentsOf: file), as: UTF8.self), at: test.url)
  }
}
