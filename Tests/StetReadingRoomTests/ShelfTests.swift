import Glibc
import StetArchive
import StetTestSupport
import Testing

@testable import StetReadingRoom

@Suite("Shelf")
struct ShelfTests {
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
