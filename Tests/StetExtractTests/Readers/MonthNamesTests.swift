import Testing

@testable import StetExtract

@Suite("MonthNames")
struct MonthNamesTests {
  @Test(
    "A month is known in every language, by its short form, and of two spellings of a letter in both",
    arguments: [
      ("january", 1), ("janv", 1), ("februarie", 2), ("märz", 3), ("kwietnia", 4), ("мая", 5), ("ιουνίου", 6),
      ("temmuz", 7), ("अगस्त", 8), ("meán fómhair", 9), ("deireadh fómhair", 10), ("תשרין", nil), ("נובמבר", 11),
      ("ديسمبر", 12), ("ธ.ค", 12), ("ফেব্রুয়ারি", 2), ("ফেব্রু\u{9DF}ারি", 2), ("ফেব্রু\u{9AF}\u{9BC}ারি", 2),
      ("monday", nil), ("", nil), ("fómhair", nil),
    ] as [(String, Int?)])
  func months(word: String, month: Int?) { #expect(MonthNames.month(word) == month) }

  @Test("Of a name that two months share the earlier one counts, but in Croatian")
  func shared() {
    #expect(MonthNames.month("listopada") == 11)
    #expect(MonthNames.month("listopada", language: "hr") == 10)
    #expect(MonthNames.month("studenoga", language: "hr") == 11)
  }

  @Test("Weekdays are words of dates and no months; names of people are months all the same")
  func weekdays() {
    #expect(MonthNames.isWeekday("saturday") && MonthNames.isDateWord("saturday"))
    #expect(MonthNames.month("mar") == 3 && MonthNames.isWeekday("mar"))
    #expect(MonthNames.month("april") == 4 && !MonthNames.isDateWord("april"))
    #expect(!MonthNames.isDateWord("don") && !MonthNames.isWeekday("october"))
  }
}
