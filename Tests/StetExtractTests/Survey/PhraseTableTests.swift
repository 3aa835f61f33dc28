import Testing

@testable import StetExtract

@Suite struct PhraseTableTests {
  private let table = PhraseTable(["read on", "réservé aux abonnés", "read only", "全文を読む"])

  @Test(
    "A phrase is found in any case, at either end and inside a word",
    arguments: [
      "Read on", "To READ ON, pay.", "spread one's wings", "RÉSERVÉ AUX ABONNÉS", "ここで全文を読む",
    ])
  func stands(text: String) {
    #expect(table.standsIn(text))
  }

  @Test(
    "What only begins as a phrase does is none", arguments: ["", "rea", "read o", "reading", "réservé aux amis", "全文"])
  func doesNotStand(text: String) {
    #expect(!table.standsIn(text))
  }

  @Test("Of all that stand in a text each is told once, in the list's order")
  func all() {
    #expect(table.all(in: Array("全文を読む, read only, read on, read only".utf8)[...]) == [0, 2, 3])
  }
}
