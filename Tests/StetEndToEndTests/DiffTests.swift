import StetModel
import StetTestSupport
import Testing

/// `stet diff` in its forms, over an archive of two pages of which one changes.
@Suite struct DiffTests {
  private let work: Workplace

  init() throws {
    work = try Workplace()
    var page = ReviewPage()
    work.server.on("/film", .page(text: page.html))
    work.server.on("/other", .page(text: page.html))
    _ = try work.stet("archive", "--delay", "0", work.server.address("/film"), work.server.address("/other"))
    page.title = "The Tidewatchers, seen again"
    work.server.on("/film", .page(text: page.html))
    // Versions are told apart by the second of their capture.
    _ = try work.shell("sleep 1.1; \"$STET\" archive --delay 0 \"$1\"", work.server.address("/film"))
  }

  @Test("As a unified diff, patch(1) makes the new Markdown of the old one")
  func unified() throws {
    let outcome = try work.shell(
      """
      "$STET" show --format markdown /film@1 > old.md && "$STET" show --format markdown /film@2 > new.md
      "$STET" diff /film --format unified > change.diff; test $? = 1 || exit 9
      patch -s -o out.md old.md change.diff && cmp out.md new.md
      """)
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errorOutput)")
  }

  @Test("As a unified diff since a moment, a severity chooses the pages")
  func unifiedBySeverity() throws {
    let files = try work.shell("cat Archive/pages/*/film*/2.json | jq -r .captured")
    let captured = try #require(files.output.split(separator: "\n").first.map(String.init))
    let any = try work.stet("diff", "--since", captured, "--format", "unified", "--severity", "cosmetic")
    #expect(any.exitCode == 1)
    #expect(any.output.contains("+# The Tidewatchers, seen again"))
    let grave = try work.stet("diff", "--since", captured, "--format", "unified", "--severity", "retraction")
    #expect(grave.exitCode == 0)
    #expect(grave.output.isEmpty)
  }

  @Test("As a JSON Patch, the stored record has the one title replaced")
  func jsonPatch() throws {
    let diff = try work.stet("diff", "/film", "--format", "json-patch")
    #expect(diff.exitCode == 1)
    let operations = try diff.json().array ?? []
    #expect(operations.contains { $0["op"]?.string == "replace" && $0["path"]?.string == "/title" })
    #expect(try work.stet("diff", "/film", "1", "1", "--format", "json-patch").output == "[]\n")
  }

  @Test("Since a moment: the page that changed and none that did not; a page that is new since then is told as new")
  func since() throws {
    let files = try work.shell("cat Archive/pages/*/film*/2.json | jq -r .captured; date -u +%Y-%m-%dT%H:%M:%SZ")
    let captured = try #require(files.output.split(separator: "\n").first.map(String.init))
    let changed = try work.stet("diff", "--since", captured, "--json")
    #expect(changed.exitCode == 1)
    let pages = try changed.json().array ?? []
    #expect(pages.count == 1)
    #expect(pages.first?["page"]?.string?.hasSuffix("/film") == true)
    #expect(pages.first?["severity"]?.string != nil)
    let new = try work.stet("diff", "--since", "1d", "--stat")
    #expect(new.exitCode == 1)
    #expect(new.output.split(separator: "\n").count { $0.hasPrefix("new ") } == 2)
    let nothing = try work.stet("diff", "--since", "2999", "--stat")
    #expect(nothing.exitCode == 0)
    #expect(nothing.output.isEmpty)
  }

  @Test("As HTML and as a feed: whole documents")
  func documents() throws {
    let html = try work.stet("diff", "/film", "--format", "html").output
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.hasSuffix("</html>\n"))
    let feed = try work.stet("diff", "--since", "1d", "--format", "atom").output
    #expect(feed.hasPrefix("<?xml"))
    #expect(feed.hasSuffix("</feed>\n"))
    #expect(feed.split(separator: "<entry>").count == 3)
  }

  @Test("The log as numbers: a line for each version with how much its change matters")
  func log() throws {
    let lines = try work.stet("log", "/film", "--stat").output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("version 2"))
    #expect(lines[1].contains("title “"))
    let json = try work.stet("log", "/film", "--json").json()
    #expect(json["versions"]?.array?.last?["severity"]?.string != nil)
  }

  @Test("Below the severity that is asked for there is no difference")
  func severity() throws {
    #expect(try work.stet("diff", "/film", "--severity", "correction").exitCode == 1)
    let retraction = try work.stet("diff", "/film", "--severity", "retraction")
    #expect(retraction.exitCode == 0)
    #expect(retraction.output.contains("No difference."))
    let document = try work.stet("diff", "/film", "--severity", "retraction", "--json")
    #expect(try document.json()["equal"]?.bool == true)
    #expect(try work.stet("diff", "--since", "1d", "--severity", "retraction", "--json").output == "[]\n")
  }

  @Test(
    "Options that do not go together are refused in one line",
    arguments: [
      ["diff", "--since", "yesterday"], ["diff", "--since", "1d", "/film"], ["diff", "/film", "--host", "a.example"],
      ["diff", "/film", "--format", "atom"], ["diff", "--since", "1d", "--format", "json-patch"],
      ["diff", "/film", "--json", "--format", "html"], ["diff", "/film", "--json", "--stat"],
      ["diff", "/film", "--format", "json-patch", "--severity", "correction"],
      ["diff", "/film", "--exact", "everything"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try StetBinary.run(
      arguments, environment: Workplace.environment, workingDirectory: work.folder.path)
    #expect(outcome.exitCode == 64)
    #expect(outcome.output.isEmpty)
  }

  @Test("On a wide terminal old and new stand beside each other, but for --word; a pager shows it, but for --no-pager")
  func terminal() throws {
    let outcome = try work.shell(
      """
      export COLUMNS=180 PAGER='sed s/^/PAGED/'
      script -qec "$STET diff /film 1 2" /dev/null > paged.txt
      script -qec "$STET diff /film 1 2 --no-pager" /dev/null > plain.txt
      grep -c ^PAGED paged.txt; grep -c ^PAGED plain.txt; grep -c severity plain.txt
      PAGER=no-such-program script -qec "$STET diff /film 1 2" /dev/null | grep -c severity
      """)
    #expect(outcome.output.split(separator: "\n").dropFirst().elementsEqual(["0", "1", "1"]), "\(outcome.output)")
    #expect(outcome.output.hasPrefix("0") == false)
    var page = ReviewPage()
    page.paragraphs[0] += " And then it ends."
    work.server.on("/other", .page(text: page.html))
    let wide = try work.shell(
      """
      "$STET" archive --delay 0 "$1" > /dev/null; export COLUMNS=180 PAGER=
      script -qec "$STET diff /other 1 2" /dev/null | grep -c │
      script -qec "$STET diff /other 1 2 --word" /dev/null | grep -c │
      """, work.server.address("/other"))
    let counts = wide.output.split(separator: "\n").map(String.init)
    #expect(counts.count == 2 && counts[0] != "0" && counts[1] == "0", "\(wide.output)\(wide.errorOutput)")
  }

  @Test("In git, snapshots are shown in words, a new version beside the one before it")
  func gitDriver() throws {
    let driver = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let outcome = try work.shell(
      """
      export HOME=$PWD GIT_CONFIG_NOSYSTEM=1
      git init -q . && git config diff.stet.command "/$1/Scripts/git-diff-driver"
      echo 'Archive/pages/**/[0-9]*.json diff=stet' > .gitattributes
      git add Archive/pages/*/*/1.json .gitattributes
      git -c user.name=a -c user.email=a@example.org commit -qm one
      git add -N Archive/pages/*/*/2.json
      git --no-pager diff --ext-diff
      """, driver)
    #expect(outcome.exitCode == 0, "\(outcome.errorOutput)")
    #expect(outcome.output.contains("severity"))
    #expect(outcome.output.contains("seen again"))
  }
}
