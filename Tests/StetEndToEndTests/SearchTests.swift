import StetModel
import StetTestSupport
import Testing

/// `stet search` and `stet list` as people and scripts use them.
@Suite struct SearchTests {
  let work: Workplace

  init() throws {
    work = try Workplace()
    for title in ["The Quiet Harbour", "The Loud Harbour", "Zebras\u{1B}[31m in Żabno"] {
      var page = ReviewPage()
      page.title = title
      let path = "/\(title.split(separator: " ")[1].lowercased())"
      work.server.on(path, .page(text: page.html))
      #expect(try work.stet("archive", "--delay", "0", "--any-page", work.server.address(path)).exitCode == 0)
    }
  }

  @Test("Finds are marked, the best comes first, and what cannot be shown is made visible")
  func finds() throws {
    let found = try work.stet("search", "quiet", "harbour", "--color", "always")
    #expect(found.exitCode == 0)
    #expect(found.output.contains("\u{1B}[31m\u{1B}[1mQuiet"))
    #expect(found.output.contains(work.server.address("/quiet")))
    #expect(found.errorOutput == "stet: 1 result.\n")
    let zebra = try work.stet("search", "zabno")
    #expect(zebra.output.contains("Zebras"))
    #expect(!zebra.output.contains("\u{1B}"))
  }

  @Test("Words to leave out need no --, and an option that is none is not taken for one")
  func unwanted() throws {
    let found = try work.stet("search", "harbour", "-quiet", "--json", "--limit", "5").json()
    #expect(found["total"] == 1)
    #expect(found["results"]?.array?.map { $0["title"]?.string } == ["The Loud Harbour"])
    let marks = found["results"]?.array?.first?["marks"]?["title"]?.array
    #expect(marks?.map { $0["text"]?.string } == ["The Loud ", "Harbour"])
    #expect(marks?.map { $0["match"]?.bool } == [nil, true])
    #expect(try work.stet("search", "-quiet", "loud").output.contains("Loud"))
    #expect(try work.stet("search", "harbour", "--jsn").exitCode == 64)
    // What ends the options is no word, and behind it no option stands.
    let ended = try work.stet("search", "--json", "--", "harbour", "-quiet").json()
    #expect(ended["total"] == 1)
    #expect(ended["query"]?.string?.contains("--") != true)
    let none = try work.stet("search", "--")
    #expect(none.exitCode == 64)
    #expect(none.errorOutput.contains("Cannot search for ''"))
  }

  @Test("Nothing found is success, nothing to look for is wrong usage, no archive is no input")
  func exits() throws {
    let nothing = try work.stet("search", "unicorn")
    #expect(nothing.exitCode == 0)
    #expect(nothing.output.isEmpty)
    #expect(nothing.errorOutput == "stet: Nothing found.\n")
    for query in ["***", "host:example.org", "harbour after:soon"] {
      let wrong = try work.stet("search", query)
      #expect(wrong.exitCode == 64)
      #expect(wrong.saysOneLine)
    }
    #expect(try work.stet("--archive", "elsewhere", "search", "harbour").exitCode == 66)
  }

  @Test("Lists are cut and sorted as asked for, with and without an index")
  func lists() throws {
    func titles(_ options: String) throws -> [String?] {
      try work.shell("$STET list --json $1", options).json().array?.map { $0["title"]?.string } ?? []
    }
    #expect(try titles("").count == 3)
    #expect(try titles("--limit 2") == Array(titles("").prefix(2)))
    #expect(try titles("--host 127.0.0.1 --sort captured --limit 1").count == 1)
    #expect(try titles("--host example.org").isEmpty)
    #expect(try titles("--since 2126").isEmpty)
    #expect(try work.stet("list", "--since", "soon").exitCode == 64)
    #expect(try work.stet("list", "--limit", "0").exitCode == 64)
    #expect(try work.shell("$STET list | head -n 1 | wc -l").output == "1\n")
  }

  @Test(
    "A read-only archive is listed and searched, with an index and without one",
    .enabled(if: PrivateMounts.wrapper != nil, "no private mounts here"))
  func readOnly() throws {
    let script = """
      mount --bind Archive Archive && mount -o remount,ro,bind Archive && ! touch Archive/x 2>/dev/null &&
      $STET list && $STET search loud --json && $STET show quiet >/dev/null && echo shown
      """
    for preparation in ["true", "rm -f Archive/index.sqlite*", "echo nonsense >Archive/index.sqlite"] {
      #expect(try work.shell(preparation).exitCode == 0)
      let outcome = try work.shell(script, through: try #require(PrivateMounts.wrapper))
      #expect(outcome.exitCode == 0, "\(preparation): \(outcome.errorOutput)")
      #expect(outcome.output.contains("The Loud Harbour"))
      #expect(outcome.output.contains("\"total\": 1"))
      #expect(outcome.output.hasSuffix("shown\n"))
      #expect(outcome.errorOutput.isEmpty)
    }
  }

  @Test("Readers at once and a writer: none of them fails")
  func atOnce() throws {
    let script = """
      rm -f Archive/index.sqlite*
      for i in 1 2 3 4; do ($STET search --quiet harbour >/dev/null || echo failed) & ($STET list >/dev/null || echo failed) & done
      ($STET archive --delay 0 --any-page $1 >/dev/null || echo failed) &
      wait
      $STET list | wc -l
      """
    var page = ReviewPage()
    page.title = "The Last Harbour"
    work.server.on("/last", .page(text: page.html))
    #expect(try work.shell(script, work.server.address("/last")).output == "4\n")
  }
}
