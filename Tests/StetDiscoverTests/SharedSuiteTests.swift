import StetDiscover
import StetHTML
import StetModel
import StetTestSupport
import Testing

/// Other people's feeds, sitemaps and pages, where they are at hand.
@Suite struct SharedSuiteTests {
  /// What a test of feedparser's expects of the first entry: `entries[0]['link'] == 'http://…'`.
  private func expected(_ key: String, _ text: String) -> String? {
    guard let found = text.firstRange(of: "Expect:") else { return nil }
    let line = text[found.upperBound...].prefix { $0 != "\n" }
    guard let start = line.firstRange(of: "entries[0]['\(key)'] == "), let quote = line[start.upperBound...].first,
      quote == "'" || quote == "\""
    else { return nil }
    return String(line[start.upperBound...].dropFirst().prefix { $0 != quote })
  }

  /// A title that feedparser leaves as markup, as one line of text.
  private func plain(_ title: String) -> String {
    var text = ""
    var isTag = false
    for character in title {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        text.append(character)
      }
    }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
  }

  @Test(
    "feedparser's tests: nearly all say the same address and title of the first entry",
    .enabled(if: SharedSuite.archive != nil, "../shared/suites is not here"))
  func feedparser() throws {
    let suite = try SharedSuite("feeds")
    var (files, refused, links, agreeing, titles, agreeingTitles) = (0, 0, 0, 0, 0, 0)
    for name in try suite.files(in: "feeds/feedparser") where name.hasSuffix(".xml") {
      let bytes = try suite.bytes(name)
      let text = String(decoding: bytes, as: UTF8.self)
      files += 1
      guard let feed = try? Feed.read(bytes, at: address("http://127.0.0.1:8097/feed")) else {
        refused += 1
        continue
      }
      if let link = expected("link", text) {
        links += 1
        if feed.entries.first?.address == address(link) { agreeing += 1 } else { print("link:", name) }
      }
      // Without an address there is no entry here.
      if let title = expected("title", text), !feed.entries.isEmpty {
        titles += 1
        if feed.entries[0].title == plain(title) { agreeingTitles += 1 } else { print("title:", name) }
      }
    }
    print(
      "\(files) of feedparser's feeds, \(refused) refused; addresses agree \(agreeing) of \(links), "
        + "titles \(agreeingTitles) of \(titles)")
    #expect(files >= 900 && agreeing * 100 >= links * 90 && agreeingTitles * 100 >= titles * 90)
    // No feeds: entity-only documents, CDF, UTF-32, empty ones.
    #expect(refused * 20 <= files)
  }

  @Test(
    "The pages of the feed validator announce what they should",
    .enabled(if: SharedSuite.archive != nil, "../shared/suites is not here"))
  func autodiscovery() throws {
    let suite = try SharedSuite("feeds")
    var (pages, announcing, wrong) = (0, 0, 0)
    for name in try suite.files(in: "feeds/autodiscovery") where name.hasSuffix(".html") {
      let bytes = try suite.bytes(name)
      let document = try HTMLParser.parse(bytes)
      let links = FeedLink.all(in: document, at: address("https://feeds.example/\(name)"))
      pages += 1
      if !links.isEmpty { announcing += 1 }
      // The feed of page 12 is called html4-012.xml.
      let number = name.split(separator: "/").last.map { $0.dropLast(5) } ?? ""
      let isRight = links.contains { $0.address.path.hasSuffix("\(number).xml") }
      if !isRight {
        wrong += 1
        print("announces \(links.map(\.address.path)):", name)
      }
    }
    print("\(pages) pages, \(announcing) announce a feed, \(wrong) not their own")
    #expect(pages >= 50 && announcing * 10 >= pages * 9)
  }

  @Test(
    "crawler-commons' sitemaps are all read",
    .enabled(if: SharedSuite.archive != nil, "../shared/suites is not here"))
  func sitemaps() throws {
    let suite = try SharedSuite("sitemaps")
    var (files, found) = (0, 0)
    let hosts: Set<String> = [
      "example.org", "example.com", "www.example.org", "www.hebdenbridgetimes.co.uk", "www.shinpaideshou.com",
      "www.domain.com",
    ]
    for name in try suite.files(in: "sitemaps") {
      files += 1
      let sitemap = try? Sitemap.read(suite.bytes(name), at: address("http://www.example.com/\(name)"), hosts: hosts)
      let count = (sitemap?.pages.count ?? 0) + (sitemap?.sitemaps.count ?? 0)
      if count > 0 { found += 1 } else { print("\(name): \(String(describing: sitemap?.foreignAddresses))") }
    }
    print("\(files) sitemaps, \(found) with addresses")
    #expect(files >= 15 && found + 2 >= files)
  }
}
