import Glibc
import StetModel
import StetTestSupport
import Synchronization
import Testing

/// kill -9 at random moments, again and again, on one archive.
///
/// The moments hang on how far the run has come, not on the clock alone: so the kills fall in the middle of it on every
/// machine and in every build.
@Suite struct KillTests {
  private let work: Workplace

  init() throws { work = try Workplace() }

  /// STET_KILLS=500 for the long run.
  private static let kills = getenv("STET_KILLS").flatMap { Int(String(cString: $0)) } ?? 25

  private static let pagesPerRound = 12

  /// How far a run has come, and the gate that keeps it from its end.
  private final class Progress: Sendable {
    private let answered = Atomic(0)
    let gate = Gate()

    /// One more page is asked for; all but the last one are answered at once.
    func next() {
      if answered.add(1, ordering: .acquiringAndReleasing).newValue == KillTests.pagesPerRound { gate.pass() }
    }

    /// Waits until so many pages have been asked for; false when that takes over half a minute.
    func reaches(_ count: Int) -> Bool {
      for _ in 0..<300_000 {
        if answered.load(ordering: .acquiring) >= count { return true }
        usleep(100)
      }
      return false
    }
  }

  /// Digests of all snapshots that stand in the archive.
  private func stored() throws -> Set<String> {
    let list = try work.shell("cat Archive/pages/*/*/[0-9]*.json 2>/dev/null | grep -a '^  \"digest\": '")
    return Set(
      list.output.split(separator: "\n").compactMap { $0.split(separator: "\"").dropFirst(3).first.map(String.init) })
  }

  @Test(
    "kill -9 at any moment: nothing reported is lost, nothing torn is taken for whole, and nobody has to mend anything")
  func killed() throws {
    var random = SeededGenerator(seed: UInt64(Self.kills))
    var reported: [String: String] = [:]
    for round in 0..<Self.kills {
      let progress = Progress()
      let urls = (0..<Self.pagesPerRound).map { index in
        var page = ReviewPage()
        page.title = "Film \(index)"
        // Half of the pages change from round to round.
        if index.isMultiple(of: 2) { page.title += ", take \(round)" }
        let html = page.html
        work.server.on("/\(index)") { _ in
          progress.next()
          return .page(text: html)
        }
        return work.server.address("/\(index)")
      }
      let run = try RunningProcess(
        try #require(StetBinary.path), ["archive", "--json", "--delay", "0"] + urls, environment: Workplace.environment,
        workingDirectory: work.folder.path)
      let asked = Int.random(in: 0...Self.pagesPerRound, using: &random)
      try #require(progress.reaches(asked), "round \(round) does not come to its page \(asked)")
      // After the last page has been asked for, the run is let go: the kill then falls into its end, or just after it.
      if asked == Self.pagesPerRound { progress.gate.open() }
      if random.chance(75) { usleep(UInt32.random(in: 0...5000, using: &random)) }
      run.kill()
      progress.gate.open()
      let outcome = run.wait()
      #expect(outcome.ending == .signalled(SIGKILL) || asked == Self.pagesPerRound, "round \(round)")
      // The last line may be cut off.
      let whole = outcome.standardOutput.prefix((outcome.standardOutput.lastIndex(of: 10) ?? -1) + 1)
      for line in whole.split(separator: 10) {
        let json = try JSONParser.parse(Array(line))
        guard let digest = json["digest"]?.string else { continue }
        reported[digest] = "\(json["page"]?.string ?? "") \(json["version"]?.integer ?? 0), round \(round)"
      }
      let verify = try work.stet("verify", "--json")
      #expect([0, 66].contains(verify.exitCode), "round \(round): \(verify.output)")
    }
    #expect(!reported.isEmpty)
    let stored = try stored()
    for (digest, what) in reported { #expect(stored.contains(digest), "\(what) is lost") }
    let last = try work.stet("archive", "--json", "--delay", "0", work.server.address("/1"))
    #expect(last.exitCode == 0, "\(last.errorOutput)")
    let verify = try work.stet("verify", "--json")
    #expect(verify.exitCode == 0)
    #expect(try verify.json()["findings"]?.array?.isEmpty == true, "\(verify.output)")
  }

  @Test(
    "kill -9 during a run costs the pages in flight and nothing else: what was reported stays, the rest is fetched by the next run"
  )
  func killedRuns() throws {
    var random = SeededGenerator(seed: UInt64(Self.kills))
    let hosts = try (0..<3).map { try ScriptedServer(.host(0x4000 + UInt16($0))) }
    var sites = [[String]](repeating: [], count: hosts.count)
    var reported: [String: Int] = [:]
    var kills = 0
    for round in 0..<Self.kills {
      let progress = Progress()
      for index in 0..<Self.pagesPerRound {
        let (host, path) = (index % hosts.count, "/\(round)-\(index)")
        let html = ReviewPage(title: "Film \(round)-\(index)").html
        hosts[host].on(path) { _ in
          progress.next()
          return .page(text: html)
        }
        sites[host].append(hosts[host].address(path))
      }
      try work.folder.write(
        "stet.yaml", "sites:\n" + sites.map { "  - pages: [\($0.joined(separator: ", "))]\n    delay: 0\n" }.joined())
      let run = try work.start("run", "--json")
      let asked = Int.random(in: 0...Self.pagesPerRound, using: &random)
      try #require(progress.reaches(asked), "round \(round) does not come to its page \(asked)")
      if asked == Self.pagesPerRound { progress.gate.open() }
      if random.chance(75) { usleep(UInt32.random(in: 0...5000, using: &random)) }
      run.kill()
      progress.gate.open()
      let outcome = run.wait()
      if outcome.ending == .signalled(SIGKILL) { kills += 1 }
      #expect(
        outcome.ending == .signalled(SIGKILL) || asked == Self.pagesPerRound, "\(outcome.ending) \(outcome.errorOutput)"
      )
      let whole = outcome.standardOutput.prefix((outcome.standardOutput.lastIndex(of: 10) ?? -1) + 1)
      for line in whole.split(separator: 10) {
        let json = try JSONParser.parse(Array(line))
        // What was stored, but not reported any more, is found unchanged.
        #expect(["new", "unchanged"].contains(json["outcome"]?.string), "\(json)")
        reported[json["page"]?.string ?? "", default: 0] += 1
      }
    }
    let last = try work.stet("run", "--json")
    #expect(last.exitCode == 0, "\(last.errorOutput)")
    for line in try last.jsonLines() { reported[line["page"]?.string ?? "", default: 0] += 1 }
    let listed = try work.stet("list", "--json")
    let pages = Self.kills * Self.pagesPerRound
    #expect(try listed.json().array?.count == pages)
    #expect(reported.values.allSatisfy { $0 == 1 }, "\(reported.filter { $0.value != 1 })")
    // Each host has one page at a time on its way.
    let requests = hosts.flatMap(\.requests).filter { $0.path != "/robots.txt" }
    #expect(requests.count <= pages + kills * hosts.count, "\(requests.count) requests, \(pages) pages, \(kills) kills")
    let verify = try work.stet("verify", "--json")
    #expect(verify.exitCode == 0, "\(verify.output)")
    #expect(try verify.json()["findings"]?.array?.isEmpty == true)
  }
}
