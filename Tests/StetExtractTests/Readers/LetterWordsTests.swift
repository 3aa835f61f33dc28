import Testing

@testable import StetExtract

@Suite struct LetterWordsTests {
  @Test(
    "Bare words are in lower case, with one space between them",
    arguments: [
      ("You may ALSO like:", "you may also like"), ("  Don't  miss 3 ", "dont miss"),
      ("À lire – aussi !", "à lire aussi"),
      ("टिप्पणी", "टिप्पणी"), ("", ""), ("12:30", ""),
    ])
  func bareWords(text: String, words: String) {
    #expect(text.bareWords() == words)
  }

  @Test("A sign may be kept")
  func kept() {
    #expect("Don't miss!".bareWords(keeping: "'") == "don't miss")
    #expect("À l'affût".bareWords(keeping: "'") == "à l'affût")
  }

  @Test("Runs of letters, in any script")
  func letterWords() {
    #expect("Film-Review 2012, part".letterWords == ["Film", "Review", "part"])
    #expect("Bücher & टिप्पणी".letterWords == ["Bücher", "टिप्पणी"])
  }
}
