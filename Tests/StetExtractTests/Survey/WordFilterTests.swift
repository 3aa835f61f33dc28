import Testing

@testable import StetExtract

@Suite struct WordFilterTests {
  private static let filter = WordFilter(
    ["štítky", "etichete", "ťahy", "şehir", "ők", "članak", "łódź", "živě", "țări", "étoile"], prefixBytes: 64)

  @Test(
    "A word is known by its capitals, too, whatever marks they bear",
    arguments: [
      "Štítky", "ŠTÍTKY", "Ťahy", "Şehir", "Ők", "Članak", "Łódź", "Živě", "Țări", "ÉTOILE", "Etichete: sea", "o Živě",
    ])
  func capitals(text: String) { #expect(Self.filter.mayMatch(Array(text.utf8)[...])) }

  @Test("Other words in Latin letters are told off", arguments: ["Stitky", "štít", "ťah", "harbour", "Žive", "łódz"])
  func others(text: String) { #expect(!Self.filter.mayMatch(Array(text.utf8)[...])) }

  @Test("Texts of other scripts, and those with the Turkish İ, are looked at closely", arguments: ["Метки", "İlgili"])
  func passed(text: String) { #expect(Self.filter.mayMatch(Array(text.utf8)[...])) }
}
