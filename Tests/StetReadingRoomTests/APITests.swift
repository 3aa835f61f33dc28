import StetArchive
import StetModel
import StetTestSupport
import Testing

@testable import StetReadingRoom

@Suite("API")
struct APITests {
  static let film = "http://reviews.example/film"
  static let book = "http://books.example/book"

  private static func shelf() throws -> RoomShelf {
    let shelf = try RoomShelf()
    try shelf.store(film, says: "It begins slowly, and ends well.", on: 1)
    try shelf.store(book, title: "A book", says: "A book about the sea.", on: 2)
    try shelf.store(film, says: "It begins slowly, and ends badly.", on: 3)
    return shelf
  }

  @Test("The directory names every resource, and each of its addresses answers with JSON")
  func directory() throws {
    let shelf = try Self.shelf()
    let answer = try shelf.get("/api/")
    #expect(answer.field("Content-Type") == "application/json")
    #expect(answer.field("Access-Control-Allow-Origin") == nil)
    let resources = try #require(try answer.json["resources"]?.array)
    let name = try shelf.name(Self.film)
    for resource in resources {
      var path = try #require(resource["template"]?.string)
      if let query = path.firstIndex(of: "{"), path[query...].hasPrefix("{?") { path = String(path[..<query]) }
      for (template, value) in [
        ("{host}", name.host), ("{folder}", name.folder), ("{version}", "1"), ("{old}", "1"), ("{new}", "2"),
      ] {
        path = path.replacing(template, with: value)
      }
      let found = try shelf.get("/api/\(path)", query: path == "search" ? [("q", "sea")] : [])
      #expect(found.status == 200, "\(path)")
      #expect(found.field("Content-Type") == "application/json", "\(path)")
      _ = try found.json
    }
  }

  @Test("Pages are listed as stet list has them, filtered and in every order")
  func pages() throws {
    let shelf = try Self.shelf()
    let pages = try #require(try shelf.get(.api(.pages)).json.array)
    #expect(pages.map { $0["page"]?.string } == [Self.book, Self.film])
    #expect(pages[1]["versions"]?.integer == 2)
    #expect(pages[1]["latest"]?.integer == 2)
    #expect(pages[1]["folder"]?.string == (try shelf.name(Self.film).path))
    func keys(_ query: (name: String, value: String)...) throws -> [String?]? {
      try shelf.get(.api(.pages), query: query).json.array?.map { $0["page"]?.string }
    }
    #expect(try keys(("host", "books.example")) == [Self.book])
    #expect(try keys(("order", "captured")) == [Self.film, Self.book])
    #expect(try keys(("order", "versions")) == [Self.film, Self.book])
    #expect(try keys(("since", "2026-11-03")) == [Self.film])
    #expect(try keys(("limit", "1")) == [Self.book])
  }

