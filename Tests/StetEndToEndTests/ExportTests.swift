import StetModel
import StetTestSupport
import Testing

@Suite struct ExportTests {
  let work: Workplace

  init() throws {
    work = try Workplace()
    work.server.on("/film", .page(text: ReviewPage(title: "=1+1 and <em>more</em>").html))
    _ = try work.shell("$STET archive --delay 0 $1", work.server.address("/film"))
  }

  @Test("Each form is written, to a file and to standard output alike")
  func forms() throws {
    for format in ["jsonl", "csv", "atom"] {
      #expect(try work.stet("export", "--format", format, "out").exitCode == 0)
      let printed = try work.stet("export", "--format", format, "-")
      #expect(printed.exitCode == 0)
      #expect(printed.standardOutput == (try work.folder.read("out")), "\(format)")
      #expect(!printed.standardOutput.isEmpty)
    }
    #expect(try work.stet("export", "--format", "csv", "-").output.contains("'=1+1 and more"))
    #expect(try work.stet("export", "--format", "markdown", "notes").exitCode == 0)
    let files = work.folder.files().filter { $0.hasPrefix("notes/127.0.0.1_") && $0.hasSuffix(".md") }
    #expect(files.count == 1)
    #expect(try work.folder.text(try #require(files.first)).hasPrefix("---\ntitle: \"=1+1 and more\"\n"))
  }

  @Test("The reading room is written as a folder of pages, with every version of each")
  func site() throws {
    work.server.on("/film", .page(text: ReviewPage(title: "More than more").html))
    _ = try work.shell("$STET archive --delay 0 $1", work.server.address("/film"))
    #expect(try work.stet("export", "--format", "site", "room").exitCode == 0)
    let files = work.folder.files().filter { $0.hasPrefix("room/") }
    for end in ["room/index.html", "/1..2/index.html", "/2.json", "room/search/pages-1.js", "room/room.css"] {
      #expect(files.contains { $0.hasSuffix(end) }, "\(end)")
    }
    let page = try work.folder.text(try #require(files.first { $0.hasSuffix("/1/index.html") }))
    #expect(page.contains("=1+1 and &lt;em&gt;more&lt;/em&gt;") || page.contains("=1+1 and more"))
    #expect(!page.contains("<em>more"))
  }

  @Test("What is asked for wrongly, cannot be written or does not exist ends with its own code, and one line")
  func trouble() throws {
    _ = try work.shell("ln -s Archive/warc link")
    for (arguments, code) in [
      (["--format", "markdown", "-"], 64), (["--format", "csv", "--since", "yesterday", "-"], 64),
      (["--format", "pdf", "-"], 64), (["--format", "csv", "--host", "http://x.example/", "-"], 64),
      (["--format", "csv", "missing/out"], 73), (["--format", "csv", "Archive"], 73),
      (["--format", "site", "-"], 64), (["--format", "site", "--versions", "latest", "room"], 64),
      (["--format", "site", "Archive"], 73), (["--format", "markdown", "Archive"], 73),
      (["--format", "jsonl", "Archive/stet-archive.json"], 73), (["--format", "csv", "Archive/index.sqlite"], 73),
      (["--format", "site", "Archive/pages/site"], 73), (["--format", "warc", "link/2026.warc.gz"], 73),
      (["--format", "csv", "--archive", "none", "-"], 66),
    ] as [([String], Int32)] {
      let outcome = try StetBinary.run(
        ["export"] + arguments, environment: Workplace.environment, workingDirectory: work.folder.path)
      #expect(outcome.exitCode == code, "\(arguments)")
      #expect(outcome.saysOneLine, "\(outcome.errorOutput)")
      #expect(outcome.standardOutput.isEmpty)
    }
    #expect(try work.stet("verify").exitCode == 0)
  }

  @Test(
    "What leaves as WARC or WACZ can be imported: the same record, from the same response", arguments: ["warc", "wacz"])
  func roundTrip(form: String) throws {
    let name = form == "warc" ? "out.warc.gz" : "out.wacz"
    #expect(try work.stet("export", "--format", form, name).exitCode == 0)
    let printed = try work.stet("export", "--format", form, "-")
    #expect(printed.standardOutput == (try work.folder.read(name)))
    #expect(try work.stet("import", "--archive", "Other", name).exitCode == 0)
    let (old, new) = (
      try work.stet("show", "/film", "--json").json(),
      try work.stet("show", "--archive", "Other", "/film", "--json").json()
    )
    #expect(new["review"] == old["review"])
    #expect(new["captured"] == old["captured"])
    #expect(new["response"]?["payload"] == old["response"]?["payload"])
    #expect(new["cause"] == "import")
    #expect(try work.stet("verify", "--archive", "Other").exitCode == 0)
    #expect(try work.stet("export", "--format", "wacz", "out.zip").exitCode == 64)
  }

  @Test("What the shell has open is written to: standard output by its name, a pipe, what stands in a file already")
  func openFiles() throws {
    let printed = try work.stet("export", "--format", "jsonl", "-").output
    #expect(try work.shell("set -o pipefail; $STET export --format jsonl /dev/stdout | cat").output == printed)
    let script = """
      $STET export --format jsonl >(cat > copy); code=$?; wait $!; echo "$code"
      mkfifo pipe; ln -s pipe link; cat pipe > other & $STET export --format jsonl link; echo $?; wait
      echo before > all; $STET export --format jsonl /dev/stdout >> all; echo $?
      """
    #expect(try work.shell(script).output == "0\n0\n0\n")
    #expect(try work.folder.text("copy") == printed)
    #expect(try work.folder.text("other") == printed)
    #expect(try work.folder.text("all") == "before\n" + printed)
  }

  @Test("A reader that goes early is no trouble; nothing that fits is said")
  func edges() throws {
    #expect(try work.shell("$STET export --format jsonl - | head -c 1; echo ${PIPESTATUS[0]}").output.hasSuffix("0\n"))
    let none = try work.stet("export", "--format", "jsonl", "--since", "2999", "-")
    #expect(none.exitCode == 0)
    #expect(none.standardOutput.isEmpty)
    #expect(none.errorOutput == "stet: no version is what was asked for\n")
  }
}
