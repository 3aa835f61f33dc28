import Glibc
import StetArchive
import StetHTML
import StetModel
import StetTestSupport
import Testing

@testable import StetReadingRoom

@Suite("Feeds")
struct FeedTests {
  static let film = "http://reviews.example/film"
  static let book = "http://books.example/book?id=3&page=1"

  @Test("The feed has the versions captured last, the newest first, and says what changed")
  func entries() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins slowly, and ends well.", on: 1)
    try shelf.store(Self.book, title: "A book", says: "A book about the sea.", on: 2)
    try shelf.store(Self.film, says: "It begins slowly, and ends badly.", on: 3)
    let answer = try shelf.get(.feed(host: nil))
    #expect(answer.status == 200)
    #expect(answer.field("Content-Type") == "application/atom+xml; charset=utf-8")
    let feed = try AtomReader(answer.bytes)
    #expect(feed.updated == "2026-11-03T12:00:00Z")
    #expect(feed.links["self"] == "http://127.0.0.1:8417/changes.atom")
    #expect(feed.links["alternate"] == "http://127.0.0.1:8417/")
    #expect(feed.links["next"] == nil)
    #expect(feed.entries.map(\.title) == ["A quiet film", "A book", "A quiet film"])
    #expect(feed.entries.map(\.updated) == ["2026-11-03T12:00:00Z", "2026-11-02T12:00:00Z", "2026-11-01T12:00:00Z"])
    let name = try shelf.name(Self.film)
    #expect(feed.entries[0].links["alternate"] == "http://127.0.0.1:8417/\(name.path)/1..2/")
    #expect(feed.entries[0].links["related"] == Self.film)
    #expect(feed.entries[0].summary == "1 paragraph edited, 2 words changed")
    #expect(feed.entries[0].categories == ["correction"])
    #expect(feed.entries[0].content.contains("<del> well</del>"))
    #expect(feed.entries[1].links["related"] == Self.book)
    #expect(feed.entries[1].summary == "new page")
    #expect(Set(feed.entries.map(\.id)).count == 3)
  }

  @Test("The feed of a host has its pages only, and a host that the archive does not know has none")
  func host() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1)
    try shelf.store(Self.book, title: "A book", says: "A book about the sea.", on: 2)
    try shelf.store("http://reviews.example:8080/film", title: "Another port", says: "Another port.", on: 3)
    let feed = try AtomReader(shelf.get(.feed(host: "reviews.example")).bytes)
    #expect(feed.entries.map(\.title) == ["A quiet film"])
    #expect(feed.title == "Changes on reviews.example")
    #expect(feed.links["alternate"] == "http://127.0.0.1:8417/pages/reviews.example/")
    #expect(try shelf.get(.feed(host: "reviews")).status == 404)
    #expect(try shelf.get(.feed(host: "none.example")).status == 404)
    #expect(try shelf.get(.feed(host: nil)).text != shelf.get(.feed(host: "reviews.example")).text)
  }

  @Test("What other rules read in a page is no news; a page that is gone is, and a redacted text is not told")
  func causes() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1)
    try shelf.store(Self.film, says: "It begins, other rules say.", on: 1, cause: .extractor)
    try shelf.store(Self.book, title: "A secret book", says: "A secret.", on: 2)
    let address = try #require(PageAddress(Self.film))
    for day in [4, 5, 7] { _ = try shelf.write { try $0.recordAbsence(address, status: 404, at: RoomShelf.day(day)) } }
    _ = try shelf.write {
      try $0.redact(PageKey(try #require(PageAddress(Self.book))), reason: "asked for", at: RoomShelf.day(8))
    }
    let feed = try AtomReader(shelf.get(.feed(host: nil)).bytes)
    #expect(feed.entries.map(\.title) == ["Gone: \(Self.film)", "Redacted: \(Self.book)", "A quiet film"])
    #expect(feed.entries[0].categories == ["retraction"])
    #expect(feed.entries[1].summary == "The text was redacted on 2026-11-08T12:00:00Z: asked for")
    #expect(feed.entries[1].content.contains("asked for"))
  }

  @Test("A long list comes in pages that name the next one (RFC 5005, 3), and none is told twice")
  func pages() throws {
    let shelf = try RoomShelf()
    try shelf.write { writer in
      for number in 1...130 {
        let page = "http://reviews.example/\(number)"
        var review = Review(url: page, kind: .review, confidence: 0.9)
        review.title = "Page \(number)"
        review.body = [.paragraph(text: "Text \(number).")]
        _ = try writer.record(
          Capture(
            page: PageKey(try #require(PageAddress(page))), captured: RoomShelf.day(1 + number / 40),
            response: ResponseFacts(status: 200, finalURL: page), extractor: RoomShelf.rules, review: review))
      }
    }
    let first = try AtomReader(shelf.get(.feed(host: nil)).bytes)
    #expect(first.entries.count == 100)
    let next = try #require(first.links["next"])
    let second = try AtomReader(shelf.follow(next).bytes)
    #expect(second.entries.count == 30)
    #expect(second.links["next"] == nil)
    #expect(second.links["first"] == "http://127.0.0.1:8417/changes.atom")
    #expect(second.links["self"] == next)
    #expect(second.id == first.id)
    #expect(Set((first.entries + second.entries).map(\.id)).count == 130)
    #expect(try shelf.get(.feed(host: nil), query: [("after", "yesterday")]).status == 400)
  }

  @Test(
    "A feed that a reader has is not made again, until a version comes or goes; visits that bring nothing new are no news"
  )
  func known() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1)
    try shelf.store(Self.film, says: "It goes on.", on: 2)
    try shelf.store(Self.book, title: "A book", says: "A book about the sea.", on: 3)
    let room = ReadingRoom(shelf: Shelf(try shelf.archive, interval: .zero))
    func tag(_ target: String = "/changes.atom") throws -> String {
      let answer = try shelf.ask(target, of: room)
      #expect(answer.status == 200)
      return try #require(answer.field("ETag"))
    }
    func isKnown(_ tag: String, _ target: String = "/changes.atom", _ headers: [String: String] = [:]) throws -> Bool {
      let answer = try shelf.ask(target, headers: headers.merging(["if-none-match": tag]) { $1 }, of: room)
      #expect(try answer.status == 304 ? answer.bytes.isEmpty : !answer.bytes.isEmpty)
      return answer.status == 304
    }
    let first = try tag()
    #expect(try isKnown(first) && isKnown("\"other\", W/\(first)"))
    // No comparison is needed for it: the versions may as well be broken.
    let name = try shelf.name(Self.film)
    let file = shelf.folder.path("Archive/\(name.path)/2.json")
    let descriptor = open(file, O_WRONLY | O_TRUNC)
    close(descriptor)
    #expect(try isKnown(first))
    // But whoever has to be told now, and is told less, gets another tag: that of what was told.
    #expect(try tag() != first)
    #expect(try !isKnown(first, "/pages/reviews.example/changes.atom"))
    #expect(try !isKnown(first, "/changes.atom", ["host": "localhost:8417"]))
    try shelf.store(Self.book, title: "A book", says: "A book about the sea.", on: 4)
    #expect(try isKnown(first))
    try shelf.store(Self.book, title: "A book", says: "A book about the wide sea.", on: 5)
    #expect(try !isKnown(first))
    // Of what is shown first, only what it is compared with is redacted.
    let feed = ChangesFeed(shelf: room.shelf, host: nil) { place, _ in "\(place)" }
    let newest = ChangesFeed.Part(changes: try #require(try feed.part()).changes.prefix(1), next: nil)
    let (second, third) = (try tag(), feed.tag(of: newest))
    #expect(feed.tag(of: newest) == third)
    _ = try shelf.write {
      try $0.redact(
        PageKey(try #require(PageAddress(Self.book))), version: 1, reason: "asked for", at: RoomShelf.day(6))
    }
    #expect(try !isKnown(second))
    #expect(feed.tag(of: newest) != third)
  }

  @Test("The feed of an archive without changes is a feed")
  func empty() throws {
    let shelf = try RoomShelf()
    let feed = try AtomReader(shelf.get(.feed(host: nil)).bytes)
    #expect(feed.entries.isEmpty)
    #expect(feed.updated == "1970-01-01T00:00:00Z")
  }

  @Test(
    "Links are made for the host that the client asked; what is no host is refused",
    arguments: ["localhost:1", "[::1]:8417", "reviews.example", "a.b:65535"])
  func hosts(_ host: String) throws {
    let shelf = try RoomShelf()
    let feed = try AtomReader(shelf.get(.feed(host: nil), headers: ["host": host]).bytes)
    #expect(feed.links["self"] == "http://\(host)/changes.atom")
    for bad in [
      "\(host)\"><script>", "\(host)/x", "\(host)@y", " \(host)", "\(host)\r\nX: y", "", ":80", "a:b", "[::1", "é",
      "a:123456",
    ] {
      #expect(try shelf.get(.feed(host: nil), headers: ["host": bad]).status == 400, "\(bad)")
    }
  }
}
