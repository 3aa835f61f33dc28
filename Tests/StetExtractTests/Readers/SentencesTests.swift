import Testing

@testable import StetExtract

@Suite struct SentencesTests {
  @Test(
    "A text has as many sentences as end in it",
    arguments: [
      ("He rows. She waits.", 2), ("He rows! “She waits.”", 2), ("“He rows.” She waits.", 2), ("‘He rows.’ No.", 2),
      ("«Il rame.» Elle attend.", 2), ("He rows it. She waits.", 2), ("Rows? Waits? Who knows…", 3),
      ("彼は漕ぐ。彼女は待つ。", 2), ("彼は「漕ぐ。」と言った。", 2), ("本当に？！はい。", 2), ("In 1999. Then it was over.", 2),
      ("He rows", 0), ("", 0),
    ])
  func several(text: String, count: Int) { #expect(Sentences.count(in: text) == count) }

  @Test(
    "A full stop that belongs to an abbreviation, a number or an initial ends no sentence",
    arguments: [
      "Acme Inc. brings back the boat that nobody missed.", "Prof. Marsh reads the weather in a teacup.",
      "Dr. Marsh reads the weather.", "A. B. Marsh reads the weather.", "Acme Ltd. Brighton builds boats.",
      "On Nov. 17 the boat sails.", "Am 3. Mai fährt der Kahn.", "The U.S. Navy sails, z.B. im Mai.",
      "It sails at 7 p.m. every day.", "Wait... what sails there?", "Vol. 3 of the boats is out.",
    ])
  func one(text: String) { #expect(Sentences.count(in: text) == 1) }
}
