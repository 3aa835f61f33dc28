import StetModel
import Testing

@testable import StetExtract

@Suite struct BookNoteTests {
  @Test(
    "A bibliographic note gives the book and its author",
    arguments: [
      "Ada Beispiel: Die Salzstraße. Roman. Kaiverlag, Hamburg 2019. 320 Seiten, 22,00 EUR. ISBN 978-3-000-00000-0",
      "Die Salzstraße by Ada Beispiel. Quay Press, 320 pages, £14.99. ISBN 9780000000000",
      "Ada Beispiel, Die Salzstraße, Quay Press, 2019, 320 pp. ISBN 9780000000000",
      "Ada Beispiel: Die Salzstraße (Kaiverlag), ISBN 978-3-000-00000-0",
      "Beispiel, Ada: Die Salzstraße. Geschichte einer Straße, Hamburg: Kaiverlag 2019, ISBN 978-3-000-00000-0, 412 S.",
    ])
  func note(line: String) throws {
    let book = try #require(BookNote.read(line))
    #expect(book.name == "Die Salzstraße")
    #expect(book.creators == ["Ada Beispiel"])
    #expect(book.type == "Book")
  }

  @Test(
    "Pages and a price make a note too, a price or pages alone do not",
    arguments: [
      ("Die Salzstraße by Ada B. Beispiel. Quay Press, 320 pp, £14.99", true),
      ("Ada Beispiel: „Die Salzstraße“. Roman. Kaiverlag, Hamburg 2019. 320 S., geb., 22,– €.", true),
      ("Die Salzstraße by Ada Beispiel. Quay Press, £14.99", false),
      ("Die Salzstraße by Ada Beispiel. Quay Press, 320 pages", false),
    ])
  func priced(line: String, isNote: Bool) throws {
    let review = try ShortPage.review("<p>\(line)</p>")
    #expect((review.item?.name == "Die Salzstraße") == isNote)
    #expect((review.kind == .review) == isNote)
  }

  @Test("A line that names nobody gives no book", arguments: ["ISBN 9780000000000", "Hardcover. ISBN: 9780000000000"])
  func nothing(line: String) { #expect(BookNote.read(line) == nil) }

  @Test("Notes on several books name none of them as the one that is reviewed")
  func several() throws {
    let one = "<p>Ada Beispiel: Die Salzstraße. Kaiverlag 2019. ISBN 978-3-000-00000-0</p>"
    let other = "<p>Bo Muster: Der Kai. Kaiverlag 2018. ISBN 978-3-000-00000-1</p>"
    #expect(try ShortPage.review(one).item?.name == "Die Salzstraße")
    #expect(try ShortPage.review(one + other).item == nil)
  }

  @Test("Notes of other languages tell the book by its marks, or behind its writer")
  func languages() {
    #expect(BookNote.read("한소람, 『십삼층 반』, 돌층계, 2019, 288쪽, 13,500원")?.name == "십삼층 반")
    let french = BookNote.read("Ada Exemple, Le dernier bac, éditions de la Gabare, 2015, 212 p., 17 €.")
    #expect(french?.name == "Le dernier bac")
    #expect(french?.creators == ["Ada Exemple"])
  }
}
