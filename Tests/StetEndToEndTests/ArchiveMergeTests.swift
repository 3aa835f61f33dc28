import Glibc
import StetModel
import StetTestSupport
import Testing

@Suite struct ArchiveMergeTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  /// A page about a film, in one of its takes.
  private func serve(_ path: String, take: Int) {
    var page = ReviewPage()
    page.title += ", take \(take)"
    let html = page.html
    work.server.on(path) { _ in .page(text: html) }
  }

  private func archive(_ folder: String, _ paths: String...) throws {
    for path in paths {
      let outcome = try work.stet("--archive", folder, "archive", "--delay", "0", work.server.address(path))
      #expect(outcome.exitCode == 0, "\(outcome.errorOutput)")
    }
  }

  private func sums(_ folder: String) throws -> String {
    try work.shell("cd \(folder) && find pages quarantine warc -type f 2>/dev/null | sort | xargs sha256sum").output
  }

  @Test("Two archives become one: every page and date, OTHER untouched, verify whole, and again changes nothing")
  func story() throws {
    serve("/film", take: 1)
    serve("/book", take: 1)
    try archive("Here", "/film")
    serve("/film", take: 2)
    try archive("There", "/film", "/book")
    let there = try sums("There")
    let plan = try work.stet("--archive", "Here", "archive-merge", "There", "--dry-run", "--json").jsonLines()
    #expect(Set(plan.compactMap { $0["outcome"]?.string }) == ["new", "merged"])
    let before = try sums("Here")
    let done = try work.stet("--archive", "Here", "archive-merge", "There")
    #expect(done.exitCode == 0, "\(done.errorOutput)")
    #expect(done.output.contains("merged    1 version, 1 visit  "))
    #expect(done.output.contains("new       1 version, 1 visit  "))
    #expect(done.errorOutput.contains("1 page new, 1 merged, 0 known already; 2 versions, 2 visits, 2 responses"))
    #expect(try sums("There") == there)
    let after = try sums("Here")
    #expect(after != before)
    #expect(try work.stet("--archive", "Here", "verify").exitCode == 0)
    #expect(try work.stet("--archive", "Here", "show", "film@2").output.contains("take 2"))
    #expect(try work.stet("--archive", "Here", "search", "take").output.contains("book"))
    let again = try work.stet("--archive", "Here", "archive-merge", "There")
    #expect(again.exitCode == 0)
    #expect(again.output.isEmpty)
    #expect(try sums("Here") == after)
    // The recipe of the format document: the line, but for its check, as it stands there.
    let recipe =
      "jq -cS 'select(.merged) | .merged as $m | del(.merged, .check) * $m.was | with_entries(select(.value != null))'"
    guard try work.shell("command -v jq").exitCode == 0 else { return }
    let own = try work.shell("cat Here/pages/*/film*/visits.jsonl | \(recipe)").output
    #expect(try own == work.shell("cat There/pages/*/film*/visits.jsonl | jq -cS 'del(.check)'").output)
    #expect(own.hasPrefix("{"))
  }

  @Test(
    "What is broken there is told with exit code 3; nothing at all, the archive itself, and no archive have their own")
  func broken() throws {
    serve("/film", take: 1)
    serve("/book", take: 1)
    try archive("There", "/film", "/book")
    _ = try work.shell("sed -i 's/take 1/take 9/' There/pages/*/film*/1.json")
    let some = try work.stet("--archive", "Here", "archive-merge", "There", "--json")
    #expect(some.exitCode == 3, "\(some.errorOutput)")
    #expect(some.errorOutput.contains("is not taken over"))
    #expect(try some.jsonLines().compactMap { $0["outcome"]?.string }.sorted() == ["new", "refused"])
    #expect(try work.stet("--archive", "Here", "verify").exitCode == 0)
    let itself = try work.stet("--archive", "Here", "archive-merge", "./Here/")
    #expect(itself.exitCode == 64)
    #expect(itself.saysOneLine)
    #expect(try work.stet("--archive", "Here", "archive-merge", "Nowhere").exitCode == 66)
    #expect(try work.stet("--archive", "Nowhere", "archive-merge", "Here", "--dry-run").exitCode == 66)
    #expect(try work.stet("archive-merge").exitCode == 64)
    let locked = try work.shell(
      "exec 9<>There/state/lock; flock -x 9; \"$STET\" --archive Here archive-merge There 9>&-")
    #expect(locked.exitCode == 75, "\(locked.errorOutput)")
  }

  @Test("kill -9 at any moment of a merge: verify finds nothing, and the same again takes over the rest")
  func killed() throws {
    var random = SeededGenerator(seed: 41)
    let paths = (0..<12).map { "/\($0)" }
    for path in paths { serve(path, take: 1) }
    let urls = paths.map { work.server.address($0) }
    func run(_ folder: String) throws {
      let arguments = ["--archive", folder, "archive", "--delay", "0"] + urls
      let outcome = try StetBinary.run(
        arguments, environment: Workplace.environment, stdin: [], workingDirectory: work.folder.path)
      #expect(outcome.exitCode == 0, "\(outcome.errorOutput)")
    }
    try run("There")
    for path in paths.prefix(6) { serve(path, take: 2) }
    try run("Start")
    // An index would remember what is taken away here, and verify would miss it.
    _ = try work.shell(
      "for p in Start/pages/*/[6-9]* Start/pages/*/1[01]*; do rm -r \"$p\"; done; rm -f Start/index.sqlite*")
    for path in paths { serve(path, take: 3) }
    try run("There")
    var killed = 0
    for round in 0..<12 {
      _ = try work.shell("rm -rf Here; cp -r Start Here")
      let merge = try work.start("--archive", "Here", "archive-merge", "There")
      // The moment hangs on how far the merge is, not on the clock: on any machine most are struck in the middle.
      let pages = Int.random(in: 5...11, using: &random)
      for _ in 0..<4_000 {
        let done = work.folder.files().count { $0.hasPrefix("Here/pages/") && $0.hasSuffix("visits.jsonl") }
        if done > pages { break }
        usleep(500)
      }
      usleep(UInt32.random(in: 0...5_000, using: &random))
      merge.kill()
      if merge.wait().ending == .signalled(SIGKILL) { killed += 1 }
      let verify = try work.stet("--archive", "Here", "verify", "--json")
      #expect(verify.exitCode == 0, "round \(round): \(verify.output)")
      let again = try work.stet("--archive", "Here", "archive-merge", "There")
      #expect(again.exitCode == 0, "round \(round): \(again.errorOutput)")
      #expect(try work.stet("--archive", "Here", "verify").exitCode == 0, "round \(round)")
      let last = try work.stet("--archive", "Here", "archive-merge", "There")
      #expect(last.errorOutput.contains("0 pages new, 0 merged, 12 known already"), "\(last.errorOutput)")
      let count = "cat Here/pages/*/*/[0-9]*.json | grep -c '\"format\"'"
      #expect(try work.shell(count).output == "30\n", "round \(round)")
    }
    #expect(killed > 3)
  }
}
