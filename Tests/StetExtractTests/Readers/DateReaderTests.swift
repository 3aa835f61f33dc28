import StetModel
import Testing

@testable import StetExtract

@Suite struct DateReaderTests {
  @Test(
    "Machine-readable dates keep what they say and no more",
    arguments: [
      ("2012-11-17", "2012-11-17"), ("2012-11", "2012-11"), ("2012", "2012"), ("20121117", "2012-11-17"),
      ("2012-11-17T15:40:00+01:00", "2012-11-17T15:40:00+01:00"), ("2012-11-17T15:40:00Z", "2012-11-17T15:40:00Z"),
      ("2012-11-17T15:40:00.123Z", "2012-11-17T15:40:00Z"), ("2012-11-17 15:40:00", "2012-11-17T15:40:00"),
      ("2012-11-17T15:40", "2012-11-17T15:40:00"), ("2012-11-17T15:40:00+0100", "2012-11-17T15:40:00+01:00"),
      ("2012-11-17T15:40:00-05", "2012-11-17T15:40:00-05:00"), ("20121117T154000Z", "2012-11-17T15:40:00Z"),
      ("2012-11-17T00:00:00", "2012-11-17T00:00:00"), ("2012-11-17 15:40:00 UTC", "2012-11-17T15:40:00Z"),
      ("2012-11-17 15:40:00 +0000", "2012-11-17T15:40:00Z"), ("  2012-11-17\n", "2012-11-17"),
      ("2012/11/17", "2012-11-17"),
      ("2012-1-7", "2012-01-07"), ("Sat, 17 Nov 2012 15:40:00 +0100", "2012-11-17T15:40:00+01:00"),
      ("Sat, 17 Nov 2012 15:40:00 GMT", "2012-11-17T15:40:00Z"),
      ("Sat Nov 17 15:40:00 EST 2012", "2012-11-17T15:40:00-05:00"),
      ("Sat Nov 17 2012 15:40:00 GMT+0100 (CET)", "2012-11-17T15:40:00+01:00"), ("1923-05-03", "1923-05-03"),
      ("November 17, 2012", "2012-11-17"),
    ])
  func iso(text: String, expected: String) {
    #expect(DateReader.iso(text) == expected)
  }

  @Test(
    "What is no date of publication is none",
    arguments: [
      "", "0000-00-00", "-0001-11-30T00:00:00", "1970-01-01T00:00:00Z", "2012-13-01", "2012-02-30", "2999-01-01",
      "1066-10-14", "yesterday", "3 days ago", "today", "12:40", "May 3", "May", "17",

    ])
  func notISO(text: String) {
    #expect(DateReader.iso(text) == nil)
  }

  @Test(
    "Printed dates of many languages are read",
    arguments: [
      ("17 November 2012", "2012-11-17"), ("November 17th, 2012", "2012-11-17"), ("17. November 2012", "2012-11-17"),
      ("17 de noviembre de 2012", "2012-11-17"), ("17 novembre 2012", "2012-11-17"), ("2012年11月17日", "2012-11-17"),
      ("Saturday, 17 November 2012", "2012-11-17"), ("Posted on Nov. 17, 2012", "2012-11-17"),
      ("17-Nov-2012", "2012-11-17"),
      ("17 Nov '12", "2012-11-17"), ("17th of November 2012", "2012-11-17"), ("1er mai 2012", "2012-05-01"),
      ("Sábado 17 de Novembro de 2012", "2012-11-17"), ("zaterdag 17 november 2012", "2012-11-17"),
      ("lördag 17 november 2012", "2012-11-17"), ("17. marraskuuta 2012", "2012-11-17"),
      ("17. listopadu 2012", "2012-11-17"),
      ("17 listopada 2012", "2012-11-17"), ("2012. november 17.", "2012-11-17"), ("17 noiembrie 2012", "2012-11-17"),
      ("17 ноября 2012 г.", "2012-11-17"), ("17 листопада 2012", "2012-11-17"), ("17 Νοεμβρίου 2012", "2012-11-17"),
      ("17 Kasım 2012", "2012-11-17"), ("17 tháng 11, 2012", "2012-11-17"), ("Ngày 17 tháng 11 năm 2012", "2012-11-17"),
      ("2012 m. lapkričio 17 d.", "2012-11-17"), ("17 نوفمبر 2012", "2012-11-17"),
      ("17 تشرين الثاني 2012", "2012-11-17"),
      ("١٧ نوفمبر ٢٠١٢", "2012-11-17"), ("۱۷ نوامبر ۲۰۱۲", "2012-11-17"), ("17 בנובמבר 2012", "2012-11-17"),
      ("१७ नवंबर २०१२", "2012-11-17"), ("১৭ নভেম্বর ২০১২", "2012-11-17"), ("17 พฤศจิกายน 2555", "2012-11-17"),
      ("17 พ.ย. 55", "2012-11-17"), ("๑๗ พฤศจิกายน ๒๕๕๕", "2012-11-17"), ("2012년 11월 17일 토요일", "2012-11-17"),
      ("令和4年5月3日", "2022-05-03"), ("平成24年11月17日", "2012-11-17"), ("17 Nobyembre 2012", "2012-11-17"),
      ("Tachwedd 17, 2012", "2012-11-17"), ("17 d’octubre de 2012", "2012-10-17"), ("17.11.2012", "2012-11-17"),
      ("17. 11. 2012", "2012-11-17"), ("17.11.12", "2012-11-17"), ("2012.11.17", "2012-11-17"),
      ("2012/11/17", "2012-11-17"),
      ("November 2012", "2012-11"), ("novembre de 2012", "2012-11"), ("2012年11月", "2012-11"),
      ("Published: May 3, 2012", "2012-05-03"),
      ("3 May 2012", "2012-05-03"), ("May 3 2012", "2012-05-03"),
    ])
  func printed(text: String, expected: String) {
    #expect(DateReader.read(text, language: nil) == expected)
  }

