import StetModel
import Testing

@testable import StetExtract

@Suite struct TitlePatternTests {
  @Test(
    "Headlines that say “review” name what is reviewed, in many languages",
    arguments: [
      ("Review: The Salt Road", "The Salt Road"), ("REVIEW | The Salt Road", "The Salt Road"),
      ("[Review] The Salt Road", "The Salt Road"), ("Review – The Salt Road", "The Salt Road"),
      ("Film Review: The Salt Road", "The Salt Road"), ("The Salt Road review", "The Salt Road"),
      ("The Salt Road review – a widower at sea", "The Salt Road"), ("The Salt Road (2019) – review", "The Salt Road"),
      ("‘The Salt Road’ Review: All at Sea", "The Salt Road"), ("The Salt Road: Film Review", "The Salt Road"),
      ("Harbour Kings: The Salt Road review", "Harbour Kings: The Salt Road"),
      ("Review: The Salt Road is not for the faint-hearted", "The Salt Road is not for the faint-hearted"),
      ("Review: ‘The Salt Road’ Sails Too Far", "The Salt Road"),
      ("Review: The Salt Road – a long way for very little salt", "The Salt Road"),
      ("Filmkritik: Die Salzstraße", "Die Salzstraße"), ("Kritik: Die Salzstraße", "Die Salzstraße"),
      ("Rezension zu „Die Salzstraße“ von Ada Beispiel", "Die Salzstraße"),
      ("[Rezension] Die Salzstraße - Ada Beispiel", "Die Salzstraße - Ada Beispiel"),
      ("Meridian X2 im Test: leiser Riese", "Meridian X2"), ("Angelrute im Test: die Meridian Spin", "Meridian Spin"),
      ("Test: Meridian X2", "Meridian X2"), ("Critique : La Route du sel", "La Route du sel"),
      ("La Route du sel – critique", "La Route du sel"),
      ("Crítica de la película ‘La ruta de la sal’", "La ruta de la sal"),
      ("Reseña: La ruta de la sal", "La ruta de la sal"), ("Recensione: La via del sale", "La via del sale"),
      ("La via del sale, la recensione", "La via del sale"), ("Resenha | A rota do sal", "A rota do sal"),
      ("Recensie: De zoutroute", "De zoutroute"), ("Anmeldelse: Saltvejen", "Saltvejen"),
      ("Recenzja: Solny szlak", "Solny szlak"), ("Рецензия: Соляной путь", "Соляной путь"),
      ("Wolny szlak – recenzja filmu", "Wolny szlak"), ("Wolny szlak – recenzja gry. Sól i nic", "Wolny szlak"),
      ("Review: The Salt Road – 4/5", "The Salt Road"),
      ("Recensie: De zoutroute (★★★★☆)", "De zoutroute"),
      ("Crítica de 'La ruta de la sal', de Ada Ejemplo", "La ruta de la sal"),
      ("Critique : La Route du sel, d’Ada Exemple", "La Route du sel"),
      ("Reseña: La ruta de la sal para PS5", "La ruta de la sal"),
      ("Review: The Salt Road on Nintendo Switch", "The Salt Road"),
      ("Review: A Soprano Rescues ‘The Salt Queen’ at the Opera", "The Salt Queen"),
      ("ARC Review: The Salt Road", "The Salt Road"),
      ("Movie Review: The Salt Road starring Ada Example", "The Salt Road"),
      ("REVIEW: Harbour Kings - \"The Salt Road\" EP", "The Salt Road"),
      ("saltroad.example reviewed by Ada", "saltroad.example"), ("影评：《盐路》", "盐路"),
      ("Recenzie: „Drumul sării” de Ada Exemplu", "Drumul sării"), ("Avaliação: Meridian X2", "Meridian X2"),
      ("Recension: ”Saltvägen” på Norra scenen", "Saltvägen"), ("Solny szlak – recenzja. Sól i nic", "Solny szlak"),
    ])
  func named(title: String, name: String) throws {
    let found = try #require(TitlePattern.item(in: title, isReview: false))
    #expect(found.item.name == name)
    #expect(TitlePattern.callsItselfReview(title))
  }