  @Test("A list in parts has each page once, in every order", arguments: PageListing.Order.allCases)
  func parts(_ order: PageListing.Order) throws {
    let shelf = try RoomShelf()
    for number in 1...7 { try shelf.store("http://a.example/\(number)", says: "\(number)", on: 1 + number / 3) }
    try shelf.store("http://a.example/2", says: "again", on: 3)
    _ = try shelf.write { writer in
      let page = "http://a.example/wall?a=%22%3E"
      _ = try writer.quarantine(
        Capture(
          page: PageKey(try #require(PageAddress(page))), captured: RoomShelf.day(2),
          response: ResponseFacts(status: 200, finalURL: page), extractor: RoomShelf.rules,
          review: Review(url: page, kind: .blocked, confidence: 0.9)), reason: "wall", body: [1])
    }
    let whole = try #require(try shelf.get(.api(.pages), query: [("order", order.rawValue)]).json.array)
    #expect(whole.count == 8)
    var read: [JSONValue] = []
    var next: String? = "/api/pages?order=\(order.rawValue)&limit=3"
    while let path = next {
      let answer = try shelf.follow("http://127.0.0.1:8417\(path)")
      #expect(answer.status == 200)
      read += try answer.json.array ?? []
      next = LinkReader(answer.field("Link") ?? "")["next"].first.map { $0.replacing("../", with: "/") }
    }
    #expect(read == whole)
  }

  @Test("A page is what stet log prints, a version what is stored, a diff what stet diff prints")
  func page() throws {
    let shelf = try Self.shelf()
    let name = try shelf.name(Self.film)
    let page = try shelf.get(.api(.page(name))).json
    #expect(page["page"]?.string == Self.film)
    #expect(page["versions"]?.array?.map { $0["version"]?.integer } == [1, 2])
    #expect(page["versions"]?.array?.last?["summary"]?.string == "1 paragraph edited, 2 words changed")
    #expect(page["visits"]?.array?.count == 2)
    #expect(try shelf.get(.api(.version(name, 2))).bytes == shelf.folder.read("Archive/\(name.path)/2.json"))
    let diff = try shelf.get(.api(.diff(name, old: 1, new: 2))).json
    #expect(diff["format"]?.string == "stet-diff/1")
    #expect(diff["equal"]?.bool == false)
    #expect(diff["basis"]?.string == "stored")
    #expect(try shelf.get(.api(.diff(name, old: 2, new: 2))).json["equal"]?.bool == true)
  }

  @Test("A search is what stet search prints")
  func search() throws {
    let shelf = try Self.shelf()
    let found = try shelf.get(.api(.search), query: [("q", "sea")]).json
    #expect(found["total"]?.integer == 1)
    #expect(found["results"]?.array?.first?["page"]?.string == Self.book)
    #expect(try shelf.get(.api(.search), query: [("q", "well")]).json["total"]?.integer == 0)
    #expect(try shelf.get(.api(.search), query: [("q", "well"), ("versions", "all")]).json["total"]?.integer == 1)
  }

  @Test("Changes come the newest first, each with what changed, part by part")
  func changes() throws {
    let shelf = try Self.shelf()
    let changes = try #require(try shelf.get(.api(.changes)).json.array)
    #expect(changes.map { $0["page"]?.string } == [Self.film, Self.book, Self.film])
    #expect(changes[0]["severity"]?.string == "correction")
    #expect(changes[0]["isNew"] == nil)
    #expect(changes[1]["isNew"]?.bool == true)
    #expect(
      try shelf.get(.api(.changes), query: [("host", "books.example")]).json.array?.count == 1)
    #expect(try shelf.get(.api(.changes), query: [("since", "2026-11-02")]).json.array?.count == 2)
    let first = try shelf.get(.api(.changes), query: [("limit", "2")])
    let next = try #require(LinkReader(first.field("Link") ?? "")["next"].first).replacing("../", with: "/")
    let second = try shelf.follow("http://127.0.0.1:8417\(next)")
    #expect(try #require(try first.json.array) + #require(try second.json.array) == changes)
    #expect(second.field("Link") == nil)
  }

  @Test("A version whose file is broken is told as such among the changes, and hides none")
  func brokenChange() throws {
    let shelf = try Self.shelf()
    let name = try shelf.name(Self.film)
    _ = try shelf.get(.api(.changes))
    try shelf.folder.write("Archive/\(name.path)/2.json", "{")
    let changes = try #require(try shelf.get(.api(.changes)).json.array)
    #expect(changes.count == 3)
    #expect(changes[0]["error"]?.string?.contains("stet verify") == true)
    #expect(changes[0]["version"]?.integer == 2)
  }

  @Test(
    "What cannot be read is refused, and told as RFC 9457 has it",
    arguments: [
      ("/api/pages", "limit", "0", 400), ("/api/pages", "limit", "x", 400), ("/api/pages", "limit", "1001", 400),
      ("/api/pages", "order", "best", 400), ("/api/pages", "since", "soon", 400), ("/api/pages", "after", "[]", 400),
      ("/api/pages", "after", "{", 400), ("/api/pages", "page", "2", 400), ("/api/search", "q", "", 400),
      ("/api/search", "q", "after:soon x", 400), ("/api/search", "q", "-only", 400),
      ("/api/changes", "after", "x", 400), ("/api/none", "", "", 404), ("/api/pages/", "", "", 404),
      ("/api/pages/a.example/none~0123456789", "", "", 404), ("/api/pages/../x", "", "", 404),
    ])
  func problems(_ path: String, _ name: String, _ value: String, _ status: Int) throws {
    let shelf = try Self.shelf()
    let answer = try shelf.get(path, query: name.isEmpty ? [] : [(name, value)])
    #expect(answer.status == status)
    #expect(answer.field("Content-Type") == "application/problem+json")
    let problem = try answer.json
    #expect(problem["status"]?.integer == status)
    #expect(problem["type"]?.string == "about:blank")
    #expect(problem["title"]?.string == (status == 400 ? "Bad Request" : "Not Found"))
    #expect(problem["detail"]?.string?.isEmpty == false)
    #expect(problem["instance"]?.string == path)
  }

  @Test("A redacted version is compared with nothing")
  func redacted() throws {
    let shelf = try Self.shelf()
    let name = try shelf.name(Self.film)
    _ = try shelf.write {
      try $0.redact(
        PageKey(try #require(PageAddress(Self.film))), version: 1, reason: "asked for", at: RoomShelf.day(9))
    }
    let answer = try shelf.get(.api(.diff(name, old: 1, new: 2)))
    #expect(answer.status == 410)
    #expect(try answer.json["detail"]?.string?.contains("asked for") == true)
    #expect(try shelf.get(.api(.page(name))).json["versions"]?.array?.first?["redacted"] != nil)
  }
}
