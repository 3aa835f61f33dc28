import StetArchive
import StetModel
import StetTestSupport
import Testing

@Suite struct SearchTests {
  private let folder: TemporaryFolder
  private let archive: Archive

  init() throws {
    folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    archive = writer.archive
    func store(_ page: String, _ body: String, at: Timestamp = day(1), _ fill: (inout Review) -> Void = { _ in }) throws
    {
      var capture = try capture(page, says: body, at: at)
      fill(&capture.review)
      _ = try writer.record(capture)
    }
    try store("http://a.example/harbour", "Ships come and go. The café is closed.") {
      $0.title = "The Quiet Harbour"
      $0.authors = [Author(name: "Zoë Ångström")]
      $0.published = "2024-05-10"
      $0.tags = [Term(name: "sea")]
      $0.item = ReviewItem(type: "Movie", name: "Harbour Lights", creators: ["B. Keel"], year: 2023)
    }
    try store(
      "http://b.example/notes", "A long text about many things, one of which is a harbour, and it is quiet there."
    ) {
      $0.title = "Notes"
      $0.published = "2020"
    }
    try store("http://sub.b.example/tokyo", "映画『東京物語』は1953年の作品。小津安二郎監督。") { $0.title = "東京物語" }
    try store("http://c.example/old", "It mentioned a zeppelin once.", at: day(1))
    try store("http://c.example/old", "It mentions nothing now.", at: day(2))
    writer.close()
  }

  private func found(
    _ text: String, in scope: SearchScope = .current, limit: Int = 10
  ) throws -> [String] {
    let index = try #require(archive.index(.build))
    return try index.search(SearchQuery(text), in: scope, limit: limit).hits
      .map { String($0.page.description.split(separator: "/").last ?? "") }
  }

  @Test(
    "Words, phrases, fields, filters and what is left out",
    arguments: [
      ("harbour", ["harbour", "notes"]), ("quiet harbour", ["harbour", "notes"]), ("\"quiet harbour\"", ["harbour"]),
      ("title:harbour", ["harbour"]), ("body:harbour", ["notes"]), ("item:harbour", ["harbour"]),
      ("author:angstrom", ["harbour"]), ("author:harbour", []), ("tag:sea", ["harbour"]), ("item:keel", ["harbour"]),
      ("harb*", ["harbour", "notes"]), ("harb", []), ("harbour -notes", ["harbour"]),
      ("harbour -title:quiet", ["notes"]),
      ("harbour host:b.example", ["notes"]), ("harbour -host:b.example", ["harbour"]), ("東京 host:b.example", ["tokyo"]),
      ("harbour host:example", ["harbour", "notes"]), ("harbour after:2024", ["harbour"]),
      ("harbour before:2024", ["notes"]), ("harbour after:2024-05-10", ["harbour"]), ("harbour after:2024-05-11", []),
      ("harbour before:2024-05-10", ["notes"]), ("nothing at all", []),
      // Case and diacritics, either way.
      ("HARBOUR", ["harbour", "notes"]), ("cafe", ["harbour"]), ("CAFÉ", ["harbour"]), ("cafe\u{301}", ["harbour"]),
      ("Zoe", ["harbour"]),
      // Scripts without spaces: any part, by one character or more.
      ("東京", ["tokyo"]), ("京物", ["tokyo"]), ("物語", ["tokyo"]), ("語", ["tokyo"]), ("東", ["tokyo"]),
      ("小津安二郎", ["tokyo"]), ("監督。", ["tokyo"]), ("1953年", ["tokyo"]), ("は1953年の作品", ["tokyo"]), ("津東", []),
      ("title:東京物語", ["tokyo"]), ("title:小津", []), ("東京*", ["tokyo"]), ("\"東京 物語\"", []),
    ])
  func queries(text: String, expected: [String]) throws { #expect(try found(text) == expected) }

  @Test("What a page no longer says is found only when all versions are searched")
  func versions() throws {
    #expect(try found("zeppelin") == [])
    #expect(try found("zeppelin", in: .allVersions) == ["old"])
    #expect(try found("mentions") == ["old"])
    let hit = try #require(
      archive.index(.build)?.search(SearchQuery("zeppelin"), in: .allVersions, limit: 1).hits.first)
    #expect(hit.version == 1)
    #expect(!hit.isCurrent)
  }

