import StetModel
import Testing

@Suite struct VisibleLinesTests {
  @Test(
    "Control characters are made visible; words, line feeds and tabs stay",
    arguments: [
      ("plain – ünïcode 漢字 🎬\n\tx", "plain – ünïcode 漢字 🎬\n\tx"),
      ("\u{1B}[31m", "␛[31m"), ("a\u{00}b", "a␀b"), ("\r", "␍"), ("\u{07}", "␇"), ("\u{7F}", "␡"),
      ("\u{9B}1m", "‹U+009B›1m"), ("\u{202E}x", "‹U+202E›x"), ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›"),
      ("co\u{AD}op\u{200B}", "co\u{AD}op\u{200B}"), ("\u{2028}", "‹U+2028›"), ("שלום\u{200F}", "שלום\u{200F}"),
    ])
  func visible(text: String, shown: String) {
    #expect(VisibleText.lines(text) == shown)
  }

  @Test("A line has no line breaks")
  func line() {
    #expect(VisibleText.line(" one\r\n two\t\tthree\n") == "one two three")
    #expect(VisibleText.line("one\ntwo", width: 5) == "one …")
    #expect(VisibleText.line("one", width: 3) == "one")
  }
}
