import Glibc
import StetModel
import StetTestSupport
import Testing

/// Whatever happens in the middle: what was reported is there, and the next run goes on.
@Suite struct DurabilityTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  private func serve(_ count: Int, behind gate: Gate? = nil) -> [String] {
    (0..<count).map { index in
      var page = ReviewPage()
      page.title = "Film \(index)"
      let html = page.html
      work.server.on("/\(index)") { _ in
        gate?.pass()
        return .page(text: html)
      }
      return work.server.address("/\(index)")
    }
  }

  /// Waits, bounded, until something is so.
  private func wait(until isSo: () -> Bool) {
    let end = ContinuousClock.now + .seconds(20)
    while !isSo(), ContinuousClock.now < end { usleep(5000) }
  }

  @Test("A second writer is told who holds the lock, exit 75, and the first one finishes")
  func lock() throws {
    let gate = Gate()
    let urls = serve(1, behind: gate)
    let first = try work.start("archive", urls[0])
    wait { !work.server.requests.isEmpty }
    let second = try work.stet("archive", urls[0])
    #expect(second.exitCode == 75)
    #expect(second.saysOneLine)
    #expect(second.errorOutput.contains("\(first.processID)"))
    gate.open()
    #expect(first.wait().exitCode == 0)
    #expect(try work.stet("archive", urls[0]).output.hasPrefix("unchanged"))
  }

  @Test(
    "kill -9 in the middle: all that was reported is whole, verify is clean, the next run goes on", arguments: 0..<3)
  func killed(after count: Int) throws {
    let urls = serve(30)
    let run = try RunningProcess(
      try #require(StetBinary.path), ["archive", "--json", "--delay", "0"] + urls, environment: Workplace.environment,
      workingDirectory: work.folder.path)
    wait { run.outputSoFar.split(separator: "\n").count > count * 5 }
    run.kill()
    let outcome = run.wait()
    #expect(outcome.ending == .signalled(SIGKILL))
    // The last line may be cut off.
    let whole = outcome.standardOutput.prefix(through: outcome.standardOutput.lastIndex(of: 10) ?? 0)
    let reported = try whole.split(separator: 10).map { try JSONParser.parse(Array($0)) }
    #expect(reported.count > count * 5)
    let verify = try work.stet("verify", "--json")
    #expect(verify.exitCode == 0, "\(verify.output)")
    for line in reported {
      let snapshot = try work.stet("show", "--json", try #require(line["page"]?.string)).json()
      #expect(snapshot["digest"] == line["digest"])
    }
    let rerun = try StetBinary.run(
      ["archive", "--json", "--delay", "0"] + urls, environment: Workplace.environment,
      workingDirectory: work.folder.path)
    #expect(rerun.exitCode == 0)
    let outcomes = try rerun.jsonLines().map { $0["outcome"]?.string }
    #expect(outcomes.count == 30)
    #expect(outcomes.count { $0 == "unchanged" } >= reported.count)
    #expect(try work.stet("verify", "--json").json()["snapshots"] == 30)
  }

  @Test("Ctrl-C and SIGTERM end a fetch that hangs at once; what was reported is stored", arguments: [SIGINT, SIGTERM])
  func stopped(signal: Int32) throws {
    let urls = serve(3)
    work.server.on("/1", .page(delay: .seconds(3600)))
    let run = try work.start("archive", "--json", "--delay", "0", urls[0], urls[1], urls[2])
    wait { work.server.requests.count == 2 }
    run.send(signal: signal)
    // Well before the 60 seconds after which a silent server is given up.
    let outcome = run.wait(timeout: .seconds(30))
    #expect(outcome.exitCode == 128 + signal)
    #expect(try outcome.jsonLines().map { $0["outcome"] } == ["new"])
    #expect(outcome.errorOutput.contains("2 of 3 pages were not visited"))
    #expect(try work.stet("verify").exitCode == 0)
  }

  @Test("A signal ends the pause between two requests")
  func stoppedInPause() throws {
    let urls = serve(2)
    let run = try work.start("archive", "--json", "--delay", "3600", urls[0], urls[1])
    wait { run.outputSoFar.contains("\n") }
    run.send(signal: SIGINT)
    #expect(run.wait(timeout: .seconds(30)).exitCode == 130)
  }

  @Test(
    "A full disk is exit 74 in one line; what was stored before is whole, and with room the run goes on",
    .enabled(if: PrivateMounts.wrapper != nil, "no private mounts here"))
  func fullDisk() throws {
    let urls = serve(40)
    let script = """
      mkdir disk && mount -t tmpfs -o size=200k tmpfs disk || exit 99
      "$STET" --archive disk/Archive archive --json --delay 0 $1 > out.jsonl 2> err.txt; echo "archive $?"
      "$STET" --archive disk/Archive verify > verify.txt; echo "verify $?"
      mount -o remount,size=4m disk
      "$STET" --archive disk/Archive archive --json --delay 0 $1 > again.jsonl; echo "again $?"
      "$STET" --archive disk/Archive verify; echo "verify $?"
      """
    let outcome = try work.shell(script, urls.joined(separator: " "), through: try #require(PrivateMounts.wrapper))
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "archive 74")
    #expect(lines.dropFirst().first == "verify 0")
    #expect(lines.contains("again 0"))
    #expect(lines.last == "verify 0")
    let errors = try work.folder.text("err.txt")
    #expect(errors.hasPrefix("stet: "))
    #expect(errors.split(separator: "\n").count == 1)
    let reported = try work.folder.text("out.jsonl").split(separator: "\n").count
    #expect(reported > 0)
    let again = try work.folder.text("again.jsonl")
    #expect(again.split(separator: "\n").count { $0.contains("\"unchanged\"") } >= reported)
  }

  @Test(
    "On a full disk verify tells all that it tells elsewhere; what has to write says that room is wanted",
    .enabled(if: PrivateMounts.wrapper != nil, "no private mounts here"))
  func verifyOnFullDisk() throws {
    let urls = serve(3)
    let script = """
      mkdir disk && mount -t tmpfs -o size=4m tmpfs disk || exit 99
      export TMPDIR=$PWD/disk
      "$STET" --archive disk/Archive archive --delay 0 $1 > /dev/null
      "$STET" --archive disk/Archive search film > /dev/null; echo "search $?"
      "$STET" --archive disk/Archive verify > before.txt; echo "verify $?"
      dd if=/dev/zero of=disk/fill bs=4k 2> /dev/null
      "$STET" --archive disk/Archive verify > full.txt; echo "verify $?"
      "$STET" --archive disk/Archive verify --repair > /dev/null; echo "repair $?"
      rm disk/Archive/pages/*/*/1.json
      "$STET" --archive disk/Archive verify > lost.txt; echo "verify $?"
      """
    let outcome = try work.shell(script, urls.joined(separator: " "), through: try #require(PrivateMounts.wrapper))
    #expect(outcome.output == "search 0\nverify 0\nverify 0\nrepair 74\nverify 1\n")
    #expect(outcome.errorOutput.contains("no space is left on the disk. Free some space, then run again."))
    #expect(try work.folder.text("full.txt") == work.folder.text("before.txt"))
    #expect(try !work.folder.text("full.txt").contains("note"))
    let lost = try work.folder.text("lost.txt").split(separator: "\n")
    #expect(
      lost.count { $0.hasPrefix("finding") && $0.hasSuffix("the file is missing, though the visit log names it") } == 3)
  }

  @Test(
    "A read-only archive is exit 74 in one line, and can be read",
    .enabled(if: PrivateMounts.wrapper != nil, "no private mounts here"))
  func readOnly() throws {
    let urls = serve(1)
    #expect(try work.stet("archive", urls[0]).exitCode == 0)
    let script = """
      mount --bind Archive Archive && mount -o remount,bind,ro Archive || exit 99
      "$STET" archive "$1"; echo "archive $?"
      "$STET" verify > verify.txt; echo "verify $?"
      """
    let outcome = try work.shell(script, urls[0], through: try #require(PrivateMounts.wrapper))
    #expect(outcome.output == "archive 74\nverify 0\n")
    #expect(outcome.saysOneLine, "\(outcome.errorOutput)")
  }

  @Test("A place where no archive can be made is one line that names it")
  func noPlace() throws {
    try work.folder.write("file", "x")
    let outcome = try work.stet("--archive", "file/Archive", "archive", serve(1)[0])
    #expect(outcome.exitCode == 66)
    #expect(outcome.saysOneLine)
    #expect(outcome.errorOutput.contains("file/Archive"))
  }
}