  @Test("A version that is taken down is found no longer, nor are its words in the index")
  func takenDown() throws {
    #expect(try found("zeppelin", in: .allVersions) == ["old"])
    let page = try archive.find("old")
    let path = "\(folder.archive)/\(page.folder)/1.json"
    try writeText("{}", to: path + ".new")
    try renameFile(path + ".new", to: path)
    // Whoever takes a version down writes to the page.
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.recordAbsence(page: page.key, status: 404, at: day(9))
    writer.close()
    #expect(try found("zeppelin", in: .allVersions) == [])
    #expect(!String(decoding: try readBytes("\(folder.archive)/index.sqlite"), as: UTF8.self).contains("zeppelin"))
    #expect(try found("mentions") == ["old"])
  }

  @Test("A page that is gone is found by what it said last")
  func gone() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in [3, 4, 6] {
      _ = try writer.recordAbsence(address("http://c.example/old"), status: 404, at: day(number))
    }
    writer.close()
    #expect(try found("mentions") == ["old"])
  }

  @Test(
    "Hits say what was found where, in the words of the page",
    arguments: [
      ("\"quiet harbour\"", SearchField.title, "The [Quiet Harbour]"), ("angstrom", .author, "Zoë [Ångström]"),
      ("cafe closed", .body, "Ships come and go. The [café] is [closed]."),
      ("\"come and go\"", .body, "Ships [come and go]. The café is closed."),
      ("sea", .tag, "[sea]"), ("lights", .item, "Harbour [Lights]; B. Keel; 2023"),
      ("東京", .title, "[東京]物語"), ("物語", .title, "東京[物語]"), ("京物", .title, "東[京物]語"), ("東京物語", .title, "[東京物語]"),
      ("作品", .body, "映画『東京物語』は1953年の[作品]。小津安二郎監督。"), ("小津", .body, "映画『東京物語』は1953年の作品。[小津]安二郎監督。"),
    ])
  func marks(text: String, field: SearchField, expected: String) throws {
    let hits = try #require(archive.index(.build)).search(SearchQuery(text), limit: 10).hits
    let marks = try #require(hits.first?.marks[field])
    #expect(marks.segments.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined() == expected)
  }

  @Test("The number of all finds is told whatever the limit is")
  func limit() throws {
    let index = try #require(archive.index(.build))
    let result = try index.search(SearchQuery("harbour"), limit: 1)
    #expect(result.hits.count == 1)
    #expect(result.total == 2)
    #expect(!result.isMinimum)
  }

  @Test("Of two words the one that fewer pages have decides which page is the better find")
  func rarity() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    let texts = ["Dune dune dune ferry.", "Dune ferry ferry ferry."] + (1...8).map { "Ferry \($0)." }
    for (number, text) in texts.enumerated() {
      _ = try writer.record(capture("http://d.example/\(number)", says: text, at: day(1)))
    }
    writer.close()
    #expect(try found("dune ferry") == ["0", "1"])
    #expect(try found("ferry dune") == ["0", "1"])
  }

  @Test("No text whatever is a syntax error", arguments: 1...400)
  func hostile(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "\"", "*", "^", "-", "(", ")", "{", "}", ":", "+", "title:", "NEAR", "NEAR(", "AND", "OR", "NOT", " ", " ", "a",
      "東京",
      "\u{0}", "\u{301}", "\u{1F}", "\u{2}", "'", ";", "--", ",", "host:", "body :", "\\", "%", "\u{FFFD}", "🎬", "“",
    ]
    let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
    let query: SearchQuery
    do { query = try SearchQuery(text) } catch { return }
    _ = try #require(archive.index(.refresh)).search(query, limit: 3)
  }

  @Test("Where there is no index and none can be made, a search makes one of its own")
  func temporary() throws {
    archive.removeIndex()
    // A folder in the index's place: it cannot be opened, nor removed.
    try makeFolder("\(folder.archive)/index.sqlite")
    #expect(try found("harbour") == ["harbour", "notes"])
    #expect(try archive.find("notes").key.description == "http://b.example/notes")
  }
}
