import StetModel
import Testing

@testable import StetRender

@Suite struct CSVTests {
  /// The cells of a table, read as RFC 4180 says.
  static func read(_ text: String) throws -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    func isNext(_ scalar: Unicode.Scalar) -> Bool { scalars.first == scalar }
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where isNext("\""):
        _ = scalars.popFirst()
        cell.unicodeScalars.append("\"")
      case ("\"", true): isQuoted = false
      case ("\"", false):
        try #require(cell.isEmpty)
        isQuoted = true
      case (",", false):
        rows[rows.count - 1].append(cell)
        cell = ""
      case ("\r", false):
        try #require(scalars.popFirst() == "\n")
        rows[rows.count - 1].append(cell)
        rows.append([])
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    try #require(rows.last?.isEmpty == true && cell.isEmpty && !isQuoted)
    return rows.dropLast()
  }

  private func version(_ review: Review?) throws -> StoredVersion {
    let digest = try #require(Digest(bytes: [UInt8](repeating: 1, count: 32)))
    let captured = try #require(Timestamp("2026-11-22T06:00:03Z"))
    let snapshot = Snapshot(
      page: PageKey(stored: "http://reel.example/1"), version: 1, captured: captured, cause: .page, previous: nil,
      response: nil, extractor: ExtractorFacts(version: "0", rules: digest), review: review)
    return StoredVersion(snapshot, digest: digest)
  }

  private func row(_ review: Review?) throws -> [String: String] {
    var table = CSVRendering()
    let text = table.header() + table.row(try version(review))
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    let rows = try Self.read(String(text.unicodeScalars.dropFirst()))
    #expect(rows.map(\.count) == [CSVRendering.columns.count, CSVRendering.columns.count])
    return Dictionary(zip(rows[0], rows[1]), uniquingKeysWith: { first, _ in first })
  }

  @Test("A record's row has its fields; a tombstone's has its page and no record")
  func fields() throws {
    let row = try row(SampleReview.review)
    #expect(row["title"] == "Night & <Day> *again*")
    #expect(row["rating_value"] == "3.5")
    #expect(row["rating_best"] == "5")
    #expect(row["item_year"] == "2023")
    #expect(row["tags"] == "drama; x")
    #expect(row["text"] == SampleReview.review.bodyText)
    let gone = try self.row(nil)
    #expect(gone["page"] == "http://reel.example/1")
    #expect(gone["title"] == "")
  }

  @Test(
    "No cell of text starts what a spreadsheet would run",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1", "=cmd|' /C calc'!A0", "\"=1\"",
    ])
  func formulas(text: String) throws {
    var review = Review(url: "http://reel.example/1")
    review.title = text
    review.tags = [Term(name: text)]
    let row = try row(review)
    for name in ["title", "tags"] {
      let cell = try #require(row[name])
      #expect(cell == (text.hasPrefix("\"") ? text : "'" + text), "\(name)")
    }
  }

  @Test(
    "A quotation mark is doubled, even where it is one character with what stands beside it",
    arguments: ["a \"b\" c", "\u{6DD}\"", "\"\u{301},x", ",\"\u{200D}\""])
  func quotationMarks(text: String) throws {
    let quoted = CSVText.quoted(text).utf8
    let marks = text.utf8.count { $0 == UInt8(ascii: "\"") }
    #expect(quoted.count { $0 == UInt8(ascii: "\"") } == 2 * marks + 2)
    var review = Review(url: "http://reel.example/1")
    review.title = "x" + text
    #expect(try row(review)["title"] == "x" + text)
  }

  @Test("Numbers of ours are numbers, below zero too")
  func numbers() throws {
    var review = Review(url: "http://reel.example/1")
    review.rating = Rating(value: .number(-1.5), best: nil, text: "-1.5")
    let row = try row(review)
    #expect(row["rating_value"] == "-1.5")
    #expect(row["rating"] == "'-1.5")
  }

  @Test("A cell longer than Excel's is cut with a word on it, and counted")
  func long() throws {
    var review = Review(url: "http://reel.example/1")
    review.title = String(repeating: "🎬", count: 20_000)
    var table = CSVRendering()
    let rows = try Self.read(table.row(try version(review)))
    let title = rows[0][6]
    #expect(title.utf16.count <= 32_767)
    #expect(title.hasSuffix("🎬 … [cut: 40000 characters, a cell holds 32767]"))
    #expect(table.cutCells == 1)
    review.title = String(repeating: "a", count: 32_767)
    #expect(try row(review)["title"] == review.title)
  }

  @Test("Whatever a page says, every row has every column", arguments: 0..<60)
  func hostile(seed: Int) throws {
    let review = RandomReview.make(seed: seed)
    let row = try row(review)
    let text = review.bodyText
    if text.utf16.count < 30_000 { #expect(row["text"] == CSVText.defused(text)) }
    let title = review.title ?? ""
    #expect(row["title"] == CSVText.defused(title))
  }
}
