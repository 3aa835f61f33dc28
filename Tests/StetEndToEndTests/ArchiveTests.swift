import StetModel
import StetTestSupport
import Testing

@Suite struct ArchiveTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  private func archive(_ paths: String...) throws -> ProcessOutcome {
    try work.shell("$STET archive --json --delay 0 $1", paths.map(work.server.address).joined(separator: " "))
  }

  @Test("Archive, unchanged, changed: log, show, diff and verify tell the story")
  func story() throws {
    var page = ReviewPage()
    work.server.on("/films/lighthouse", .page(text: page.html))
    let first = try #require(try archive("/films/lighthouse").jsonLines().first)
    #expect(first["outcome"] == "new")
    #expect(first["version"] == 1)
    #expect(first["page"]?.string == work.server.address("/films/lighthouse"))
    #expect(first["digest"]?.string.flatMap(Digest.init) != nil)
    #expect(try archive("/films/lighthouse").jsonLines().map { $0["outcome"] } == ["unchanged"])
    page.title = "The Longer Night"
    page.tags.append("sound")
    work.server.on("/films/lighthouse", .page(text: page.html))
    let second = try #require(try archive("/films/lighthouse").jsonLines().first)
    #expect(second["outcome"] == "changed")
    #expect(second["version"] == 2)

    let list = try work.stet("list", "--json").json()
    #expect(list.array?.count == 1)
    #expect(list.array?.first?["versions"] == 2)
    #expect(list.array?.first?["title"] == "The Longer Night")
    #expect(try work.stet("list").output.contains("The Longer Night"))

    let log = try work.stet("log", "lighthouse", "--json").json()
    #expect(log["versions"]?.array?.map { $0["version"] } == [1, 2])
    #expect(log["versions"]?.array?.last?["summary"]?.string?.hasPrefix("title “") == true)
    #expect(log["visits"]?.array?.map { $0["outcome"] } == ["new", "unchanged", "changed"])
    let logText = try work.stet("log", "lighthouse").output
    #expect(logText.contains("version 2"))
    #expect(logText.contains("3 visits"))

    #expect(try work.stet("show", "lighthouse").output.contains("The Longer Night"))
    #expect(try work.stet("show", "lighthouse@previous", "--format", "markdown").output.hasPrefix("# The Long Night"))
    let linked = try work.stet("show", "lighthouse@1", "--format", "json-ld")
    #expect(linked.exitCode == 0)
    #expect(try linked.json()["@context"] == "https://schema.org")
    #expect(try linked.json()["headline"]?.string == ReviewPage().title)
    #expect(try linked.json()["author"]?.array?.isEmpty == false)
    let shown = try work.stet("show", "lighthouse@1", "--json")
    let stored = work.folder.files().filter { $0.hasSuffix("/1.json") }
    #expect(shown.standardOutput == (try work.folder.read(try #require(stored.first))))

    let diff = try work.stet("diff", "lighthouse")
    #expect(diff.exitCode == 1)
    #expect(diff.output.contains("sound"))
    let diffJSON = try work.stet("diff", "lighthouse", "1", "latest", "--json")
    #expect(diffJSON.exitCode == 1)
    #expect(try diffJSON.json()["changes"]?.array?.map { $0["field"] } == ["title", "tags"])
    #expect(try work.stet("diff", "lighthouse", "2", "2").exitCode == 0)
    let files = work.folder.files().filter { $0.hasSuffix("/1.json") || $0.hasSuffix("/2.json") }
    #expect(try work.stet("diff", files[0], files[1]).exitCode == 1)
    #expect(try work.stet("diff", files[0], files[0]).exitCode == 0)

    let verify = try work.stet("verify", "--json")
    #expect(verify.exitCode == 0)
    #expect(try verify.json()["whole"] == true)
    #expect(try verify.json()["snapshots"] == 2)
  }

  @Test("A snapshot file may be longer than a page")
  func longSnapshot() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    _ = try archive("/film")
    let file = try #require(work.folder.files().first { $0.hasSuffix("/1.json") })
    try work.folder.write("long.json", try work.folder.read(file) + [UInt8](repeating: 0x20, count: 17 << 20))
    let diff = try work.stet("diff", file, "long.json")
    #expect(diff.exitCode == 0, "\(diff.errorOutput)")
  }

  @Test("A folder that nobody can name hides no other page: list shows the rest and says so, verify finds it")
  func unnamedFolder() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    _ = try archive("/film")
    try work.folder.write("Archive/pages/reviews.example/book~0123456789/1.json", "nonsense")
    let list = try work.stet("list", "--json")
    #expect(list.exitCode == 74)
    #expect(list.saysOneLine)
    #expect(try list.json().array?.map { $0["page"]?.string } == [work.server.address("/film")])
    #expect(try work.stet("show", "film").exitCode == 0)
    #expect(try archive("/film").jsonLines().map { $0["outcome"] } == ["unchanged"])
    let verify = try work.stet("verify")
    #expect(verify.exitCode == 1)
    #expect(verify.output.contains("book~0123456789"))
  }

  @Test("A reader that goes away stops the printing, not the archiving, and the exit code stays true")
  func closedPipe() throws {
    for path in ["/1", "/2", "/3"] { work.server.on(path, .page(text: ReviewPage().html)) }
    let addresses = ["/1", "/2", "/404", "/3"].map(work.server.address).joined(separator: " ")
    let outcome = try work.shell("$STET archive --delay 0 $1 | true; echo ${PIPESTATUS[0]}", addresses)
    #expect(outcome.output == "3\n")
    #expect(try work.stet("list", "--json").json().array?.count == 3)
  }

  @Test("verify finds what was altered, exit 1")
  func tampered() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    _ = try archive("/film")
    let file = try #require(work.folder.files().first { $0.hasSuffix("/1.json") })
    try work.folder.write(file, try work.folder.text(file).replacing("Ida Marsh", with: "Ida Marsch"))
    let verify = try work.stet("verify")
    #expect(verify.exitCode == 1)
    #expect(verify.output.contains("finding"))
    #expect(try work.stet("verify", "--json").json()["whole"] == false)
    let show = try work.stet("show", "film")
    #expect(show.exitCode == 74)
    #expect(show.saysOneLine)
  }

  @Test("Of several pages a bad one is exit 3, all bad ones exit 2, and the good ones are stored")
  func several() throws {
    work.server.on("/one", .page(text: ReviewPage().html))
    work.server.on("/empty", .page(text: ""))
    let some = try archive("/one", "/empty", "/none")
    #expect(some.exitCode == 3)
    #expect(try some.jsonLines().map { $0["outcome"] } == ["new", "quarantined", "failed"])
    #expect(try some.jsonLines().map { $0["error"] != nil } == [false, true, true])
    #expect(try archive("/empty", "/none").exitCode == 2)
    #expect(try archive("/empty").exitCode == 65)
    #expect(try archive("/none").exitCode == 69)
    #expect(try work.stet("list", "--json").json().array?.count { $0["versions"] == 1 } == 1)
    #expect(try work.stet("verify").exitCode == 0)
  }

  @Test("--archive, STET_ARCHIVE and the default; the option may stand before the command")
  func whichArchive() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    let url = work.server.address("/film")
    #expect(try work.stet("--archive", "One", "archive", url).exitCode == 0)
    #expect(try work.stet("archive", url, "--archive=Two").exitCode == 0)
    #expect(try work.stet("archive", url, environment: ["STET_ARCHIVE": "Three"]).exitCode == 0)
    #expect(try work.stet("archive", url).exitCode == 0)
    let tops = Set(work.folder.files().compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(tops == ["One", "Two", "Three", "Archive"])
  }

  @Test("An address with a part after @ is a page, not a version")
  func atSign() throws {
    work.server.on("/@ida/film", .page(text: ReviewPage().html))
    _ = try archive("/@ida/film")
    #expect(try work.stet("show", work.server.address("/@ida/film")).exitCode == 0)
    #expect(try work.stet("show", work.server.address("/@ida/film") + "@1").exitCode == 0)
  }

  @Test("Control characters of a page do not reach the terminal")
  func controlCharacters() throws {
    var page = ReviewPage()
    page.title = "Night \u{1B}]0;owned\u{07} and \u{202E}day"
    work.server.on("/film", .page(text: page.html))
    _ = try archive("/film")
    page.title += "\u{9B}31m more"
    work.server.on("/film", .page(text: page.html))
    _ = try archive("/film")
    for command in [
      "list", "log film", "show film", "show film --format markdown", "show film --format html", "diff film",
    ] {
      let output = try work.shell("$STET \(command)").output
      #expect(output.contains("Night"))
      #expect(
        !output.unicodeScalars.contains { "\u{1B}\u{07}\u{202E}\u{9B}".unicodeScalars.contains($0) }, "\(command)")
    }
  }

  @Test("Talk in JSON is one object a line; --quiet leaves errors only; --verbose says more")
  func talk() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    let url = work.server.address("/film")
    let json = try work.stet("--log-format", "json", "archive", work.server.address("/none"))
    let line = try JSONParser.parse(json.standardError)
    #expect(line["level"] == "error")
    #expect(line["message"]?.string?.contains("404") == true)
    #expect(line["time"]?.string.flatMap { Timestamp($0) } != nil)
    let verbose = try work.stet("--verbose", "archive", url)
    #expect(verbose.errorOutput.hasPrefix("stet: "))
    #expect(try work.stet("--quiet", "archive", url).errorOutput == "")
    #expect(try work.stet("--quiet", "archive", work.server.address("/none")).saysOneLine)
  }

  @Test("Colour when asked for, never in a pipe by itself")
  func color() throws {
    work.server.on("/film", .page(text: ReviewPage().html))
    _ = try archive("/film")
    #expect(!(try work.stet("log", "film").output.contains("\u{1B}[")))
    #expect(try work.stet("log", "film", "--color", "always").output.contains("\u{1B}["))
  }
}
