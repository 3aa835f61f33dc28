import Glibc
import StetModel
import StetTestSupport
import Testing

@Suite struct RunTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  private func address(_ path: String) -> String { work.server.address(path) }

  /// A site of these pages, with no pause between requests, and a feed where `/feed` is among the keys.
  private func watch(_ paths: [String], _ more: String = "", after: String = "") throws {
    let pages = paths.map(address).joined(separator: ", ")
    _ = try work.folder.write(
      "stet.yaml",
      "archive: Kept\nsites:\n  - name: Reels\n    delay: 0\n    recheck: 1m\n    pages: [\(pages)]\n\(more)\(after)")
  }

  private func reports() throws -> [JSONValue] {
    try work.folder.files().filter { $0.contains("/state/runs/") || $0.hasPrefix("Kept/state/runs/") }.sorted()
      .map { try JSONParser.parse(try work.folder.read($0)) }
  }

  @Test("A run stores what is new, keeps a report, and says nothing in a pipe; the next has nothing to do")
  func silence() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    try watch(["/film"])
    let first = try work.stet("run")
    #expect(first.exitCode == 0, "\(first.errorOutput)")
    #expect(first.output == "")
    #expect(first.errorOutput == "")
    #expect(try work.stet("--archive", "Kept", "list").output.contains("/film"))
    let second = try work.stet("run", "--json")
    #expect(second.exitCode == 0)
    #expect(second.output == "")
    let robots = work.server.requests.filter { $0.path == "/robots.txt" }
    #expect(robots.count == 1)
    #expect(work.server.requests.filter { $0.path == "/film" }.count == 1)
    let report = try #require(try reports().first)
    #expect(report["sites"]?.array?.first?["new"] == 1)
  }

  @Test(
    "A failure is told once on standard error, and not again while it stays the same; the exit code says it each time")
  func troubleOnce() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    try watch(["/film", "/nothing"])
    let first = try work.stet("run", "--json")
    #expect(first.exitCode == 3)
    #expect(first.errorOutput.contains("Reels: Cannot read '\(address("/nothing"))': the server answered 404"))
    #expect(try first.jsonLines().compactMap { $0["outcome"]?.string }.sorted() == ["failed", "new"])
    _ = try work.shell(
      "rm -rf Kept/index.sqlite; sqlite3 Kept/state/run.sqlite 'UPDATE waiting SET due = 0' 2>/dev/null || true")
    let second = try work.stet("run")
    #expect(second.errorOutput == "")
  }

  @Test(
    "robots.txt is obeyed; that it refuses a page of stet.yaml is told once, and no failure; 'robots: ignore' asks nobody"
  )
  func robots() throws {
    work.server.on(
      "/robots.txt", .page(headers: [("Content-Type", "text/plain")], text: "User-agent: *\nDisallow: /private\n"))
    for path in ["/film", "/private/film"] { work.server.on(path, .page(text: ReviewPage(title: path).html)) }
    try watch(["/film", "/private/film"])
    let result = try work.stet("run")
    #expect(result.exitCode == 3)
    #expect(result.errorOutput.contains("robots.txt does not allow it: 'Disallow: /private' in line 2"))
    let again = try work.stet("run")
    #expect(again.exitCode == 0)
    #expect(again.errorOutput == "")
    #expect(!work.server.requests.contains { $0.path == "/private/film" })
    let report = try #require(try reports().first?["sites"]?.array?.first)
    #expect(report["refused"] == 1)
    #expect(report["failed"] == 0)
    #expect(report["troubles"]?.array?.first?["code"] == "robots.refused")
    try watch(["/film", "/private/film"], "    robots: ignore\n")
    #expect(try work.stet("run", "--json").jsonLines().map { $0["outcome"] } == ["new"])
    #expect(work.server.requests.filter { $0.path == "/robots.txt" }.count == 1)
  }

  @Test(
    "A site that is down, unknown, or whose robots.txt cannot be had: told once, failed and not refused, in the exit code",
    arguments: [("http://127.0.0.1:1", "cannotConnect"), ("http://nowhere.invalid", "cannotResolve"), ("", "503")])
  func down(origin: String, code: String) throws {
    work.server.on("/robots.txt", .page(503, text: "busy"))
    let origin = origin.isEmpty ? String(address("/").dropLast()) : origin
    try work.folder.write(
      "stet.yaml",
      "archive: Kept\nsites:\n  - { name: Pages, pages: [\(origin)/1, \(origin)/2], delay: 0 }\n"
        + "  - { name: Found, url: '\(origin)/', delay: 0 }\n")
    let first = try work.stet("run")
    #expect(first.exitCode == 2)
    #expect(first.errorOutput.contains("its robots.txt cannot be had ("), "\(first.errorOutput)")
    #expect(first.errorOutput.split(separator: "\n").count == 2, "\(first.errorOutput)")
    let sites = try #require(try reports().first?["sites"]?.array)
    #expect(sites.map { $0["refused"] } == [0, 0])
    #expect(sites.map { $0["failed"] } == [1, 0])
    #expect(sites.map { $0["failedSources"] } == [0, 1])
    #expect(sites.flatMap { $0["troubles"]?.array ?? [] }.map { $0["code"]?.string } == ["robots." + code])
    let second = try work.stet("run")
    #expect(second.exitCode == 2)
    #expect(second.errorOutput == "")
  }

  @Test("--dry-run says what is due and why, and neither asks nor makes anything")
  func dryRun() throws {
    try watch(["/film"], "    feeds: [\(address("/feed"))]\n")
    let plan = try work.stet("run", "--dry-run")
    #expect(plan.exitCode == 0, "\(plan.errorOutput)")
    #expect(plan.output.contains("new "))
    #expect(plan.output.contains("stet.yaml names it"))
    #expect(plan.output.contains("feed "))
    #expect(plan.output.contains("never asked"))
    #expect(
      try work.stet("run", "--dry-run", "--json").jsonLines().compactMap { $0["kind"]?.string } == ["feed", "new"])
    #expect(work.server.requests.isEmpty)
    #expect(!work.folder.files().contains { $0.contains("Kept") })
  }

  @Test("What is wrong in stet.yaml is told all at once, with its place, and ends with 78; a missing one with 66")
  func configuration() throws {
    _ = try work.folder.write("stet.yaml", "sites:\n  - url: nowhere\n    sitmap: auto\n")
    let result = try work.stet("run")
    #expect(result.exitCode == 78)
    #expect(result.errorOutput.contains("Cannot use 'stet.yaml:2:10': 'url' should be"))
    #expect(
      result.errorOutput.contains("Cannot use 'stet.yaml:3:5': there is no key 'sitmap'. Did you mean 'sitemap'?"))
    let missing = try work.stet("run", "--config", "other.yaml")
    #expect(missing.exitCode == 66)
    #expect(missing.errorOutput.contains("or name another with --config."))
    _ = try work.folder.write("long.yaml", String(repeating: "# filler\n", count: 500_000))
    #expect(try work.stet("run", "--config", "long.yaml").exitCode == 78)
    try watch(["/film"])
    #expect(try work.stet("run", "--only", "Nobody").exitCode == 78)
    #expect(try work.stet("run", "--deadline", "soon").exitCode == 64)
  }

  @Test("Secret headers go to their site alone, and stand in no file and no message")
  func headers() throws {
    let other = try ScriptedServer()
    other.on("/moved", .page(text: ReviewPage(title: "Elsewhere").html))
    work.server.on("/film", .page(text: ReviewPage().html))
    work.server.on("/leads-away", .redirect(other.address("/moved")))
    _ = try work.folder.write("secret.headers", "# mine\nX-Pass: open-sesame-4711\n")
    try watch(["/film", "/leads-away", "/nothing"], "    headers-file: secret.headers\n    robots: ignore\n")
    let open = try work.stet("run")
    #expect(open.exitCode == 78)
    #expect(open.errorOutput.contains("chmod 600"))
    #expect(!open.errorOutput.contains("sesame"))
    _ = try work.shell("chmod 600 secret.headers")
    let result = try work.stet("run", "--verbose", "--json")
    #expect(result.exitCode == 3, "\(result.errorOutput)")
    let film = try #require(work.server.requests.first { $0.path == "/film" })
    #expect(film.header("X-Pass") == "open-sesame-4711")
    #expect(other.requests.allSatisfy { $0.header("X-Pass") == nil })
    #expect(!other.requests.isEmpty)
    #expect(!(result.output + result.errorOutput).contains("sesame"))
    let found = try work.shell(
      "for f in $(find Kept -name '*.warc.gz'); do zcat $f; done | cat - $(find Kept -type f ! -name '*.gz') | grep -c sesame"
    )
    #expect(found.output == "0\n")
  }

  @Test(
    "A headers-file that says where a request goes, how long it is, or that only a part is wanted is refused with file, line and why",
    arguments: [
      ("Host: other.example", "'Host', which says where"), ("content-length: 5", "'content-length', which says where"),
      ("Transfer-Encoding: chunked", "'Transfer-Encoding', which says"),
      ("Connection: close", "'Connection', which says"),
      ("Range: bytes=0-9", "'Range', which would bring something else"),
      ("If-None-Match: \"x\"", "'If-None-Match', which would bring"),
      ("no field", "no header field. Write 'Name: value'"),
    ])
  func reservedHeaders(line: String, reason: String) throws {
    try watch(["/film"], "    headers-file: secret.headers\n")
    try work.folder.write("secret.headers", "Cookie: sesame=1\n\n\(line)\n")
    _ = try work.shell("chmod 600 secret.headers")
    let run = try work.stet("run")
    #expect(run.exitCode == 78)
    #expect(run.saysOneLine)
    #expect(
      run.errorOutput.hasPrefix(
        "stet: Cannot use 'stet.yaml:7:19': the headers of 'Reels': Cannot use the file 'secret.headers': line 3 is"),
      "\(run.errorOutput)")
    #expect(run.errorOutput.contains(reason), "\(run.errorOutput)")
    #expect(!run.errorOutput.contains("sesame"))
    #expect(work.server.requests.isEmpty)
  }

  @Test("Readers are told of changes: a command with JSON, a signed post, an Atom feed; numbers for Prometheus")
  func told() throws {
    let hook = try ScriptedServer()
    hook.on("/hook", .page(text: "thanks"))
    work.server.on("/film", .page(text: ReviewPage().html))
    _ = try work.folder.write("hook.key", "s3cret\n")
    _ = try work.shell("chmod 600 hook.key")
    try watch(
      ["/film"],
      after: """
        notify:
          command: "cat > notice.json"
          webhook: \(hook.address("/hook"))
          webhook-secret-file: hook.key
          atom: changes.atom

        """)
    let result = try work.stet("run", "--metrics", "stet.prom")
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    #expect(result.output == "")
    let notice = try work.folder.read("notice.json")
    #expect(try JSONParser.parse(notice)["archive"]?.string?.hasPrefix("/") == true)
    let page = try JSONParser.parse(notice)["pages"]?.array?.first
    #expect(page?["outcome"] == "new")
    #expect(page?["title"]?.string == ReviewPage().title)
    let post = try #require(hook.requests.first { $0.path == "/hook" })
    #expect(post.method == "POST")
    let expected = try work.shell("openssl dgst -sha256 -hmac s3cret notice.json | sed 's/.*= /sha256=/'").output
    #expect((post.header("Stet-Signature") ?? "") + "\n" == expected)
    #expect(try work.folder.text("changes.atom").contains("<title>\(ReviewPage().title)</title>"))
    #expect(try work.folder.text("stet.prom").contains("stet_run_pages{site=\"Reels\",outcome=\"new\"} 1\n"))
    _ = try work.stet("run")
    #expect(hook.requests.count == 1)
  }

  @Test("A notice that cannot be delivered is kept, told once, and goes out with a later run")
  func outbox() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    try watch(["/film"], after: "notify: { command: \"test -f ready && cat > notice.json\" }\n")
    let first = try work.stet("run")
    #expect(first.exitCode == 3)
    #expect(first.errorOutput.contains("it ended with status 1"))
    let second = try work.stet("run")
    #expect(second.exitCode == 3)
    #expect(second.errorOutput == "")
    _ = try work.folder.write("ready", "")
    #expect(try work.stet("run").exitCode == 0)
    #expect(try JSONParser.parse(try work.folder.read("notice.json"))["pages"]?.array?.count == 1)
  }
}
