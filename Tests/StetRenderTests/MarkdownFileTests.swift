import StetModel
import Testing
import Yams

@testable import StetRender

@Suite struct MarkdownFileTests {
  private func file(_ review: Review?) throws -> String {
    let digest = try #require(Digest(bytes: [UInt8](repeating: 1, count: 32)))
    let captured = try #require(Timestamp("2026-11-22T06:00:03Z"))
    let snapshot = Snapshot(
      page: PageKey(stored: "http://reel.example/1"), version: 2, captured: captured, cause: .page, previous: nil,
      response: nil, extractor: ExtractorFacts(version: "0", rules: digest), review: review)
    return MarkdownFile.render(StoredVersion(snapshot, digest: digest, goneSince: captured))
  }

  /// What a YAML parser reads in the front matter, and what stands behind it.
  private func parts(_ file: String) throws -> (matter: [String: Any], text: String) {
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.first == "---")
    let end = try #require(lines.dropFirst().firstIndex(of: "---"))
    let yaml = lines[1..<end].joined(separator: "\n")
    let matter = try #require(try Yams.load(yaml: yaml) as? [String: Any])
    return (matter, lines[(end + 1)...].joined(separator: "\n"))
  }

  @Test("Front matter and record, both as they are")
  func whole() throws {
    let (matter, text) = try parts(try file(SampleReview.review))
    #expect(matter["title"] as? String == "Night & <Day> *again*")
    #expect(matter["published"] as? String == "2024-03-01")
    #expect(matter["authors"] as? [String] == ["Ida Marsh"])
    #expect(matter["tags"] as? [String] == ["drama", "x"])
    #expect(matter["version"] as? Int == 2)
    #expect(matter["gone"] as? String == "2026-11-22T06:00:03Z")
    #expect((matter["item"] as? [String: Any])?["name"] as? String == "Night")
    #expect((matter["item"] as? [String: Any])?["creators"] as? [String] == ["Marta Quill"])
    #expect((matter["rating"] as? [String: Any])?["value"] as? Double == 3.5)
    #expect(text == "\n" + MarkdownRendering.render(SampleReview.review))
  }

  @Test(
    "A title is read as the text that it is",
    arguments: [
      "no", "~", "null", "2012", "2012-11-17", "1e3", "0x1F", "- a", "a: b", "# a", "&a *a !a", "---", "...", "{a: [b",
      "%x", "@x",
      "`x`", "'", "\"", "\\", "\\u0041", "a\nb: c\n---\n", "tab\there", "\r\n", " leading and trailing ",
      "\u{85}\u{2028}\u{2029}",
      "x\u{FEFF}y", "\u{0}\u{7}\u{1B}\u{7F}\u{9F}", "\u{FFFE}\u{FFFF}", "\u{202E}abc", "🎬 漢字 e\u{301}", "<<", "=", "|",
      ">",
    ])
  func hostile(title: String) throws {
    var review = Review(url: "http://reel.example/1")
    review.title = title
    review.tags = [Term(name: title), Term(name: "x")]
    let matter = try parts(try file(review)).matter
    let read = try #require(matter["title"] as? String)
    #expect(Array(read.unicodeScalars) == Array(title.unicodeScalars))
    #expect((matter["tags"] as? [String])?.first.map { Array($0.unicodeScalars) } == Array(title.unicodeScalars))
  }

  @Test("Whatever a page says, the front matter can be read", arguments: 0..<60)
  func random(seed: Int) throws {
    let review = RandomReview.make(seed: seed)
    let matter = try parts(try file(review)).matter
    #expect(matter["title"] as? String == review.title)
    #expect(matter["authors"] as? [String] ?? [] == review.authors.map(\.name))
  }

  @Test("A page that is gone has no record: the file says so")
  func gone() throws {
    #expect(try parts(try file(nil)).text == "\n*The page is gone since 2026-11-22T06:00:03Z.*\n")
  }
}
