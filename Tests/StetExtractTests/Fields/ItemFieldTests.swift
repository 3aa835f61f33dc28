import StetModel
import Testing

@Suite struct ItemFieldTests {
  @Test(
    "Who made a thing is read from the text where it says so behind its name",
    arguments: [
      "<p><em>The Salt Road</em> by Ada Beispiel is a long book, with commas, and a map.</p>",
      "<p><a href='/b'>The Salt Road</a> by <a href='/a'>Ada Beispiel</a><br>My rating: 4 of 5 stars<br>A long book.</p>",
    ])
  func makers(markup: String) throws {
    let item = try #require(try ShortPage.review(markup, title: "Review: The Salt Road").item)
    #expect(item.name == "The Salt Road")
    #expect(item.creators == ["Ada Beispiel"])
  }

  @Test(
    "What stands behind a name is not always a person",
    arguments: ["The Salt Road by night is dark.", "The Salt Road by Bus and on foot.", "The Salt Road by the sea."])
  func nobody(line: String) throws {
    let item = try #require(try ShortPage.review("<p>\(line)</p>", title: "Review: The Salt Road").item)
    #expect(item.creators.isEmpty)
  }

  @Test("A headline in capitals is the name that the text has in small letters")
  func capitals() throws {
    let markup = "<h4>Film review</h4><p>The Salt Road is long. Those who walk The Salt Road to its end, are tired.</p>"
    #expect(try ShortPage.review(markup, title: "THE SALT ROAD").item?.name == "THE SALT ROAD")
  }

  @Test(
    "A review's headline may name a writer and a book, or a name before or behind its colon",
    arguments: [
      (
        "Ada Beispiel: Moorlicht", "<p>Moorlicht is dark, and Beispiel knows it; Beispiel has seen Moorlicht.</p>",
        "Moorlicht"
      ),
      (
        "Der stille Hafen", "<p>Lange liegt, bei Regen, Der stille Hafen vor uns, als gäbe es ihn gar nicht.</p>",
        "Der stille Hafen"
      ),
      ("Hotel Meridian: a night above the clock", "<p>The key, at the Meridian, is heavy.</p>", "Hotel Meridian"),
      (
        "Love among the rivets: The Tin Harbour at the Granary Theatre",
        "<p>The Tin Harbour, as it happens, is an opera, with a harbour made of tin, or of something like it.</p>",
        "The Tin Harbour"
      ),
      (
        "The Keepers Of Light lose their way", "<p>The Keepers of Light, in its second year, is looser.</p>",
        "The Keepers Of Light"
      ),
    ])
  func headline(title: String, markup: String, name: String) throws {
    let review = try ShortPage.review(
      #"<p class="byline">By Bo Sample</p>\#(markup)<p>Our rating: 3/5</p>"#, title: title)
    #expect(review.item?.name == name)
  }

  @Test(
    "What a headline says, and whom an interview is with, are no names of things",
    arguments: [
      ("Ada Beispiel: We were wrong", "<p>Beispiel is tired. When Beispiel speaks, nobody else does.</p>"),
      (
        "We went to the Harbour - and back",
        "<p>Last year we went to the Harbour as well. We went to the Harbour in May.</p>"
      ),
      ("Better late than never: Prime Minister opens the quay", "<p>The Prime Minister, late as ever, opened it.</p>"),
      ("Big Storm Tonight: what now", "<p>The Storm came, and went.</p>"),
    ])
  func noName(title: String, markup: String) throws {
    let review = try ShortPage.review(
      #"<p class="byline">By Bo Sample</p>\#(markup)<p>Our rating: 3/5</p>"#, title: title)
    #expect(review.item == nil)
  }

  @Test("The name of a section is no name of a thing")
  func section() throws {
    let text =
      "<h4>Book review</h4><p>Book reviews are short. Good book reviews are shorter, and some Book Reviews long.</p>"
    #expect(try ShortPage.review(text, title: "Book Reviews").item == nil)
  }

  @Test("A name that ends in a word for a sort of review is whole where the text says so")
  func whole() throws {
    let text = "<p>The Tallow Mini is small. The Tallow Mini is also cheap, and it floats, which few lamps do.</p>"
    #expect(try ShortPage.review(text, title: "Tallow Mini Review").item?.name == "Tallow Mini")
    #expect(try ShortPage.review("", title: "Tallow Mini Review").item?.name == "Tallow")
  }
}
