import StetModel
import StetTestSupport
import Testing

@Suite struct RedactTests {
  let work: Workplace

  init() throws {
    work = try Workplace()
    work.server.on("/film", .page(text: ReviewPage().html))
    _ = try work.stet("archive", "--delay", "0", work.server.address("/film"))
  }

  @Test("redact asks first, tells what would go, takes the text out, and the archive is whole")
  func story() throws {
    let refused = try work.stet("redact", "film", "--reason", "asked for")
    #expect(refused.exitCode == 64)
    #expect(refused.saysOneLine)
    let plan = try work.stet("redact", "film", "--reason", "asked for", "--dry-run", "--json").json()
    #expect(plan["versions"] == [1])
    #expect(plan["records"]?.array?.count == 1)
    #expect(try work.stet("show", "film").output.contains("two keepers wait"))
    let done = try work.stet("redact", "film", "--reason", "asked for", "--yes")
    #expect(done.exitCode == 0)
    #expect(done.output.contains("redacted  version 1"))
    #expect(
      try work.shell("grep -rl 'two keepers' Archive; zcat Archive/warc/*/*/*.gz | grep -c 'two keepers'").output
        == "0\n")
    #expect(try work.stet("show", "film").output.contains("The text was redacted on"))
    let verify = try work.stet("verify")
    #expect(verify.exitCode == 0)
    #expect(verify.output.contains("asked for"))
    #expect(try work.stet("log", "film").exitCode == 0)
    #expect(try work.stet("list").exitCode == 0)
    #expect(try work.stet("search", "keepers").output.isEmpty)
    #expect(try work.stet("redact", "film", "--reason", "asked for", "--yes").output.contains("nothing"))
  }

  @Test("Every command copes with a redacted version, and none of them says what stood in it")
  func others() throws {
    var page = ReviewPage()
    page.paragraphs = ReviewPage.paragraphs.map { $0.replacing("keepers", with: "guards") }
    work.server.on("/film", .page(text: page.html))
    _ = try work.stet("archive", "--delay", "0", work.server.address("/film"))
    #expect(try work.stet("search", "keepers", "--all-versions").output.contains("film"))
    #expect(try work.stet("redact", "film@1", "--reason", "asked <for>", "--yes").exitCode == 0)
    var outputs = [
      try work.stet("show", "film@1"), try work.stet("show", "film@1", "--json"),
      try work.stet("show", "film@1", "--format", "html"), try work.stet("log", "film"),
      try work.stet("log", "film", "--json"), try work.stet("list", "--json"), try work.stet("reextract"),
      try work.stet("reextract", "--versions", "all", "--write"), try work.stet("verify"),
      try work.stet("search", "keepers", "--all-versions"),
    ]
    for format in ["jsonl", "csv", "atom", "warc"] {
      outputs.append(try work.stet("export", "--format", format, "--versions", "all", "-"))
    }
    #expect(outputs.map(\.exitCode) == outputs.map { _ in 0 })
    #expect(try work.stet("export", "--format", "markdown", "--versions", "all", "notes").exitCode == 0)
    #expect(try work.stet("export", "--format", "wacz", "--versions", "all", "out.wacz").exitCode == 0)
    for output in outputs { #expect(!output.output.contains("two keepers"), "\(output.output)") }
    #expect(outputs[0].output.contains("The text was redacted on 20"))
    #expect(outputs[0].output.contains(": asked <for>"))
    #expect(outputs[2].output.contains("asked &lt;for&gt;"))
    #expect(
      try work.shell(
        "grep -rl 'two keepers' Archive notes out.wacz; zcat Archive/warc/*/*/*.gz | grep -c 'two keepers'"
      )
      .output == "0\n")
    #expect(try work.shell("grep -l 'redacted: .*asked <for>' notes/*/*.1.md | wc -l").output == "1\n")
    let diff = try work.stet("diff", "film")
    #expect(diff.exitCode == 2)
    #expect(diff.saysOneLine)
    #expect(diff.errorOutput.contains("asked <for>"))
    let same = try work.stet("diff", "film", "2", "2")
    #expect(same.exitCode == 0, "\(same.output) \(same.errorOutput)")
  }

  @Test("Redacting again changes no file")
  func twice() throws {
    _ = try work.stet("redact", "film", "--reason", "asked for", "--yes")
    // The index is derived: SQLite may write it otherwise.
    let sums = "find Archive -type f ! -path Archive/state/lock ! -name index.sqlite | sort | xargs sha256sum"
    let before = try work.shell(sums).output
    #expect(!before.isEmpty)
    #expect(try work.stet("redact", "film", "--reason", "asked for again", "--yes").exitCode == 0)
    #expect(try work.shell(sums).output == before)
  }

  @Test("A reason must be one line, and the page must be there")
  func wrong() throws {
    #expect(try work.stet("redact", "film", "--yes").exitCode == 64)
    #expect(try work.stet("redact", "film", "--yes", "--reason", "a\nb").exitCode == 64)
    #expect(try work.stet("redact", "other", "--yes", "--reason", "x").exitCode == 66)
    #expect(try work.stet("redact", "film@7", "--yes", "--reason", "x").exitCode == 66)
  }
}
