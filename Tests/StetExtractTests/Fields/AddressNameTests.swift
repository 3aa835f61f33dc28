import StetModel
import Testing

@Suite struct AddressNameTests {
  /// What is reviewed on a page with a rating and such an address.
  private func item(_ path: String, _ text: String, title: String = "Not quite the end of the road") throws -> String? {
    try ShortPage.review(
      #"<p class="byline">By Bo Sample</p><p>\#(text)</p><p>Our rating: 3/5</p>"#, title: title, path: path
    ).item?.name
  }

  @Test(
    "Under a headline that is a quip a review is about what its address names and the text has",
    arguments: [
      ("/2022/08/the-salt-ledger/", "On paper, The Salt Ledger is dull.", "The Salt Ledger"),
      ("/stage/keepers-light-review-granary", "In the end, Keepers of Light is long.", "Keepers of Light"),
      ("/kultur/recension-vinterkoren-pa-granary", "Man hör Vinterkören, och vill ha mer Vinterkören.", "Vinterkören"),
      ("/buch/die-kuehle-bruecke.html", "Wer, wie wir, <em>Die Kühle Brücke</em> liest, friert.", "Die Kühle Brücke"),
      ("/film/312-the-salt-ledger-4471", "Long, and loud, The Salt Ledger is both.", "The Salt Ledger"),
    ])
  func named(path: String, text: String, name: String) throws {
    #expect(try item(path, text) == name)
  }

  @Test(
    "What the address says is no name where the text does not write it as one",
    arguments: [
      ("/2022/08/the-salt-ledger/", "The salt ledger of the town is kept, as ever, in a drawer."),
      ("/2022/08/salt/", "Salt is dear. Salt is not for all, and Salt is white."),
      ("/best-salt-ledgers/", "Of the Best Salt Ledgers we have seen, none was dry."),
      ("/2022/08/ledger-week-in-review", "The Ledger Week, as it is called, is over."),
      ("/2022/08/the-salt-ledger/", "See <a href='/x'>The Salt Ledger</a>, too, for what we said of that."),
      ("/", "On paper, The Salt Ledger is dull."),
    ])
  func unnamed(path: String, text: String) throws {
    #expect(try item(path, text) == nil)
  }

  @Test("A rated page in a folder of reviews that is called by its headline is about what the headline names")
  func headline() throws {
    let text = "It is long, and loud, and not without charm."
    #expect(try item("/games/review/312-salt-ledger", text, title: "Salt Ledger") == "Salt Ledger")
    #expect(try item("/film-reviews/salt-ledger/", text, title: "Salt Ledger") == "Salt Ledger")
    // Concerts and restaurants have quips over them.
    #expect(try item("/reviews/salt-ledger", text, title: "Salt Ledger") == nil)
    #expect(try item("/film-essays/salt-ledger", text, title: "Salt Ledger") == nil)
    #expect(try item("/film-reviews/312", text, title: "Salt Ledger") == nil)
    #expect(try item("/film-reviews/why-salt", text, title: "Why Salt?") == nil)
  }

  @Test("A heading over the marks whose words the headline holds names the thing")
  func heading() throws {
    let title = "Browning without tears on the Zenith Toaster"
    func heading(_ words: String) throws -> String? {
      try item("/a", "It is nearly silent.</p><h5>\(words)</h5><p>A fine thing, at a price.", title: title)
    }
    #expect(try heading("Zenith Toaster") == "Zenith Toaster")
    #expect(try heading("Toaster") == nil)
    #expect(try heading("Without Tears") == nil)
  }
}
