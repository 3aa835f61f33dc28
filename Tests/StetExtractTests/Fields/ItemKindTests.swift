import Testing

@testable import StetExtract

@Suite struct ItemKindTests {
  @Test(
    "What stands beside “review” in a headline is the sort of thing",
    arguments: [
      ("Film Review: The Salt Road", "Movie"), ("The Salt Road – Album Review", "MusicAlbum"),
      ("Filmkritik: Die Salzstraße", "Movie"), ("[Buchrezension] Die Salzstraße", "Book"),
      ("Crítica de la película ‘La ruta’", "Movie"), ("Wolny szlak – recenzja książki", "Book"),
      ("Review: The Salt Road", nil), ("Board game review: The Salt Road", nil),
      ("Comic book review: The Salt Road", nil),
      ("The film of the year", nil),
    ] as [(String, String?)])
  func titles(title: String, type: String?) { #expect(ItemKind.type(ofTitle: title) == type) }

  @Test("Sections name a sort when all that do name the same, and say nothing else")
  func sections() {
    #expect(ItemKind.type(ofSections: ["Culture", "Film reviews"]) == "Movie")
    #expect(ItemKind.type(ofSections: ["Filmkritiken"]) == "Movie")
    #expect(ItemKind.type(ofSections: ["Books", "Films"]) == nil)
    #expect(ItemKind.type(ofSections: ["Film festivals", "Book launches"]) == nil)
  }
}