  @Test("A label of two words needs no mark before the name on a page that is a review")
  func twoWords() {
    let title = "Review Film Jalan Garam: Rindu yang Asin"
    #expect(TitlePattern.item(in: title, isReview: true)?.item.name == "Jalan Garam")
    #expect(TitlePattern.item(in: title, isReview: false) == nil)
    #expect(TitlePattern.item(in: "Review Jalan Garam", isReview: true) == nil)
  }

  @Test(
    "Headlines in which something else is meant by such words name nothing",
    arguments: [
      "How the port changed in ten years: a global review", "The year in review", "A law under review again",
      "Reviewing the year in film", "Heftige Kritik am Hafenbau", "Minister weist Kritik zurück",
      "Peer review: a guide",
      "Crítica y sociedad", "Annual review 2019", "Test results are in", "Ten ferries to take before you die",
    ])
  func unnamed(title: String) {
    #expect(TitlePattern.item(in: title, isReview: false) == nil)
    #expect(!TitlePattern.callsItselfReview(title))
  }

  @Test("What a comma or quotation marks end, and “de” joins to a full name, is by that person")
  func ofMaker() throws {
    let quoted = try #require(TitlePattern.item(in: "Crítica de 'La ruta', de Ada Ejemplo", isReview: false))
    #expect(quoted.item.creators == ["Ada Ejemplo"])
    #expect(TitleName.made("La Route du sel, de Jeanne Exemple")?.creators == ["Jeanne Exemple"])
    #expect(TitleName.made("La Route de Jeanne Exemple") == nil)
    let title = "The Salt Road by Ada Beispiel: a chart for troubled times"
    #expect(TitlePattern.item(in: title, isReview: true)?.item.creators == ["Ada Beispiel"])
    let album = try #require(TitleName.album("Album of the week: Harbour Kings – The Salt Road"))
    #expect(album.creators == ["Harbour Kings"])
  }

  @Test(
    "Where a work is played or shown is no part of its name",
    arguments: [
      ("The Salt Road at the Granary Theatre", "The Salt Road"),
      ("The Salt Road, Marsh Gallery, Hull", "The Salt Road"),
      ("The Salt Road at Quay Hall", "The Salt Road"), ("La ruta en el Teatro Ejemplo", "La ruta"),
      ("Night at the Museum", "Night at the Museum"), ("The Salt Road at dawn", "The Salt Road at dawn"),
      ("Dinner at Eight", "Dinner at Eight"),
    ])
  func venue(name: String, expected: String) { #expect(TitleName.withoutVenue(name) == expected) }

  @Test(
    "A book is told from its writer where one side alone can be a person",
    arguments: [
      ("Book Review: Ada Beispiel – The Salt Road", "The Salt Road"), ("Rezension: Salzwind – Ada Beispiel", nil),
      ("Buchbesprechung: Salzwind – Ada Beispiel", "Salzwind"), ("Buchbesprechung: Ada Beispiel: Salzwind", "Salzwind"),
      ("Book review: The Salt Road, Ada Beispiel", "The Salt Road"),
      ("Book Review: Bo Sample – Ada Beispiel", nil), ("BOOK REVIEW: THE SALT ROAD BY ADA BEISPIEL", "THE SALT ROAD"),
    ] as [(String, String?)])
  func book(title: String, name: String?) throws {
    let item = try #require(TitlePattern.item(in: title, isReview: false)).item
    #expect((item.creators.first?.lowercased() == "ada beispiel") == (name != nil))
    if let name { #expect(item.name == name) }
  }

  @Test("An album is told from who plays it")
  func album() throws {
    let found = try #require(TitlePattern.item(in: "Album Review: Harbour Kings – The Salt Road", isReview: false))
    #expect(found.item.name == "The Salt Road")
    #expect(found.item.creators == ["Harbour Kings"])
  }

  @Test("A year in brackets is the thing's, unless the brackets date the page")
  func year() {
    #expect(TitleName.dated("The Salt Road (2019)")?.year == 2019)
    #expect(TitleName.dated("The Salt Road (2019, Ada Example)")?.creators == ["Ada Example"])
    #expect(TitleName.dated("The Salt Road (Ada Example, 2019)")?.creators == ["Ada Example"])
    #expect(TitleName.dated("The Salt Road (Hong Kong, 2019)")?.creators == [])
    #expect(TitleName.dated("Kettles under $50 (2025 Buyer’s Guide)") == nil)
  }
}
