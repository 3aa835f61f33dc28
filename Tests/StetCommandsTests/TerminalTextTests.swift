import Testing

@testable import StetCommands

@Suite struct TerminalTextTests {
  @Test(
    "Control characters are made visible; words, line feeds and tabs stay",
    arguments: [
      ("plain – ünïcode 漢字 🎬\n\tx", "plain – ünïcode 漢字 🎬\n\tx"),
      ("\u{1B}[31m", "^[[31m"), ("a\u{00}b", "a^@b"), ("\r", "^M"), ("\u{07}", "^G"), ("\u{7F}", "^?"),
      ("\u{9B}1m", "<U+009B>1m"), ("\u{202E}x", "<U+202E>x"), ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"),
      ("\u{E0041}", "<U+E0041>"), ("\u{2028}", "<U+2028>"), ("שלום\u{200F}", "שלום\u{200F}"),
    ])
  func visible(text: String, shown: String) {
    #expect(TerminalText.visible(text) == shown)
  }

  @Test("A line has no line breaks")
  func line() {
    #expect(TerminalText.line(" one\r\n two\t\tthree\n") == "one two three")
    #expect(TerminalText.line("one\ntwo", width: 5) == "one …")
    #expect(TerminalText.line("one", width: 3) == "one")
  }
}
