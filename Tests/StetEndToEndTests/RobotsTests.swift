import StetModel
import StetTestSupport
import Testing

/// `stet robots`, and `--robots` of the commands that fetch.
@Suite struct RobotsTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  private static let rules = """
    # ours
    User-agent: *
    Disallow: /private/   # keep out
    Allow: /private/open
    Crawl-delay: 2.5
    Sitemap: /sitemap.xml

    User-agent: otherbot
    Disallow: /

    """

  private func serve(_ text: String = rules) {
    work.server.on("/robots.txt", .page(text: text))
  }

  @Test("An allowed page is exit 0, a refused one 1; the rule, its line and its group are printed")
  func verdicts() throws {
    serve()
    let refused = try work.stet("robots", work.server.address("/private/x"))
    #expect(refused.exitCode == 1)
    #expect(refused.errorOutput == "")
    #expect(refused.output.hasPrefix("refused  \(work.server.address("/private/x"))\n"))
    #expect(refused.output.contains("'Disallow: /private/' in line 3, under 'User-agent: *' in line 2"))
    #expect(refused.output.contains("2.5 seconds"))
    let allowed = try work.stet("robots", work.server.address("/private/open?x"))
    #expect(allowed.exitCode == 0)
    #expect(allowed.output.contains("'Allow: /private/open' in line 4"))
    // Nothing but the file was asked for.
    #expect(Set(work.server.requests.map(\.path)) == ["/robots.txt"])
  }

  @Test("JSON is one document, an array of several addresses, whose host is asked once")
  func json() throws {
    serve()
    let url = work.server.address("/private/x")
    let one = try work.stet("robots", "--json", url, "--agent", "OtherBot/1.0 (+https://example.org/bot)").json()
    #expect(one["url"]?.string == url)
    #expect(one["robots"]?.string == work.server.address("/robots.txt"))
    #expect(one["agent"]?.string == "OtherBot")
    #expect(one["allowed"]?.bool == false)
    #expect(one["basis"]?.string == "rule")
    #expect(one["rule"]?["text"]?.string == "Disallow: /")
    #expect(one["rule"]?["line"]?.integer == 9)
    #expect(one["group"]?["text"]?.string == "User-agent: otherbot")
    #expect(one["crawlDelay"] == nil)
    let outcome = try work.stet("robots", "--json", work.server.address("/a"), url)
    #expect(outcome.exitCode == 1)
    let several = try outcome.json()
    #expect(several.array?.compactMap { $0["allowed"]?.bool } == [true, false])
    #expect(several.array?.first?["basis"]?.string == "no-rule")
    #expect(several.array?.first?["crawlDelay"]?.number == 2.5)
    #expect(several.array?.first?["sitemaps"] == .strings([work.server.address("/sitemap.xml")]))
    #expect(work.server.requests.count == 2)
  }

  @Test("No file allows all, a server in trouble refuses all, and both say so")
  func noFile() throws {
    let url = work.server.address("/x")
    let missing = try work.stet("robots", url)
    #expect(missing.exitCode == 0)
    #expect(missing.output.contains("no robots.txt (404)"))
    let port = try ClosedPort()
    let closed = try work.stet("robots", "http://127.0.0.1:\(port.number)/x", "--json")
    #expect(closed.exitCode == 1)
    #expect(try closed.json()["trouble"]?.string == "cannotConnect")
    work.server.on("/robots.txt", .page(501, text: Self.rules))
    let broken = try work.stet("robots", url)
    #expect(broken.exitCode == 1)
    #expect(broken.output.contains("server error: 501"))
  }

  @Test("A file in the place of the host's, or standard input, asks nobody")
  func file() throws {
    try work.folder.write("robots.txt", "User-agent: *\nDisallow: /\u{1B}[31m\n")
    let url = "https://nobody.invalid/\u{1B}[31m"
    let outcome = try work.stet("robots", url, "--file", "robots.txt")
    #expect(outcome.exitCode == 1)
    // What a file says is printed with its control characters made visible.
    #expect(outcome.output.contains("'Disallow: /\u{241B}[31m' in line 2"))
    let piped = try work.stet(
      "robots", "https://nobody.invalid/a", "--file", "-", "--json", stdin: Array("user-agent *\ndisallow /".utf8))
    #expect(piped.exitCode == 1)
    #expect(try piped.json()["robots"]?.string == "-")
  }

  @Test("A wrong address is exit 64, a file that does not exist 66")
  func wrongUse() throws {
    for arguments in [["ftp://example.org/"], ["example"], []] {
      let outcome = try StetBinary.run(
        ["robots"] + arguments, environment: Workplace.environment, workingDirectory: work.folder.path)
      #expect(outcome.exitCode == 64)
      #expect(outcome.output == "")
    }
    let outcome = try work.stet("robots", "https://example.org/", "--file", "none.txt")
    #expect(outcome.exitCode == 66)
    #expect(outcome.saysOneLine)
  }

  @Test("extract --robots: a refused page is exit 77 and never asked for; without it, it is fetched")
  func extract() throws {
    serve()
    work.server.on("/private/film", .page(text: ReviewPage().html))
    let url = work.server.address("/private/film")
    let refused = try work.stet("extract", "--robots", url)
    #expect(refused.exitCode == 77)
    #expect(refused.saysOneLine && refused.output == "")
    #expect(refused.errorOutput.contains("'Disallow: /private/' in line 3"))
    #expect(work.server.requests.map(\.path) == ["/robots.txt"])
    #expect(try work.stet("extract", url).exitCode == 0)
    // A pipe into a batch fetches nothing.
    #expect(try work.stet("extract", "--robots", "--batch", "x.jsonl").exitCode == 64)
  }

  @Test(
    "archive --robots: what is refused is never asked for, a redirect into it included, and the file is asked for once a day"
  )
  func archive() throws {
    serve(Self.rules.replacing("Crawl-delay: 2.5\n", with: ""))
    work.server.on("/film", .page(text: ReviewPage().html))
    work.server.on("/private/film", .page(text: ReviewPage().html))
    work.server.on("/moved", .redirect("/private/film"))
    let paths = ["/private/film", "/moved", "/film"]
    let arguments = ["archive", "--robots", "--delay", "0"] + paths.map(work.server.address)
    let outcome = try StetBinary.run(
      arguments, environment: Workplace.environment, workingDirectory: work.folder.path)
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.contains("new"))
    #expect(!work.server.requests.map(\.path).contains("/private/film"))
    #expect(work.server.requests.count { $0.path == "/robots.txt" } == 1)
    #expect(try work.stet("archive", "--robots", "--delay", "0", work.server.address("/private/film")).exitCode == 77)
    #expect(work.server.requests.count { $0.path == "/robots.txt" } == 1)
    #expect(try work.stet("verify").exitCode == 0)
  }
}
