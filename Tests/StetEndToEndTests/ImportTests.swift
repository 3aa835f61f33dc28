import StetModel
import StetTestSupport
import StetWARC
import Testing

/// `stet import`, as it is typed.
@Suite struct ImportTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  /// Captures of one page over years, the latest first, and a picture.
  private func years() throws -> [UInt8] {
    let address = try #require(PageAddress("http://films.example/lighthouse"))
    var records: [WARCRecord] = []
    for year in [2016, 2014, 2012] {
      var page = ReviewPage()
      page.paragraphs[0] = "Seen again in \(year). " + page.paragraphs[0]
      let date = try #require(Timestamp("\(year)-11-22T06:00:03Z"))
      for (path, type) in [("", "text/html"), ("/a.png", "image/png")] {
        let exchange = HTTPExchange(
          address: try #require(PageAddress(address.description + path)), status: 200, reason: "OK",
          fields: [HeaderField(name: "Content-Type", value: type)], body: Array(page.html.utf8), date: date)
        records += WARCCapture(exchange).records
      }
    }
    return try records.flatMap { try $0.member() }
  }

  @Test("Captures of one page over years are its versions, in the order of time")
  func versions() throws {
    try work.folder.write("site.warc.gz", years())
    let outcome = try work.stet("import", "--json", "site.warc.gz")
    #expect(outcome.exitCode == 0)
    let lines = try outcome.jsonLines()
    #expect(lines.map { $0["captured"]?.string?.prefix(4) } == ["2012", "2014", "2016"])
    #expect(lines.map { $0["outcome"]?.string } == ["new", "changed", "changed"])
    #expect(lines.map { $0["version"]?.integer } == [1, 2, 3])
    #expect(outcome.errorOutput == "stet: 1 new, 2 changed; left out: 3 not HTML\n")

    let shown = try work.stet("show", "--format", "json", "lighthouse@2014-12-31").json()
    #expect("\(shown)".contains("Seen again in 2014"))
    #expect(try work.stet("verify").exitCode == 0)
    let again = try work.stet("import", "site.warc.gz")
    #expect(again.exitCode == 0 && again.output == "")
    #expect(again.errorOutput == "stet: 3 known already; left out: 3 not HTML\n")
  }

  @Test("A page of an international host is one under both its names, and is found by either")
  func international() throws {
    var records: [WARCRecord] = []
    for (place, year) in [
      ("bücher.example/film", 2012), ("bücher.example/book", 2013), ("xn--bcher-kva.example/film", 2014),
    ] {
      let exchange = HTTPExchange(
        address: try #require(PageAddress("http://\(place)")), status: 200, reason: "OK",
        fields: [HeaderField(name: "Content-Type", value: "text/html")], body: Array(ReviewPage().html.utf8),
        date: try #require(Timestamp("\(year)-11-22T06:00:03Z")))
      records += WARCCapture(exchange).records
    }
    try work.folder.write("site.warc.gz", try records.flatMap { try $0.member() })
    #expect(try work.stet("import", "site.warc.gz").errorOutput == "stet: 2 new, 1 unchanged\n")
    let several = try work.stet("show", "BÜCHER.example")
    #expect(
      several.exitCode == 66 && several.errorOutput.contains("example/book") && several.errorOutput.contains("/film"))
    for name in [
      "bücher.example/film", "http://bücher.example/film@1", "xn--bcher-kva.example/film", "BÜCHER.example/f",
    ] {
      let shown = try work.stet("show", "--json", name)
      #expect(shown.exitCode == 0, "\(name)")
      #expect(try shown.json()["page"] == "http://xn--bcher-kva.example/film")
    }
    for answer in [
      try work.stet("list", "--host", "Bücher.example"), try work.stet("search", "host:bücher.example", "lighthouse"),
      try work.stet("export", "--format", "jsonl", "--host", "bücher.example", "-"),
      try work.stet("diff", "--since", "2011-01-01", "--host", "bücher.example"),
    ] { #expect(answer.output.contains("xn--bcher-kva.example/film"), "\(answer)") }
    let read = try work.stet("extract", "--url", "http://bücher.example/film", "site.warc.gz")
    #expect(try read.json()["url"] == "http://xn--bcher-kva.example/film")
    #expect(try work.stet("verify").exitCode == 0)
  }

  @Test("An import does not load the library that could reach the network; fetching does")
  func offline() throws {
    try work.folder.write("site.warc.gz", years())
    work.server.on("/film", .page(text: ReviewPage().html))
    // ld.so(8): the dynamic linker says what it loads.
    let environment = ["LD_DEBUG": "files", "LD_DEBUG_OUTPUT": work.folder.path("loaded")]
    #expect(try work.stet("import", "site.warc.gz", environment: environment).exitCode == 0)
    #expect(try !loaded().contains("libcurl"))
    #expect(try work.stet("archive", work.server.address("/film"), environment: environment).exitCode == 0)
    #expect(try loaded().contains("libcurl"))
  }

  private func loaded() throws -> String {
    let names = work.folder.files().filter { $0.hasPrefix("loaded") }
    #expect(!names.isEmpty)
    return try names.map { String(decoding: try work.folder.read($0), as: UTF8.self) }.joined()
  }

  @Test("A missing file ends the import before the archive is made; one without pages is 65; damage beside pages is 3")
  func trouble() throws {
    expect(try work.stet("import", "none.warc.gz"), 66)
    #expect(work.folder.files() == [])
    try work.folder.write("page.html", ReviewPage().html)
    expect(try work.stet("import", "page.html"), 65)
    try work.folder.write("cut.warc.gz", years().dropLast(200))
    expect(try work.stet("import", "cut.warc.gz"), 3)
    expect(try work.stet("import"), 64)
  }

  private func expect(_ outcome: ProcessOutcome, _ code: Int32, location: SourceLocation = #_sourceLocation) {
    #expect(outcome.exitCode == code, "\(outcome.errorOutput)", sourceLocation: location)
    #expect(outcome.errorOutput.hasPrefix("stet: ") || code == 64, sourceLocation: location)
  }

  @Test("What never ends is refused, and not read")
  func device() throws {
    for path in ["/dev/zero", "/dev/null"] {
      let outcome = try work.stet("import", path)
      #expect(outcome.exitCode == 66, "\(outcome.errorOutput)")
      #expect(outcome.errorOutput.contains("no regular file"))
    }
  }
}
