import Testing

@testable import StetExtract

@Suite struct LowerCaseTests {
  @Test("Every character is lowered as Swift lowers it")
  func everyCharacter() {
    let scalars = (0...0x10FFFF).compactMap(Unicode.Scalar.init)
    for start in stride(from: 0, to: scalars.count, by: 1000) {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[start..<min(start + 1000, scalars.count)])
      #expect(LowerCase.utf8(text) == Array(text.lowercased().utf8))
    }
  }

  @Test(
    "A text is lowered whole", arguments: ["", "NIGHT", "Die Nacht – ÄRGER × ß", "ΝΥΧΤΑ", "НОЧЬ “Ночь”", "夜はＡ", "İI"])
  func text(_ text: String) { #expect(LowerCase.text(text) == text.lowercased()) }
}
