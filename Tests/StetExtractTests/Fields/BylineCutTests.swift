import Testing

@testable import StetExtract

@Suite struct BylineCutTests {
  @Test(
    "A byline is cut down to names, roles and the words that introduce them",
    arguments: [
      ("By Ada Example | 3 May 2020 | Reviews", "By Ada Example"),
      ("May 3, 2020 by Ada Example", "by Ada Example"),
      ("Ada Example May 3, 2020 • 4 min read", "Ada Example"),
      ("By Ada Example, film critic", "By Ada Example, film critic"),
      ("By Ada Example, film critic, 3 May 2020", "By Ada Example, film critic"),
      ("By Ada Example (staff writer) in Reviews", "By Ada Example (staff writer)"),
      ("by Ada Example, 22 January 2005", "by Ada Example"),
      ("This entry was posted in Albums on July 29, 2013 by Ada Example. About Ada Example", "by Ada Example"),
      ("Posted by Ada Example @ 11:02 PM 1 comments", "Posted by Ada Example"),
      ("BY ADA EXAMPLE 3 MAY", "BY ADA EXAMPLE"),
    ])
  func cut(line: String, expected: String) {
    #expect(BylineCut(line, authors: ["Ada Example"])?.text == expected)
  }

  @Test("Several authors stay together")
  func several() {
    let authors = ["Ada Example", "Bo Sample"]
    #expect(BylineCut("By Ada Example and Bo Sample · 3 May", authors: authors)?.text == "By Ada Example and Bo Sample")
  }

  @Test("Scripts without spaces are cut too")
  func unspaced() {
    let cut = BylineCut("时间:2009-05-12 来源:本站 作者:沈小鸥 点击:次", authors: ["沈小鸥"])
    #expect(cut?.text == "作者:沈小鸥")
    #expect(cut?.isIntroduced == true)
  }

  @Test(
    "A line that names no author, or only a word that begins like one, is no byline",
    arguments: [
      "Design by Pixel Parlour", "By Adamantine Press", "",
    ])
  func none(line: String) {
    #expect(BylineCut(line, authors: ["Ada", "Ada Example"]) == nil)
  }
}
