import StetTestSupport
import Testing

@testable import StetDiff

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff.between(old, new, names: ("a/film.md", "b/film.md"))
  }

  @Test("The same text has no diff")
  func same() { #expect(diff("a\nb\n", "a\nb\n").isEmpty) }

  @Test("A changed line stands between three lines of context")
  func context() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
        --- a/film.md
        +++ b/film.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test("Changes near each other are one hunk, far ones two; an empty side counts from the line before")
  func hunks() {
    let lines = (1...30).map { "\($0)\n" }
    var near = lines
    near[10] = "x\n"
    near[15] = "y\n"
    #expect(diff(lines.joined(), near.joined()).split(separator: "\n").count { $0.hasPrefix("@@") } == 1)
    near[15] = "16\n"
    near[20] = "y\n"
    #expect(diff(lines.joined(), near.joined()).split(separator: "\n").count { $0.hasPrefix("@@") } == 2)
    #expect(diff("", "a\n").contains("@@ -0,0 +1 @@\n+a\n"))
    #expect(diff("a\n", "").contains("@@ -1 +0,0 @@\n-a\n"))
  }

  @Test("A last line without its line feed is marked")
  func lastLine() {
    #expect(diff("a", "a\n").hasSuffix("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"))
  }

  @Test("patch(1) makes the new text of the old one", arguments: 0..<60)
  func patched(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func text() -> [String] {
      (0..<Int.random(in: 0...40, using: &random)).map { _ in random.pick(["a", "b", "c", "", "d e"]) }
    }
    let old = text()
    var new = old
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let place = Int.random(in: 0...new.count, using: &random)
      if random.chance(50) || place == new.count {
        new.insert(random.pick(["x", "y", "a"]), at: place)
      } else {
        new.remove(at: place)
      }
    }
    let folder = try TemporaryDirectory()
    func joined(_ lines: [String]) -> String {
      lines.joined(separator: "\n") + (random.chance(70) && !lines.isEmpty ? "\n" : "")
    }
    let (before, after) = (joined(old), joined(new))
    _ = try folder.write("film.md", before)
    _ = try folder.write("film.diff", diff(before, after))
    let outcome = try ProcessRun.run(
      "/bin/sh", ["-c", "test -s film.diff || exit 0; patch -s -o out.md film.md film.diff"],
      workingDirectory: folder.path)
    #expect(outcome.exitCode == 0, "\(outcome.errorOutput)")
    let result = before == after ? before : try folder.text("out.md")
    #expect(result == after)
  }
}
