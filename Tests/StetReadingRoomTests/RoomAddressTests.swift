import Testing

@testable import StetReadingRoom

@Suite("RoomAddress")
struct RoomAddressTests {
  static let name = PageName(host: "reviews.example_8080", folder: "film é~0123456789")

  @Test("Each place is found again by the path that its link has")
  func roundTrip() throws {
    let page = try #require(Self.name)
    let places: [RoomAddress] = [
      .front, .search, .host("reviews.example"), .page(page), .version(page, 12), .compare(page, old: 3, new: 11),
      .interwoven(page, old: 3, new: 11), .hostPart("reviews.example", 2), .choice(page),
      .snapshot(page, 2), .response(page, 2), .response(page, 2, part: 11), .warc("warc/2026/11/a b.warc.gz"),
      .feed(host: nil),
      .feed(host: "reviews.example"), .stylesheet, .script, .icon,
    ]
    let links = RoomLinks(isSite: false, place: .front)
    for place in places {
      let link = links(place)
      #expect(RoomAddress(path: link == "./" ? "/" : "/\(link)") == place, "\(link)")
    }
  }

  @Test(
    "A folder's address without its last slash leads to the folder, whatever stands around it",
    arguments: [
      ("/pages/reviews.example", "../pages/reviews.example/"), ("//pages/evil.example", "../../pages/evil.example/"),
      ("/api", "api/"), ("/pages/reviews.example/part-2", "../../pages/reviews.example/part-2/"),
      ("/pages/h/film~0123456789", "../../pages/h/film~0123456789/"),
      ("/pages/h/film~0123456789/1", "../../../pages/h/film~0123456789/1/"),
      ("/pages/h/film~0123456789/1..2/inline", "../../../../pages/h/film~0123456789/1..2/inline/"),
    ])
  func slashes(path: String, location: String) throws {
    let shelf = try RoomShelf()
    let answer = try shelf.get(path, query: [("sort", "a&b")])
    #expect(answer.status == 308)
    #expect(answer.field("Location") == "\(location)?sort=a%26b")
    for other in ["/film", "/pages", "/api/sites/", "//evil.example", "/timegate", "/pages/h/f~0123456789/1.jsonx"] {
      #expect(try shelf.get(other).status == 404, "\(other)")
    }
  }

  @Test("No path leads out of the archive")
  func escapes() {
    for path in [
      "/pages/../state/", "/pages/%2e%2e/x/", "/warc/../../etc/passwd", "/warc/..%2f..%2fetc/passwd/a/b",
      "/pages/a/b%2F..%2F..%2Fc/", "/pages/a/%00/", "/pages/.hidden/x/", "/warc/2026/11/.hidden", "pages", "",
      "/pages/a/b/01/", "/pages/a/b/1..02/", "/pages/a/b/-1/", "/pages/a/b/%ff/", "/pages/a/%5c/",
      "/pages/a/b/1/inline/", "/pages/a/part-1/", "/pages/a/part-02/", "/pages/a/b/1..2/inline",
      "/pages/a/b/1..2/other/", "/pages/a/b/1.response-1", "/pages/a/b/1.response-02", "/pages/a/b/1.response-2/",
      "/pages/a/b/1.response2", "/pages/a/b/.response-2", "/pages/a/b/1.response.response",
    ] {
      #expect(RoomAddress(path: path) == nil, "\(path)")
    }
  }
}
