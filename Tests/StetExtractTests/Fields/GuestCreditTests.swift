import Testing

@testable import StetExtract

@Suite("Guest credit")
struct GuestCreditTests {
  @Test(
    "A sentence that says whose guest post it is tells the name and nothing behind it",
    arguments: [
      ("This is a guest post by Ada Example, who keeps bees.", "Ada Example"),
      ("Guest review by Ada B. Example", "Ada B. Example"),
      ("This review was written by Ada van Example.", "Ada van Example"),
      ("Today's GUEST POST FROM Ada Example is about bees", "Ada Example"),
    ])
  func named(text: String, name: String) {
    #expect(GuestCredit.name(in: text) == name)
  }

  @Test(
    "Guests without a full name, and other sentences, credit nobody",
    arguments: [
      "A guest post by the brewery", "This is a guest post by Ada, who keeps bees.", "The review was written in haste.",
      "By Ada Example",
    ])
  func unnamed(text: String) {
    #expect(GuestCredit.name(in: text) == nil)
  }
}
