import Testing

@testable import StetExtract

@Suite struct PartTitleTests {
  @Test(
    "Words that only count pages make no other headline",
    arguments: [
      "The Lamp", "The Lamp - Page 2", "The Lamp (page 2 of 3)", "The Lamp, page 2", "Page 2: The Lamp",
      "The Lamp 2/3", "The Lamp (2)", "The Lamp – Seite 2", "The Lamp | Page 2", "the lamp",
    ])
  func same(title: String) { #expect(PartTitle.match(title, of: 2, with: "The Lamp") == .same) }

  @Test("What stands behind the article's headline is the page's own heading")
  func heading() {
    #expect(PartTitle.match("The Lamp: Sound", of: 2, with: "The Lamp") == .heading("Sound"))
    #expect(
      PartTitle.match("The Lamp – Sound and light (page 2)", of: 2, with: "The Lamp") == .heading("Sound and light"))
    #expect(PartTitle.match("The Lamp: A Film: Sound", of: 2, with: "The Lamp: A Film") == .heading("Sound"))
  }

  @Test(
    "A number may be that of a film, a part that of a series, and a page another one",
    arguments: ["The Lamp 2", "The Lamp II", "The Lamp, part 2", "The Lamp - Page 3", "The Lantern", "2"])
  func other(title: String) {
    let match = PartTitle.match(title, of: 2, with: "The Lamp")
    #expect(match != .same)
  }

  @Test("A headline as long as a page, full of what headlines are divided by, is read in one pass")
  func long() {
    let dividers = String(repeating: ", ", count: 300_000)
    #expect(PartTitle.match("a" + dividers + "b", of: 2, with: "a" + dividers + "c") == .other)
    guard case .heading(let rest) = PartTitle.match("The Lamp" + dividers + "Sound", of: 2, with: "The Lamp") else {
      Issue.record("it goes on with a heading of its own")
      return
    }
    #expect(rest.hasSuffix("Sound"))
  }

  @Test("A first page that counts itself is the same article")
  func numbered() { #expect(PartTitle.match("The Lamp (2/3)", of: 2, with: "The Lamp (1/3)") == .same) }
}
