import StetModel
import Testing

@Suite struct TypographyTests {
  @Test(
    "Quotation marks, dashes, ellipses and ligatures are the same in every dress",
    arguments: [
      ("“Fine”", "\"Fine\""), ("„Gut“", "\"Gut\""), ("«Bien»", "\"Bien\""), ("it’s", "it's"), ("it`s", "it's"),
      ("a – b", "a - b"), ("a --- b", "a - b"), ("a—b", "a-b"), ("1990–2000", "1990-2000"), ("−5", "-5"),
      ("well…", "well..."), ("ﬁne eﬀect", "fine effect"), ("5′ 10″", "5' 10\""), ("—–-", "-"),
    ])
  func folded(text: String, plain: String) { #expect(Typography.folded(text) == plain) }

  @Test("What is no matter of dress stays", arguments: ["", "a-b", "4.5", "é", "映画、", "½", "a · b"])
  func kept(text: String) { #expect(Typography.folded(text) == text) }
}
