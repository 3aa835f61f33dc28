import Glibc
import StetArchive
import Testing

@Suite struct StateFileTests {
  private let old = Array("old\n".utf8)
  private let new = [UInt8](repeating: 0x61, count: 100_000)

  @Test("A state file is read as it was written, and is empty before")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    #expect(try writer.archive.state(.hosts) == [])
    try writer.setState(.hosts, to: new)
    #expect(try writer.archive.state(.hosts) == new)
    #expect(try readBytes("\(folder.archive)/state/hosts.jsonl") == new)
    writer.close()
    #expect(throws: ArchiveError.self) { try writer.setState(.hosts, to: old) }
    #expect(try writer.archive.verify { _, _ in }.findings.isEmpty)
  }

  @Test("What is there already is not written again")
  func unchanged() throws {
    let folder = try TemporaryFolder()
    let system = FaultySystem(.none)
    let writer = try ArchiveWriter.open(at: folder.archive, calls: system.calls)
    try writer.setState(.hosts, to: old)
    let renames = system.count(of: "rename")
    #expect(renames > 0)
    try writer.setState(.hosts, to: old)
    #expect(system.count(of: "rename") == renames)
  }

  @Test(
    "Whatever call is the last, the old file or the new one stands there, whole, and it is the new one once that was said",
    arguments: CrashTests.Strike.allCases)
  func strikes(strike: CrashTests.Strike) throws {
    var moment = 1
    while true {
      let folder = try TemporaryFolder()
      do {
        let writer = try ArchiveWriter.open(at: folder.archive)
        try writer.setState(.hosts, to: old)
      }
      let system = FaultySystem(fault(strike), at: moment)
      var isReported = false
      var opened: ArchiveWriter?
      do {
        opened = try ArchiveWriter.open(at: folder.archive, calls: system.calls)
        try opened?.setState(.hosts, to: new)
        isReported = true
      } catch {}
      // A run that has died closes nothing in good order.
      if strike.cutsPower { system.cutPower() }
      opened?.close()
      let found = try Archive.open(at: folder.archive).state(.hosts)
      #expect(isReported ? found == new : found == old || found == new, "\(strike) at call \(moment)")
      #expect(try Archive.open(at: folder.archive).verify { _, _ in }.findings.allSatisfy { $0.severity == .note })
      if !system.hasStruck { break }
      moment += 1
    }
    #expect(moment > 8)
  }

  @Test("What is no file is an error that says so")
  func folder() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    mkdir("\(folder.archive)/state/hosts.jsonl", 0o777)
    let error = try #require(throws: ArchiveError.self) { try writer.archive.state(.hosts) }
    #expect(error.code == .damaged)
  }

  private func fault(_ strike: CrashTests.Strike) -> FaultySystem.Fault {
    switch strike {
    case .killedBefore, .powerCutBefore: .crashBefore
    case .killedAfter, .powerCutAfter: .crashAfter
    case .diskFull: .failure(ENOSPC)
    case .diskError, .powerCutAfterError: .failure(EIO)
    }
  }
}
