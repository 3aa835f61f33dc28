import Glibc
import StetArchive
import StetModel
import Testing

/// What happens when system calls fail, and when the process or the machine dies at any of them.
@Suite struct CrashTests {
  enum Strike: String, CaseIterable {
    case killedBefore, killedAfter, powerCutBefore, powerCutAfter, diskFull, diskError
    /// A call fails, the run goes on to its end, and then the power is cut.
    case powerCutAfterError

    var cutsPower: Bool { [.powerCutBefore, .powerCutAfter, .powerCutAfterError].contains(self) }
  }

  /// A visit that was reported, and what it stored.
  private struct Reported {
    var visits: [(page: String, visit: Visit)] = []
    var texts: [(page: String, version: Int, text: String)] = []
  }

  @Test(
    "Whatever call is the last, all that was reported is whole, verify finds nothing, and the next run carries on",
    arguments: Strike.allCases)
  func everyCall(strike: Strike) throws {
    let moments = try strikeEverywhere(strike) { folder, system, reported in
      run(folder, system, &reported).map { "\($0)" }
    }
    // The scenario is a long one: when it shrinks to nothing, this test proves nothing.
    #expect(moments > 60)
  }

  @Test(
    "Whatever call of a group is the last, all of it that was reported is whole, and the next run carries on",
    arguments: Strike.allCases)
  func everyCallOfGroup(strike: Strike) throws {
    let moments = try strikeEverywhere(strike) { folder, system, reported in
      runGroups(folder, system, &reported) ? "a visit has failed" : nil
    } afterStrike: { moment, reported in
      // All but what the one call was for: a WARC file holds the responses of three.
      if strike == .diskFull || strike == .diskError, moment > 20 { #expect(reported.visits.count >= 3) }
    }
    #expect(moments > 90)
  }

  /// Runs a scenario on a copy of one archive again and again, struck at each of its system calls in turn, and checks what
  /// is left.
  /// - Parameter scenario: what failed; nil when nothing did.
  /// - Returns: how many runs it took until no call was struck any more.
  private func strikeEverywhere(
    _ strike: Strike, scenario: (String, FaultySystem, inout Reported) -> String?,
    afterStrike: (Int, Reported) -> Void = { _, _ in }
  ) throws -> Int {
    let base = try TemporaryFolder()
    do {
      let writer = try ArchiveWriter.open(at: base.archive, calls: FaultySystem(.none).calls)
      _ = try writer.record(capture(film, says: "It begins.", at: day(1)))
    }
    var moment = 1
    while true {
      let folder = try TemporaryFolder()
      try copyTree(base.archive, to: folder.archive)
      let system = FaultySystem(fault(strike), at: moment)
      var reported = Reported()
      reported.texts.append((film, 1, "It begins."))
      let failure = scenario(folder.archive, system, &reported)
      if strike.cutsPower, failure != nil { system.cutPower() }
      try check(folder.archive, reported, "\(strike) at call \(moment): \(failure ?? "no failure")")
      if !system.hasStruck { return moment }
      afterStrike(moment, reported)
      moment += 1
    }
  }

  @Test("A new archive can be cut short at any call, and the next run creates it whole", arguments: Strike.allCases)
  func everyCallOfCreation(strike: Strike) throws {
    var moment = 1
    while true {
      let folder = try TemporaryFolder()
      let system = FaultySystem(fault(strike), at: moment)
      var reported = Reported()
      do {
        let writer = try ArchiveWriter.open(at: folder.archive, calls: system.calls)
        reported.visits.append((film, try writer.record(capture(film, says: "First.", at: day(1)))))
        reported.texts.append((film, 1, "First."))
      } catch {
        if strike.cutsPower { system.cutPower() }
      }
      let writer = try ArchiveWriter.open(at: folder.archive, calls: FaultySystem(.none).calls)
      _ = try writer.record(capture(film, says: "Second.", at: day(2)))
      writer.close()
      try check(folder.archive, reported, "\(strike) at call \(moment)")
      if !system.hasStruck { break }
      moment += 1
    }
    #expect(moment > 20)
  }

  @Test("A visit log that has to be made anew keeps its name when the power is cut after the visit was reported")
  func newLog() throws {
    let folder = try TemporaryFolder()
    let first = try ArchiveWriter.open(at: folder.archive)
    _ = try first.record(capture(film, says: "One.", at: day(1)))
    let page = try first.archive.find(film)
    first.close()
    #expect(unlinkFile("\(folder.archive)/\(page.folder)/visits.jsonl"))
    let system = FaultySystem(.none)
    let writer = try ArchiveWriter.open(at: folder.archive, calls: system.calls)
    _ = try writer.recordAbsence(address(film), status: 404, at: day(2))
    system.cutPower()
    #expect(try writer.archive.visits(of: page).map(\.outcome) == [.new, .absent])
  }

  @Test("A full disk is an error that says so, with the remedy")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    try ArchiveWriter.open(at: folder.archive).close()
    let counting = FaultySystem(.none)
    let counted = try ArchiveWriter.open(at: folder.archive, calls: counting.calls)
    // Opening makes the same calls each time: the next one is the first of the snapshot's.
    let moment = counting.callCount + 1
    counted.close()
    let writer = try ArchiveWriter.open(at: folder.archive, calls: FaultySystem(.failure(ENOSPC), at: moment).calls)
    let error = try archiveError { _ = try writer.record(capture(film, says: "New.", at: day(1))) }
    #expect(error.code == .noSpace)
    #expect(error.cause == ENOSPC)
    #expect(
      error.message == "Cannot store a snapshot in '\(folder.archive)': no space is left on the disk. "
        + "Free some space, then run again.")
  }

  @Test("A read-only file system and missing permission are told apart from a broken disk")
  func readOnly() throws {
    for (number, code) in [(EROFS, ArchiveError.Code.cannotWrite), (EACCES, .cannotWrite), (EIO, .inputOutput)] {
      let folder = try TemporaryFolder()
      let error = try archiveError {
        _ = try ArchiveWriter.open(at: folder.archive, calls: FaultySystem(.failure(number), at: 1).calls)
      }
      #expect(error.code == code)
      #expect(error.subject == folder.archive)
    }
  }

  @Test("A file system without hard links still never replaces a version")
  func withoutHardLinks() throws {
    let folder = try TemporaryFolder()
    var calls = FileSystemCalls.system
    calls.link = { (_, _) throws(SystemCallError) in throw SystemCallError(call: "link", number: EPERM) }
    let writer = try ArchiveWriter.open(at: folder.archive, calls: calls)
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    _ = try writer.record(capture(film, says: "Two.", at: day(2)))
    #expect(try writer.archive.text(1, of: film) == "One.")
    #expect(try writer.archive.text(2, of: film) == "Two.")
    #expect(try writer.archive.report().findings.isEmpty)
  }

  private func fault(_ strike: Strike) -> FaultySystem.Fault {
    switch strike {
    case .killedBefore, .powerCutBefore: .crashBefore
    case .killedAfter, .powerCutAfter: .crashAfter
    case .diskFull: .failure(ENOSPC)
    case .diskError, .powerCutAfterError: .failure(EIO)
    }
  }

  /// One run with every kind of change; goes on after an error, as a run over many pages does.
  private func run(_ path: String, _ system: FaultySystem, _ reported: inout Reported) -> ArchiveError? {
    let book = "http://reviews.example/book"
    var failure: ArchiveError?
    do throws(ArchiveError) {
      let writer = try ArchiveWriter.open(at: path, calls: system.calls)
      let steps: [(page: String, text: String?, step: () throws -> Visit?)] = [
        (film, "It goes on.", { try writer.record(capture(film, says: "It goes on.", at: day(2))) }),
        (film, nil, { try writer.record(capture(film, says: "It goes on.", at: day(3))) }),
        (
          film, nil,
          { try writer.quarantine(capture(film, says: "Cookies?", at: day(4)), reason: "consent", body: [65]) }
        ),
        (book, "A book.", { try writer.record(capture(book, says: "A book.", at: day(4))) }),
        (film, nil, { try writer.recordAbsence(address(film), status: 404, at: day(5)) }),
        (film, nil, { try writer.recordAbsence(address(film), status: 404, at: day(6)) }),
        (film, nil, { try writer.recordAbsence(address(film), status: 410, at: day(8)) }),
      ]
      for (page, text, step) in steps {
        do {
          guard let visit = try step() else { continue }
          reported.visits.append((page, visit))
          if let text, let version = visit.version { reported.texts.append((page, version, text)) }
        } catch let error as ArchiveError {
          failure = error
        } catch {
          Issue.record("not an ArchiveError: \(error)")
        }
      }
      writer.close()
    } catch {
      failure = error
    }
    return failure
  }

  /// Two groups, in which one page comes twice; true when something failed.
  private func runGroups(_ path: String, _ system: FaultySystem, _ reported: inout Reported) -> Bool {
    let (book, song) = ("http://reviews.example/book", "http://music.example/song")
    var hasFailed = false
    do {
      let writer = try ArchiveWriter.open(at: path, calls: system.calls)
      let groups: [[(page: String, text: String?, Observation)]] = [
        [
          (film, "It goes on.", .seen(try evidenced(film, says: "It goes on.", at: day(2)))),
          (book, "A book.", .seen(try evidenced(book, says: "A book.", at: day(2)))),
          (song, "A song.", .seen(try evidenced(song, says: "A song.", at: day(2)))),
          (film, nil, .setAside(try evidenced(film, says: "Cookies?", at: day(3)), reason: "consent", body: [65])),
        ],
        [
          (film, "It ends.", .seen(try evidenced(film, says: "It ends.", at: day(4)))),
          (book, nil, .seen(try evidenced(book, says: "A book.", at: day(4)))),
          (
            song, nil,
            .absent(
              try key(song), status: 404, at: day(4), extractor: nil,
              exchanges: [try exchange(song, says: "?", at: day(4), status: 404)])
          ),
        ],
      ]
      for group in groups {
        for (step, result) in zip(group, writer.record(group.map(\.2))) {
          do throws(ArchiveError) {
            let visit = try result.get()
            reported.visits.append((step.page, visit))
            if let text = step.text, let version = visit.version { reported.texts.append((step.page, version, text)) }
          } catch {
            hasFailed = true
          }
        }
      }
      writer.close()
    } catch {
      hasFailed = true
    }
    return hasFailed
  }

  private func check(_ path: String, _ reported: Reported, _ what: Comment) throws {
    let archive = try Archive.open(at: path)
    try checkReported(archive, reported, what)
    #expect(try archive.report().findings.filter { $0.severity == .finding } == [], what)

    let writer = try ArchiveWriter.open(at: path, calls: FaultySystem(.none).calls)
    let next = try writer.record(capture(film, says: "The next run.", at: day(20)))
    #expect(next.outcome == .changed, what)
    #expect(try archive.text(#require(next.version), of: film) == "The next run.", what)
    writer.close()
    try checkReported(archive, reported, what)
    // Every leftover is cleared, not only that of the page which was written.
    #expect(try archive.report().findings == [], what)
  }

  private func checkReported(_ archive: Archive, _ reported: Reported, _ what: Comment) throws {
    for (page, version, text) in reported.texts { #expect(try archive.text(version, of: page) == text, what) }
    for (page, visit) in reported.visits {
      #expect(try archive.visits(of: archive.find(page)).contains(visit), what)
      if visit.record != nil { #expect(try archive.response(of: visit) != nil, what) }
    }
  }
}
