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

  @Test("A reason must be one line, and the page must be there")
  func wrong() throws {
    #expect(try work.stet("redact", "film", "--yes").exitCode == 64)
    #expect(try work.stet("redact", "film", "--yes", "--reason", "a\nb").exitCode == 64)
    #expect(try work.stet("redact", "other", "--yes", "--reason", "x").exitCode == 66)
    #expect(try work.stet("redact", "film@7", "--yes", "--reason", "x").exitCode == 66)
  }
}
