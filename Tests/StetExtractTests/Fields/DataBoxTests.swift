import StetModel
import Testing

@Suite struct DataBoxTests {
  @Test(
    "Rows of a box tell who made a thing, when, and what sort it is, however they are marked up",
    arguments: [
      "<p><b>Autorin:</b> Ada Beispiel<br><b>Seiten:</b> 320<br><b>Erscheinungsjahr:</b> 2019</p>",
      "<dl><dt>Author</dt><dd>Ada Beispiel</dd><dt>Pages</dt><dd>320</dd><dt>Year</dt><dd>2019</dd></dl>",
      "<ul><li><span>Author</span> Ada Beispiel</li><li><span>Pages</span> 320</li><li><span>Year</span> 2019</li></ul>",
      "<table><tr><th>Author</th><td>Ada Beispiel</td></tr><tr><th>ISBN</th><td>9780000000000</td></tr><tr><th>Year</th><td>2019</td></tr></table>",
    ])
  func rows(markup: String) throws {
    let item = try #require(try ShortPage.review(markup, title: "Review: The Salt Road").item)
    #expect(item.name == "The Salt Road")
    #expect(item.type == "Book")
    #expect(item.creators == ["Ada Beispiel"])
    #expect(item.year == 2019)
  }

  @Test("Who wrote the page is not who made the film, and a row of several years gives none")
  func unlike() throws {
    let markup = "<p><b>Author:</b> Ada Beispiel<br><b>Year:</b> 1919–1923</p>"
    let item = try #require(try ShortPage.review(markup, title: "Film Review: The Salt Road").item)
    #expect(item.type == "Movie")
    #expect(item.creators.isEmpty)
    #expect(item.year == nil)
  }
}
