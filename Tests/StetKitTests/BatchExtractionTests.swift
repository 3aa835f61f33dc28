import StetExtract
import StetGzip
import StetKit
import StetModel
import StetTestSupport
import Testing

@Suite struct BatchExtractionTests {
  let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func run(_ manifest: String, jobs: Int, requiresReview: Bool = false) throws -> [BatchLine] {
    let entries = try BatchManifest.read(Array(manifest.utf8), subject: "m", folder: folder.path + "/")
    var lines: [BatchLine] = []
    BatchExtraction(Extractor(), jobs: jobs, requiresReview: requiresReview).run(entries) { lines.append($0) }
    return lines
  }

  @Test("One line for each page, in the order of the manifest", arguments: [1, 2, 5])
  func order(jobs: Int) throws {
    var manifest = ""
    for index in 0..<40 {
      var page = ReviewPage()
      page.title = "Film number \(index)"
      let bytes = Array(page.html.utf8)
      try folder.write("\(index).html", index % 2 == 0 ? bytes : Gzip.compress(bytes))
      manifest += #"{"id":"p\#(index)","url":"https://example.org/\#(index)","path":"\#(index).html"}"# + "\n"
    }
    let lines = try run(manifest, jobs: jobs)
    let values = try lines.map { try JSONParser.parse($0.bytes) }
    #expect(values.map { $0["id"]?.string } == (0..<40).map { "p\($0)" })
    #expect(values.map { $0["title"]?.string } == (0..<40).map { "Film number \($0)" })
    #expect(values.map { $0["url"]?.string } == (0..<40).map { "https://example.org/\($0)" })
    for line in lines {
      #expect(!line.isFailure)
      #expect(line.bytes.count { $0 == UInt8(ascii: "\n") } == 1)
    }
  }

  @Test("A page that fails has a line that says why, and the others go on")
  func failures() throws {
    try folder.write("good.html", ReviewPage().html)
    try folder.write("empty.html", "")
    try folder.write("fake.html", "%PDF-1.7\n%\u{00}\u{01}\u{02}")
    let lines = try run(
      """
      {"id":1,"path":"none.html"}
      {"id":"e","path":"empty.html"}
      {"id":"g","url":"https://example.org/","path":"good.html"}
      {"id":"b","path":"fake.html"}
      """, jobs: 2)
    #expect(lines.map(\.isFailure) == [true, true, false, true])
    let values = try lines.map { try JSONParser.parse($0.bytes) }
    #expect(values.map { $0["id"] } == [1, "e", "g", "b"])
    #expect(values.map { $0["error"]?["code"]?.string } == ["noSuchFile", "empty", nil, "binary"])
    #expect(values[0]["error"]?["message"]?.string?.contains("none.html") == true)
  }

  @Test("Without an address the page's own word for it counts, and else the file's")
  func addresses() throws {
    var page = ReviewPage()
    page.head = "<link rel=canonical href=https://reel.example/films/1>"
    try folder.write("own.html", page.html)
    try folder.write("a b.html", ReviewPage().html)
    let lines = try run(#"{"id":1,"path":"own.html"}"# + "\n" + #"{"id":2,"path":"a b.html"}"#, jobs: 1)
    let values = try lines.map { try JSONParser.parse($0.bytes) }
    #expect(values[0]["url"]?.string == "https://reel.example/films/1")
    #expect(values[0]["authors"]?.array?.first?["url"]?.string == "https://reel.example/by/ida")
    let url = try #require(values[1]["url"]?.string)
    #expect(url.hasPrefix("file:///"))
    #expect(url.hasSuffix("/a%20b.html"))
  }
}
