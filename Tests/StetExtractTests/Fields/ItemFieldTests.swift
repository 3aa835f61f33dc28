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

  private func item(_ data: String, title: String, text: String = "It is long, and loud.") throws -> ReviewItem? {
    let script = #"<script type="application/ld+json">\#(data)</script>"#
    return try ShortPage.review(script + "<p>\(text)</p>", title: title).item
  }

  private static let rating = #""reviewRating":{"@type":"Rating","ratingValue":4,"bestRating":5}"#

  @Test("A headline that says “review” is no name, though structured data gives it for one")
  func headlineAsItem() throws {
    let data = #"""
      {"@type":"Review","itemReviewed":{"@type":"Game","name":"Hollow Tide Review: Deep Water"},\#(Self.rating)}
      """#
    #expect(try item(data, title: "Hollow Tide Review: Deep Water")?.name == "Hollow Tide")
  }

  @Test("A review of the article that it is a property of, or of a post by its headline, is what readers gave")
  func articleAsItem() throws {
    let review = #""itemReviewed":{"@type":"CreativeWork","name":"Seven lamps"},\#(Self.rating)"#
    let article = #"{"@type":"Article","headline":"Seven lamps","review":{"@type":"Review",\#(review)}}"#
    let blog = #"{"@type":"Review","itemReviewed":{"@type":"BlogPosting","name":"Seven lamps"},\#(Self.rating)}"#
    for data in [article, blog] {
      let script = #"<script type="application/ld+json">\#(data)</script>"#
      let read = try ShortPage.review(script, title: "Seven lamps")
      #expect(read.rating == nil)
      #expect(read.item == nil)
      #expect(read.kind != .review)
      // On a page that calls itself a review the author rates with such plugins.
      let filed = try ShortPage.review(script, title: "Seven lamps", path: "/film-reviews/lamps")
      #expect(filed.rating?.value == .number(4))
    }
  }

  @Test("Of “Artist: Album” in structured data the album is reviewed")
  func album() throws {
    let data = #"""
      {"@type":"Review","itemReviewed":{"@type":"MusicRecording","name":"Saint Orrin: Lantern Year"},\#(Self.rating)}
      """#
    let item = try #require(try item(data, title: "Lantern Year"))
    #expect(item.name == "Lantern Year")
    #expect(item.creators == ["Saint Orrin"])
  }

  @Test("Where a play was seen is not what the headline says is reviewed")
  func venue() throws {
    let data = #"""
      {"@type":"Review","itemReviewed":{"@type":"Thing","name":"Foundry theatre, Hull"},\#(Self.rating)}
      """#
    #expect(try item(data, title: "Mother Cable review – a family feud")?.name == "Mother Cable")
  }

  @Test(
    "A sentence that a name opens is cut where the text has the name and not the sentence",
    arguments: [
      ("Review: Lume Iara 1.4 quer ser gente grande", "O Lume Iara 1.4 chega hoje.", "Lume Iara 1.4"),
      ("Anmeldelse: Færgelejet spillede op til stormflod", "Så gik Færgelejet på; Færgelejet!", "Færgelejet"),
      ("Review: The Ledger of a quiet year", "The Ledger is long.", "The Ledger of a quiet year"),
      ("Review: Brevla One kettle", "The Brevla One is hot.", "Brevla One kettle"),
    ])
  func sentence(title: String, text: String, name: String) throws {
    #expect(try ShortPage.review("<p>\(text)</p>", title: title).item?.name == name)
  }

  @Test("A page of several things, told by a number and praise, reviews none")
  func praise() throws {
    let text = #"<p class="byline">By Bo Sample</p><p>Our rating: 3/5</p>"#
    #expect(try ShortPage.review(text, title: "Seven great novels about the weather").item == nil)
  }
}
