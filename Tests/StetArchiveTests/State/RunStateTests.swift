import StetArchive
import StetModel
import StetTestSupport
import Testing

@Suite struct RunStateTests {
  private let site = "Lanterns"

  private func waiting(_ text: String, due: Int, dated: Int? = nil) throws -> WaitingAddress {
    WaitingAddress(
      try #require(PageAddress(text)), found: day(1), dated: dated.map(day), due: day(due), reason: "a feed names it")
  }

  @Test("A source and what it names are remembered together; what waits already is left alone")
  func sources() throws {
    let folder = try TemporaryFolder()
    let address = try #require(PageAddress("https://a.example/feed"))
    let writer = try ArchiveWriter.open(at: folder.archive)
    let state = try RunState.open(writer)
    var source = try state.source(address, kind: "feed", of: site)
    #expect(source == SourceState(address, kind: "feed"))
    source.asked = day(2)
    source.good = day(2)
    source.etag = "W/\"a\""
    var first = try waiting("https://a.example/1", due: 2)
    #expect(try state.remember(source, of: site, found: [first]) == 1)
    first.failures = 7
    #expect(try state.remember(source, of: site, found: [first, waiting("https://a.example/2", due: 3)]) == 1)
    writer.close()

    let again = RunState.reading(try Archive.open(at: folder.archive))
    #expect(try again.source(address, kind: "feed", of: site) == source)
    #expect(try again.source(address, kind: "feed", of: "other").asked == nil)
    #expect(try again.waiting(first.address)?.failures == 0)
    #expect(try again.countWaiting(of: site) == 2)
    #expect(try again.sources(of: site, kind: "feed") == [address])
    #expect(try again.sources(of: site, kind: "sitemap") == [])
  }

  @Test("Addresses come by host, when they are due, the longest waiting first, in parts that join")
  func waitingInOrder() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    let state = try RunState.open(writer)
    let addresses = try (1...9).map { try waiting("https://a.example/\($0)", due: 10 - $0) }
    try state.await(addresses + [waiting("https://b.example:81/x", due: 1)], of: site)
    #expect(try state.waitingHosts(of: site, at: day(9)) == ["a.example", "b.example:81"])
    #expect(try state.waitingHosts(of: site, at: day(0)) == [])
    let first = try state.waiting(of: site, at: "a.example", known: false, due: day(5), limit: 3)
    #expect(first.map(\.due) == [day(1), day(2), day(3)])
    let second = try state.waiting(of: site, at: "a.example", known: false, due: day(5), after: first.last, limit: 3)
    #expect(second.map(\.due) == [day(4), day(5)])
    try state.forget(first.map(\.address))
    #expect(try state.waiting(first[0].address) == nil)
    #expect(try state.countWaiting(of: site) == 7)
  }

  @Test("The same trouble is news once, another one of the same subject again, and it fails since the first of them")
  func troubles() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    let state = try RunState.open(writer)
    func note(_ code: String, _ number: Int) throws -> (trouble: RunTrouble, isNews: Bool) {
      try state.note(RunTrouble(subject: "a.example", site: site, code: code, message: "it fails", at: day(number)))
    }
    #expect(try note("timeout", 1).isNews)
    let second = try note("timeout", 2)
    #expect(!second.isNews)
    #expect(second.trouble.since == day(1))
    let third = try note("tls", 3)
    #expect(third.isNews)
    #expect(third.trouble.since == day(1))
    #expect(try state.troubles(of: site).map(\.seen) == [day(3)])
    #expect(try state.settle("a.example")?.since == day(1))
    #expect(try state.settle("a.example") == nil)
    #expect(try note("tls", 4).trouble.since == day(4))
  }

  @Test("A state that is no database is begun anew; one that is not there is empty")
  func broken() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    #expect(try RunState.reading(writer.archive).lastSuccess(of: site) == nil)
    try writer.replaceState("run.sqlite", bytes: Array("no database, but long enough to be looked at as one".utf8))
    #expect(try RunState.reading(writer.archive).lastSuccess(of: site) == nil)
    let state = try RunState.open(writer)
    try state.noteSuccess(of: site, at: day(3))
    #expect(try RunState.reading(writer.archive).lastSuccess(of: site) == day(3))
  }

  @Test("Of the files of a state folder the last are kept")
  func pruned() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    for number in 1...5 { try writer.replaceState("\(number).json", in: "runs", bytes: [UInt8(number)]) }
    try writer.pruneState(in: "runs", keeping: 2)
    #expect(try writer.archive.stateFile("runs/3.json") == nil)
    #expect(try writer.archive.stateFile("runs/4.json") == [4])
    #expect(try writer.archive.stateFile("runs/5.json") == [5])
  }
}
