import StetModel
import Testing

@testable import StetExtract

@Suite struct RelatedHeadingTests {
  @Test(
    "Headings over links to other pages are known in many languages, with or without marks behind them",
    arguments: [
      "Related posts", "Das könnte Sie auch interessieren", "À lire aussi :", "Entradas relacionadas", "Leggi anche",
      "Leia também", "Lees ook:", "Czytaj też", "Läs också", "Læs også", "Les også", "Lue myös", "Související články",
      "Kapcsolódó cikkek", "Citește și", "Διαβάστε επίσης", "Читайте также", "Схожі записи", "İlgili yazılar",
      "مقالات ذات صلة", "קראו גם", "مطالب مرتبط", "यह भी पढ़ें", "関連記事", "관련 글", "相关文章", "延伸閱讀", "Baca juga",
      "Bài viết liên quan…",
    ])
  func known(text: String) { #expect(RelatedHeading.isOne(text)) }

  @Test("Headings of the text are none", arguments: ["The harbour", "Lire aussi les marées", "По воде", "雾"])
  func others(text: String) { #expect(!RelatedHeading.isOne(text)) }

  @Test("Behind the text such a heading goes, with the links below it; in the text it does not cost the text")
  func body() throws {
    let links = #"<ul><li><a href="/b">Hajnal: szél</a></li><li><a href="/c">Szél: hajnal</a></li></ul>"#
    let text = try Self.review("").body.map(\.plainText)
    let behind = try Self.review("<h4>Kapcsolódó cikkek</h4>" + links)
    #expect(text.count == 2)
    #expect(behind.body.map(\.plainText) == text)
    let paragraph =
      "A third paragraph, " + String(repeating: "which goes on about the harbour, the fog and the boats, ", count: 3)
    let inside = try Self.review("<h4>Kapcsolódó cikkek</h4>" + links + "<p>\(paragraph)and ends.</p>")
    #expect(inside.body.last?.plainText == paragraph + "and ends.")
  }

  /// A page whose last words are some markup behind the text.
  private static func review(_ end: String) throws -> Review {
    let address = try #require(PageAddress("https://example.org/a"))
    let html = """
      <html><head><title>A quiet film</title></head><body><article><h1>A quiet film</h1><div class="entry-content">
      <p>A first paragraph, which is long enough, and has commas enough, to be taken for a piece of running text: of fog, of boats.</p>
      <p>A last paragraph, which ends the text as it began, with a sentence about nothing, at some leisurely length, and with no more than that.</p>
      \(end)</div></article></body></html>
      """
    let page = Page(
      requested: address, final: address, status: 200, body: Array(html.utf8),
      received: Timestamp(secondsSince1970: 1_767_225_600))
    return try Extractor(profiles: []).extract(page).review
  }
}
