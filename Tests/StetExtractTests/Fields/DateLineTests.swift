import Testing

@testable import StetExtract

@Suite struct DateLineTests {
  @Test(
    "The words before a date say whether it is of publication or of a change",
    arguments: [
      ("By Ada Example | May 3, 2012", "2012-05-03", false), ("Last updated: May 3, 2012", "2012-05-03", true),
      ("Aktualisiert am 3. Mai 2012", "2012-05-03", true), ("Mis à jour le 3 mai 2012", "2012-05-03", true),
      ("Обновлено 3 мая 2012", "2012-05-03", true),
      ("Written: 2012-05-03 15:03 / Updated: 2012-05-07 15:30", "2012-05-03T15:03:00", false),
      ("Updated May 7, 2012, first published May 3, 2012", "2012-05-03", false),
    ] as [(String, String, Bool)])
  func change(line: String, date: String, isUpdate: Bool) throws {
    let read = try #require(DateLine.read(line, language: "en"))
    #expect(read.date == date)
    #expect(read.isUpdate == isUpdate)
  }

  @Test(
    "Dates of offers, events, members and rights are nobody's day of publication",
    arguments: [
      "Sale ends 03/31/2026", "Joined May 3, 2012", "Mitglied seit 3. Mai 2012", "© 3 May 2012",
      "Valid until 2012-05-03",
      "May 3, 2012 – May 7, 2012", "1/27/2026 - 3/24/2026", "Reviewed in the United States on May 3, 2012",
      "Release date: Mar 4, 2025", "3 days ago", "no date at all",
    ])
  func others(line: String) {
    #expect(DateLine.read(line, language: "en") == nil)
  }
}
