import Glibc
import StetModel
import StetTestSupport
import Testing

/// The ends of `stet run` that are not of its own choosing.
@Suite struct RunStopTests {
  private let work: Workplace

  init() throws { work = try Workplace() }

  /// A server with pages, the first of which comes when the gate opens.
  private func server(_ host: UInt16, pages: Int, gate: Gate) throws -> ScriptedServer {
    let server = try ScriptedServer(.host(host))
    for index in 2...max(2, pages) { server.on("/\(index)", .page(text: ReviewPage(title: "Film \(index)").html)) }
    let text = ReviewPage(title: "Film 1").html
    server.on("/1") { _ in
      gate.pass()
      return .page(text: text)
    }
    return server
  }

  private func site(_ server: ScriptedServer, _ pages: ClosedRange<Int>, _ more: String) -> String {
    "  - pages: [\(pages.map { server.address("/\($0)") }.joined(separator: ", "))]\n    robots: ignore\n\(more)"
  }

  /// Waits until a page is asked for.
  private func isAsked(_ path: String, _ server: ScriptedServer) -> Bool {
    for _ in 0..<3000 {
      if server.requests.contains(where: { $0.path == path }) { return true }
      usleep(10_000)
    }
    return false
  }

  private func report() throws -> JSONValue {
    let name = try #require(work.folder.files().last { $0.hasPrefix("Archive/state/runs/") })
    return try JSONParser.parse(try work.folder.read(name))
  }

  @Test(
    "SIGINT and SIGTERM finish the pages in hand, store them and give the lock back: 130 and 143; who waits for a pause is not waited for, and stays due",
    arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func signals(signal: Int32, exit: Int32) throws {
    let gate = Gate()
    let (slow, paused) = (try server(0x4000, pages: 9, gate: gate), try server(0x4001, pages: 3, gate: gate))
    try work.folder.write(
      "stet.yaml", "sites:\n" + site(slow, 1...9, "    delay: 0.1\n") + site(paused, 2...3, "    delay: 9s\n"))
    let run = try work.start("run", "--json")
    try #require(isAsked("/1", slow) && run.waitForOutput { $0.contains(paused.address("/2")) })
    // Its next page is on its way to the pause.
    usleep(300_000)
    run.send(signal: signal)
    usleep(300_000)
    gate.open()
    let outcome = run.wait()
    #expect(outcome.exitCode == exit, "\(outcome.errorOutput)")
    #expect(
      try Set(outcome.jsonLines().compactMap { $0["page"]?.string }) == [slow.address("/1"), paused.address("/2")])
    #expect((slow.requests + paused.requests).map(\.path).sorted() == ["/1", "/2"])
    #expect(try report()["stopped"] == "signal")
    #expect(try work.folder.read("Archive/state/lock").isEmpty)
    #expect(try work.stet("verify").exitCode == 0)
    let rest = try work.stet("run", "--json", "--only", slow.origin.replacing("http://", with: ""))
    #expect(rest.exitCode == 0, "\(rest.errorOutput)")
    #expect(try rest.jsonLines().map { $0["outcome"] } == Array(repeating: "new", count: 8))
    #expect(Set(slow.requests.map(\.path)).count == slow.requests.count)
  }

  @Test("After --deadline no page is begun; the one in hand is stored, the others stay due, and that is no failure")
  func deadline() throws {
    let gate = Gate()
    let server = try server(0x4010, pages: 4, gate: gate)
    try work.folder.write("stet.yaml", "sites:\n" + site(server, 1...4, "    delay: 0\n"))
    let run = try work.start("run", "--json", "--deadline", "1s")
    try #require(isAsked("/1", server))
    usleep(1_600_000)
    gate.open()
    let first = run.wait()
    #expect(first.exitCode == 0, "\(first.errorOutput)")
    #expect(try first.jsonLines().map { $0["page"]?.string } == [server.address("/1")])
    #expect(server.requests.map(\.path) == ["/1"])
    #expect(try report()["stopped"] == "deadline")
    #expect(try report()["sites"]?.array?.first?["waiting"] == 3)
    let second = try work.stet("run", "--json", "--deadline", "1m")
    #expect(try second.jsonLines().count == 3)
    #expect(server.requests.map(\.path).sorted() == ["/1", "/2", "/3", "/4"])
  }

  @Test("A page that would have to wait for its host's pause beyond the deadline is not waited for")
  func pauseBeyondDeadline() throws {
    let server = try server(0x4020, pages: 3, gate: Gate())
    try work.folder.write("stet.yaml", "sites:\n" + site(server, 2...3, "    delay: 1h\n"))
    let run = try work.stet("run", "--json", "--deadline", "10m")
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(try run.jsonLines().count == 1)
    #expect(try report()["sites"]?.array?.first?["skipped"]?["the time was over"] == 1)
  }

  @Test(
    "A second run ends with 75 and one line that names the holder and its age, also after --wait; SIGTERM ends the wait, and a wait that is long enough does the work"
  )
  func lock() throws {
    let gate = Gate()
    let server = try server(0x4030, pages: 1, gate: gate)
    try work.folder.write("stet.yaml", "sites:\n" + site(server, 1...1, "    delay: 0\n"))
    let first = try work.start("run")
    try #require(isAsked("/1", server))
    for second in [try work.stet("run"), try work.stet("run", "--wait", "0.5")] {
      #expect(second.exitCode == 75)
      #expect(second.saysOneLine)
      #expect(second.errorOutput.contains("another stet run (pid \(first.processID) on "), "\(second.errorOutput)")
      #expect(second.errorOutput.contains("Z, 0 min ago)"), "\(second.errorOutput)")
    }
    let waiting = try work.start("run", "--wait", "60s")
    usleep(400_000)
    waiting.send(signal: SIGTERM)
    #expect(waiting.wait().exitCode == 143)
    let third = try work.start("run", "--wait", "60s", "--json")
    usleep(300_000)
    first.kill()
    _ = first.wait()
    gate.open()
    let outcome = third.wait()
    #expect(outcome.exitCode == 0, "\(outcome.errorOutput)")
    #expect(try outcome.jsonLines().map { $0["outcome"] } == ["new"])
  }

  @Test("A signal while readers are told ends what takes long; the notice stays, and the next run delivers it")
  func signalWhileTelling() throws {
    let server = try server(0x4040, pages: 2, gate: Gate())
    try work.folder.write(
      "stet.yaml",
      "sites:\n" + site(server, 2...2, "    delay: 0\n")
        + "notify: { command: \"touch began; test -f ready || sleep 50; cat > notice.json\" }\n")
    let run = try work.start("run")
    for _ in 0..<3000 where !work.folder.files().contains("began") { usleep(10_000) }
    run.send(signal: SIGTERM)
    let outcome = run.wait(timeout: .seconds(30))
    #expect(outcome.exitCode == 143, "\(outcome.ending)")
    #expect(outcome.errorOutput == "")
    #expect(!work.folder.files().contains("notice.json"))
    try work.folder.write("ready", "")
    #expect(try work.stet("run").exitCode == 0)
    #expect(try JSONParser.parse(try work.folder.read("notice.json"))["pages"]?.array?.count == 1)
  }
}
