import StetArchive
import StetModel
import Testing

@Suite struct DuePagesTests {
  @Test("A page that stands unchanged is due after one day, two, four, and a change sets it back to one")
  func doubling() throws {
    let folder = try TemporaryFolder()
    var text = "It begins."
    func visit(_ number: Int) throws {
      let writer = try ArchiveWriter.open(at: folder.archive)
      _ = try writer.record(capture(film, says: text, at: day(number)))
      writer.close()
    }
    func due() throws -> Timestamp? {
      try Archive.open(at: folder.archive).index(.refresh)?.due(at: day(400)).first?.due
    }
    try visit(1)
    #expect(try due() == day(2))
    try visit(2)
    #expect(try due() == day(3))
    try visit(3)
    #expect(try due() == day(5))
    try visit(5)
    #expect(try due() == day(9))
    text = "It goes on."
    try visit(9)
    #expect(try due() == day(10))
    try visit(200)
    #expect(try due() == day(290))
  }

  @Test("Pages come in the order in which they became due, with what happened to them last")
  func columns() throws {
    let folder = try TemporaryFolder()
    let archive = try fillArchive(folder.archive)
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in 3...4 { _ = try writer.recordAbsence(address(film), status: 404, at: day(number)) }
    writer.close()
    let index = try #require(archive.index(.refresh))
    #expect(try index.due(at: day(1)).isEmpty)
    #expect(try index.due(at: day(2)).map(\.key.description) == [book])
    let pages = try index.due(at: day(10))
    #expect(pages.map(\.key.description) == [book, "http://wall.example/", film])
    #expect(pages[2].outcome == .absent)
    #expect(pages[2].streak == 2)
    #expect(pages[2].firstSeen == day(1))
    #expect(pages[2].lastVisit == day(4))
    #expect(pages[2].lastChange == day(2))
    #expect(pages[2].due == day(6))
    #expect(pages[1].lastChange == nil)
    #expect(try index.due(at: day(10), host: "wall.example").count == 1)
    #expect(try index.due(at: day(10), by: RevisitSchedule(minimum: 864_000, maximum: 864_000)).isEmpty)
  }
}