  @Test(
    "Months are read as their languages shorten, spell and number them",
    arguments: [
      ("14 Tháng Mười Một, 2019", "2019-11-14"), ("Tháng Ba 14, 2019", "2019-03-14"), ("14 thg 3, 2019", "2019-03-14"),
      ("三月 14, 2019", "2019-03-14"), ("十一月 14, 2019", "2019-11-14"), ("14 3 月, 2019", "2019-03-14"),
      ("3월 14, 2019", "2019-03-14"), ("民國108年3月14日", "2019-03-14"), ("２０１９年３月１４日", "2019-03-14"),
      ("2019. gada 14. marts", "2019-03-14"), ("15 בפבר׳ 2019", "2019-02-15"), ("14 जन॰ 2019", "2019-01-14"),
      ("14 ژانویهٔ 2019", "2019-01-14"), ("13 Μαΐ 2019", "2019-05-13"), ("16. ágú. 2019", "2019-08-16"),
      ("15 de decembro de 2019", "2019-12-15"), ("14 آذار/مارس 2019", "2019-03-14"), ("16 Agu 2019", "2019-08-16"),
      ("يوم 14 مارس، 2019", "2019-03-14"), ("Dall’Oca il mer, 13/09/2017", "2017-09-13"),
    ])
  func months(text: String, expected: String) {
    #expect(DateReader.read(text, language: nil) == expected)
  }

  @Test("A month that two languages know by one short name is the page's language's")
  func languages() {
    #expect(DateReader.read("15 lip 2019", language: "pl") == "2019-07-15")
    #expect(DateReader.read("15 lip 2019", language: "hr") == "2019-06-15")
    #expect(DateReader.read("16 srp 2019", language: "cs") == "2019-08-16")
    #expect(DateReader.read("16 srp 2019", language: "hr") == "2019-07-16")
  }

  @Test(
    "Days of the Persian calendar are told by the names of its months, and on Persian pages by their year",
    arguments: [
      ("۲۳ اسفند ۱۳۹۷", nil, "2019-03-14"), ("۳۰ اسفند ۱۳۹۹", nil, "2021-03-20"), ("۱ فروردین ۱۴۰۰", nil, "2021-03-21"),
      ("۱۳۹۷ اسفند ۲۳", nil, "2019-03-14"), ("۳۱ شهریور ۱۳۷۵", nil, "1996-09-21"), ("۳۰ اسفند ۱۴۰۰", nil, nil),
      ("۳۱ مهر ۱۴۰۰", nil, nil), ("۱۳۹۷/۱۲/۲۳", "fa", "2019-03-14"), ("۱۳۹۷/۱۲/۲۳", "ar", nil),
      ("2019/12/23", "fa", "2019-12-23"),
    ] as [(String, String?, String?)])
  func persian(text: String, language: String?, expected: String?) {
    #expect(DateReader.read(text, language: language) == expected)
  }

