import Glibc
import StetArchive
import StetModel
import StetTestSupport
import Synchronization
import Testing

@testable import StetReadingRoom

@Suite("Shelf")
struct ShelfTests {
  @Test(
    "What was drawn of a host is kept while others change, and drawn anew when one of its own pages is visited or redacted"
  )
  func charts() throws {
    let room = try RoomShelf()
    let film = "http://reviews.example/film"
    try room.store(film, says: "A quiet film.", on: 1)
    let shelf = Shelf(try room.archive, interval: .zero)
    func isKept() throws -> Bool {
      let site = try #require(try shelf.current().site("reviews.example"))
      let isKept = shelf.charts.withLock { $0.charts(of: site) != nil }
      _ = try shelf.hostPage(site.host, today: shelf.today)
      return isKept
    }
    #expect(try !isKept())
    #expect(try isKept())
    try room.store("http://books.example/book", says: "A book.", on: 2)
    #expect(try isKept())
    try room.store(film, says: "A loud film.", on: 3)
    #expect(try !isKept())
    #expect(try isKept())
    _ = try room.write {
      try $0.redact(PageKey(try #require(PageAddress(film))), version: 1, reason: "asked for", at: RoomShelf.day(4))
    }
    #expect(try !isKept())
  }

  @Test("An archive that is taken away while it is served is trouble, not an archive without pages; it may come back")
  func away() throws {
    let room = try RoomShelf()
    try room.store("http://reviews.example/film", says: "A quiet film.", on: 1)
    let shelf = Shelf(try room.archive, interval: .zero)
    #expect(try shelf.current().sites().count == 1)
    #expect(rename(room.path, room.path + "-away") == 0)
    for _ in 1...2 {
      #expect {
        try shelf.current()
      } throws: {
        ($0 as? ArchiveError)?.code == .noArchive
      }
    }
    #expect(rename(room.path + "-away", room.path) == 0)
    #expect(try shelf.current().sites().count == 1)
  }
}
