import StetGzip
import StetModel
import StetTestSupport
import Testing

/// One clear line, the right exit code, nothing lost.
@Suite struct BadInputTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  private func expect(_ outcome: ProcessOutcome, _ exitCode: Int32, _ words: String...) {
    #expect(outcome.exitCode == exitCode, "\(outcome.errorOutput)")
    #expect(outcome.output == "")
    #expect(outcome.saysOneLine, "\(outcome.errorOutput)")
    for word in words { #expect(outcome.errorOutput.contains(word), "\(outcome.errorOutput)") }
  }

  @Test("No such file, a folder")
  func noFile() throws {
    expect(try work.stet("extract", "none.html"), 66, "none.html", "no such file")
    expect(try work.stet("extract", "none.warc"), 66, "none.warc", "no such file")
    expect(try work.stet("extract", "."), 66, "folder")
    expect(try work.stet("extract", "--batch", "none.jsonl"), 66, "none.jsonl")
  }

  @Test("An empty file, white space, binary, a PDF named .html")
  func notAPage() throws {
    try work.folder.write("empty.html", "")
    try work.folder.write("space.html", " \n\t\n")
    try work.folder.write("image.html", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] as [UInt8])
    try work.folder.write("paper.html", "%PDF-1.7\n%\u{00}\u{01}\u{02}\n1 0 obj")
    expect(try work.stet("extract", "empty.html"), 65, "empty.html", "empty")
    expect(try work.stet("extract", "space.html"), 65, "space.html")
    expect(try work.stet("extract", "image.html"), 65, "image.html")
    expect(try work.stet("extract", "paper.html"), 65, "paper.html", "PDF")
    expect(try work.stet("extract", "-"), 65, "standard input")
  }

  @Test("A page that draws its text by script is not a review")
  func scriptOnly() throws {
    try work.folder.write(
      "app.html", "<html><head><title>x</title></head><body><div id=root></div><script>a()</script>")
    expect(try work.stet("extract", "app.html"), 65, "app.html")
  }

  @Test("A WARC file that is none, is cut, has no page, or comes where one page is wanted")
  func warc() throws {
    try work.folder.write("a.warc.gz", Gzip.compress(Array("<p>".utf8)))
    try work.folder.write("b.warc.gz", Gzip.compress(Array("WARC/1.1\r\n".utf8)))
    let info = "WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    try work.folder.write("c.warc", info)
    expect(try work.stet("extract", "a.warc.gz"), 65, "a.warc.gz", "as WARC")
    expect(try work.stet("extract", "b.warc.gz"), 65, "b.warc.gz", "ends in the middle")
    expect(try work.stet("extract", "c.warc"), 65, "c.warc", "no HTML response")
    expect(try work.stet("extract", "-", stdin: Array(info.utf8)), 65, "WARC")
  }

  @Test(
    "Bad addresses are usage, and nothing is made",
    arguments: [
      "ftp://example.org/x", "file:///etc/passwd", "http://", "https:///x", "http://exa mple.org/", "nonsense",
    ])
  func badAddress(address: String) throws {
    expect(try work.stet("archive", address), 64)
    #expect(work.folder.files() == [])
  }

  @Test(
    "A mistake on the command line is one line that names the help",
    arguments: [
      ["extract"], ["bogus"], ["list", "--bogus"], ["archive"], ["show"],
      ["archive", "--delay", "-1", "http://x.example/"],
      ["extract", "--jobs", "0", "--batch", "x"], ["extract", "--jobs", "2", "x"], ["--quiet", "list", "--verbose"],
      ["extract", "--format", "xml", "x"], ["extract", "--batch", "x", "y"], ["diff"],
      ["diff", "x", "--format", "unified", "--severity", "cosmetic"],
      ["diff", "x", "--format", "unified", "--exact", "all"],
      ["diff", "x", "--format", "json-patch", "--severity", "cosmetic"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try StetBinary.run(arguments, environment: Workplace.environment, workingDirectory: work.folder.path)
    expect(outcome, 64, "--help")
  }

  @Test("Nobody listens, and no such host")
  func unreachable() throws {
    let port = try ScriptedServer().port
    expect(try work.stet("extract", "http://127.0.0.1:\(port)/"), 69, "127.0.0.1:\(port)")
    expect(try work.stet("extract", "http://no-such-host.invalid/"), 69, "no-such-host.invalid")
  }

  @Test("A server that does not speak TLS")
  func tls() throws {
    expect(try work.stet("extract", "https://127.0.0.1:\(work.server.port)/"), 69, "https://127.0.0.1")
  }

  @Test("404 and 500, with whatever body", arguments: [404, 500])
  func status(status: Int) throws {
    work.server.on("/film", .page(status, text: ReviewPage().html))
    expect(try work.stet("extract", work.server.address("/film")), 69, "\(status)")
    let archived = try work.stet("archive", work.server.address("/film"))
    #expect(archived.exitCode == 69)
    #expect(archived.output.hasPrefix("failed"))
    #expect(try work.stet("list").output == "")
  }

  @Test("A response that ends too early, and a redirect loop")
  func broken() throws {
    work.server.on("/short", .page(text: ReviewPage().html, truncateAt: 500))
    work.server.on("/loop", .redirect("/loop"))
    expect(try work.stet("extract", work.server.address("/short")), 69, "/short")
    expect(try work.stet("extract", work.server.address("/loop")), 69, "/loop")
  }

  @Test(
    "A redirect to a file or into a private network is refused",
    arguments: [
      "file:///etc/passwd", "ftp://example.org/", "http://10.1.2.3/", "http://169.254.169.254/latest/",
    ])
  func forbidden(target: String) throws {
    work.server.on("/go", .redirect(target))
    expect(try work.stet("extract", work.server.address("/go")), 77)
  }

  @Test("A decompression bomb is over the limit, from a file and from the network")
  func bomb() throws {
    // Each member is 16 KiB and inflates to 16 MiB: 320 of them would be 5 GiB.
    let member = try Gzip.compress([UInt8](repeating: 0x20, count: 16 << 20))
    var bomb: [UInt8] = []
    for _ in 0..<320 { bomb += member }
    try work.folder.write("bomb.html.gz", bomb)
    expect(try work.stet("extract", "bomb.html.gz"), 65, "MiB")
    let body = try Gzip.compress([UInt8](repeating: 0x20, count: 64 << 20))
    work.server.on("/bomb", .page(headers: [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], body: body))
    expect(try work.stet("extract", work.server.address("/bomb")), 69, "/bomb")
  }

  @Test("No archive, no such page, no such version")
  func noArchive() throws {
    for command in [["list"], ["verify"], ["log", "x"], ["show", "x"], ["diff", "x"]] {
      let outcome = try StetBinary.run(command, environment: Workplace.environment, workingDirectory: work.folder.path)
      expect(outcome, 66, "Archive")
    }
    work.server.on("/film", .page(text: ReviewPage().html))
    #expect(try work.stet("archive", work.server.address("/film")).exitCode == 0)
    expect(try work.stet("show", "nothing-like-it"), 66, "nothing-like-it")
    expect(try work.stet("show", "film@7"), 66)
    expect(try work.stet("diff", "nothing-like-it"), 2)
    expect(try work.stet("diff", "film", "1", "7"), 2)
    expect(try work.stet("diff", "film"), 2, "one version")
    expect(try work.stet("diff", "a.json", "b.json"), 2, "a.json")
    try work.folder.write("a.json", #"{"format":"something-else/1"}"#)
    expect(try work.stet("diff", "a.json", "a.json"), 2, "a.json")
    try work.folder.write("a.json", "no JSON")
    expect(try work.stet("diff", "a.json", "a.json"), 2, "a.json")
  }

  @Test("A folder that holds something else is not made an archive")
  func foreignFolder() throws {
    try work.folder.write("Archive/photo.jpg", "x")
    work.server.on("/film", .page(text: ReviewPage().html))
    expect(try work.stet("archive", work.server.address("/film")), 66, "Archive")
    #expect(work.folder.files() == ["Archive/photo.jpg"])
  }

  @Test("An output that cannot be written is exit 73; a closed pipe is success")
  func output() throws {
    try work.folder.write("page.html", ReviewPage().html)
    for command in ["extract page.html", "--help", "--version"] {
      let full = try work.shell("$STET \(command) > /dev/full")
      #expect(full.exitCode == 73, "\(command)")
      #expect(full.saysOneLine)
      let closed = try work.shell("$STET \(command) | true; echo ${PIPESTATUS[0]}")
      #expect(closed.output == "0\n")
      #expect(closed.errorOutput == "")
    }
  }

  @Test("A stream that the caller closed is not mistaken for a file or connection that is opened later")
  func closedStreams() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    let address = work.server.address("/film")
    let closed = try work.shell("$STET extract $1 >&-", address)
    #expect(closed.exitCode == 73)
    #expect(closed.saysOneLine)
    #expect(try work.shell("$STET archive $1 >&-", address).exitCode == 73)
    #expect(try work.shell("$STET archive --delay 0 $1 $1/none 0<&- 2>&- 1>&-", address).exitCode == 73)
    #expect(try work.stet("verify").exitCode == 0)
    #expect(try work.stet("log", "film").exitCode == 0)
  }

  @Test("A page longer than a pipe holds is read whole")
  func longPipe() throws {
    let filler = String(repeating: "<!-- a comment that fills the page -->", count: 20_000)
    let outcome = try work.stet("extract", "-", stdin: Array((filler + ReviewPage().html).utf8))
    #expect(outcome.exitCode == 0)
    #expect(try outcome.json()["body"]?.array?.isEmpty == false)
  }

  @Test("A batch into a pipe that closes ends soon and well")
  func closedBatch() throws {
    try work.folder.write("page.html", ReviewPage().html)
    let line = #"{"id":1,"url":"https://example.org/","path":"page.html"}"# + "\n"
    try work.folder.write("m.jsonl", String(repeating: line, count: 2000))
    let outcome = try work.shell("$STET extract --batch m.jsonl | head -n 1 | wc -l; echo ${PIPESTATUS[0]}")
    #expect(outcome.output == "1\n0\n")
    #expect(outcome.errorOutput == "")
  }

  @Test("Files are read without libcurl and libcrypto; an address needs libcurl, and says so when it cannot be loaded")
  func missingLibraries() throws {
    // Found first, and no libraries.
    try work.folder.write("libcurl.so.4", "none")
    try work.folder.write("libcrypto.so.3", "none")
    try work.folder.write("page.html", ReviewPage().html)
    let environment = ["LD_LIBRARY_PATH": work.folder.path]
    let read = try work.stet("extract", "page.html", environment: environment)
    #expect(read.exitCode == 0, "\(read.errorOutput)")
    expect(
      try work.stet("extract", "http://127.0.0.1/a", environment: environment), 69, "libcurl cannot be loaded",
      "Install libcurl")
  }
}