  @Test(
    "The time of day is read where it is printed",
    arguments: [
      ("Nov 17 2012 3:40 pm", "2012-11-17T15:40:00"), ("November 17, 2012 at 12:05 a.m.", "2012-11-17T00:05:00"),
      ("17. November 2012, 15:40 Uhr", "2012-11-17T15:40:00"), ("17.11.2012 um 15.40 Uhr", "2012-11-17T15:40:00"),
      ("17 novembre 2012 à 15h40", "2012-11-17T15:40:00"), ("17/11/2012 15:40:30", "2012-11-17T15:40:30"),
      ("15:40, 17 November 2012", "2012-11-17T15:40:00"), ("2012年11月17日 15:40", "2012-11-17T15:40:00"),
      ("17 Nov 2012 15:40 CET", "2012-11-17T15:40:00+01:00"),
      ("Nov 17, 2012 | 3:40 PM EST", "2012-11-17T15:40:00-05:00"),
      ("Saturday, November 17, 2012 - 15:40", "2012-11-17T15:40:00"),
    ])
  func times(text: String, expected: String) {
    #expect(DateReader.read(text, language: nil) == expected)
  }

  @Test("Numbers alone are read by what is possible, then by the language, else the day first")
  func order() {
    #expect(DateReader.read("17/11/2012", language: "en-US") == "2012-11-17")
    #expect(DateReader.read("11/17/2012", language: "fr") == "2012-11-17")
    #expect(DateReader.read("11/10/2012", language: "en-US") == "2012-11-10")
    #expect(DateReader.read("11/10/2012", language: "en_US") == "2012-11-10")
    #expect(DateReader.read("11/10/2012", language: "en-GB") == "2012-10-11")
    #expect(DateReader.read("11/10/2012", language: nil) == "2012-10-11")
    #expect(DateReader.read("11.10.2012", language: "en-US") == "2012-10-11")
    #expect(DateReader.read("17 listopada 2012", language: "hr") == "2012-10-17")
  }

  @Test(
    "Texts that are more than a date, or less, are none",
    arguments: [
      "3 days ago", "gestern", "vor 3 Tagen", "May 3", "17/11", "1.2.3.4", "Version 1.17.2012.4", "31 February 2012",
      "The film of 17 November 2012 was shown again at the festival in Hull", "17 November 1890", "17 November 2999",
      "12:40", "2012", "Call 020 7946 0123", "99/99/2012", "",
    ])
  func none(text: String) {
    #expect(DateReader.read(text, language: "en") == nil)
  }

  @Test("A date is found within a line, as printed")
  func find() throws {
    let byline = try #require(
      DateReader.find(in: "By Ada Example on November 17, 2012 at 3:40 pm | 3 min", language: "en"))
    #expect(byline.date == "2012-11-17T15:40:00")
    #expect(byline.text == "November 17, 2012 at 3:40 pm")
    let german = try #require(DateReader.find(in: "von Ada Beispiel, 17. November 2012", language: "de"))
    #expect(german.text == "17. November 2012")
    #expect(DateReader.find(in: "Ada Example, 3 min read", language: "en") == nil)
    #expect(DateReader.find(in: "Since November 2012", language: "en") == nil)
    #expect(DateReader.find(in: String(repeating: "17 November ", count: 100_000), language: "en") == nil)
  }

  @Test(
    "Addresses tell dates by folders and by digits",
    arguments: [
      ("/2012/11/17/title", "2012-11-17"), ("/2012/11/title/", "2012-11"), ("/blog/2012/nov/17/title", "2012-11-17"),
      ("/news/2012-11-17-title", "2012-11-17"), ("/a/title-20121117.html", "2012-11-17"), ("/2012/11/7/", "2012-11-07"),
      ("/story_2012_11_17", "2012-11-17"), ("/facts_41596_title", nil), ("/2012/title", nil), ("/p/20129917", nil),
      ("/item/1234567890123", nil), ("/2012/13/", nil), ("/", nil),
    ] as [(String, String?)])
  func addresses(path: String, expected: String?) throws {
    let address = try #require(PageAddress("https://www.example.org\(path)"))
    #expect(DateReader.fromAddress(address) == expected)
  }
}
