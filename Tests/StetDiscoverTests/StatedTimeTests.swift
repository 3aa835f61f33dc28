import StetDiscover
import StetModel
import Testing

@Suite struct StatedTimeTests {
  @Test(
    "Times are read in the forms that feeds and sitemaps are found with",
    arguments: [
      ("2012", "2012-01-01T00:00:00Z", 366 * 86400), ("2012-11", "2012-11-01T00:00:00Z", 30 * 86400),
      ("2012-12", "2012-12-01T00:00:00Z", 31 * 86400), ("2012-11-17", "2012-11-17T00:00:00Z", 86400),
      ("20121117", "2012-11-17T00:00:00Z", 86400), (" 2012-11-17\n", "2012-11-17T00:00:00Z", 86400),
      ("2012-11-17T15:40Z", "2012-11-17T15:40:00Z", 60), ("2012-11-17T15:40:03Z", "2012-11-17T15:40:03Z", 1),
      ("2012-11-17T15:40:03.250+01:00", "2012-11-17T14:40:03Z", 1),
      ("2012-11-17T15:40:03-0530", "2012-11-17T21:10:03Z", 1), ("2012-11-17 15:40:03", "2012-11-17T15:40:03Z", 1),
      ("2012-11-17 15:40:03 UTC", "2012-11-17T15:40:03Z", 1), ("2012-11-17T24:00:00Z", "2012-11-18T00:00:00Z", 1),
      ("20121117T154003Z", "2012-11-17T15:40:03Z", 1), ("2012/11/7", "2012-11-07T00:00:00Z", 86400),
      ("Sat, 17 Nov 2012 15:40:03 GMT", "2012-11-17T15:40:03Z", 1),
      ("Sat, 17 Nov 2012 15:40:03 +0100", "2012-11-17T14:40:03Z", 1),
      ("17 Nov 12 15:40 EST", "2012-11-17T20:40:00Z", 60), ("17 Nov 99 00:00:00 Z", "1999-11-17T00:00:00Z", 1),
      ("Saturday, 17 November 2012 15:40:03 GMT", "2012-11-17T15:40:03Z", 1),
      ("Sat,17 Nov 2012 15:40:03 GMT", "2012-11-17T15:40:03Z", 1), ("17-Nov-2012", "2012-11-17T00:00:00Z", 86400),
      ("Sat Nov 17 15:40:03 2012", "2012-11-17T15:40:03Z", 1),
      ("Sat Nov 17 15:40:03 CET 2012", "2012-11-17T14:40:03Z", 1), ("Sept. 3, 2012", "2012-09-03T00:00:00Z", 86400),
      ("November 3rd, 2012 3:05 pm", "2012-11-03T15:05:00Z", 60), ("3 Nov 2012 12:05am", "2012-11-03T00:05:00Z", 60),
      ("Sat, 17 Nov 2012 15:40:03 GMT+2", "2012-11-17T13:40:03Z", 1),
      ("Sat, 17 Nov 2012 15:40:03 XYZ", "2012-11-17T15:40:03Z", 1),
      ("Sa, 17 Nov 2012 15:40:03 +0100 (CET)", "2012-11-17T14:40:03Z", 1),
      ("Thu, 31 Dec 1998 23:59:60 GMT", "1999-01-01T00:00:00Z", 1),
    ])
  func forms(text: String, start: String, seconds: Int) throws {
    let time = try #require(StatedTime(text))
    #expect(time.start.description == start)
    #expect(time.end.secondsSince1970 - time.start.secondsSince1970 == Int64(seconds))
  }

  @Test(
    "What is no time, or none of the calendar, is nil",
    arguments: [
      "", " ", "yesterday", "2012-13-01", "2012-02-30", "2012-11-17T25:00Z", "2012-11-17T15:61Z", "31 Feb 2012",
      "17 Nov", "12 2012 Nov 3", "2012-11-17Tnoon", "2012-11-17T15:40:03 Mars/Time", "Nov Nov 2012", "1.5",
      "17 Nov 2012 1:2:3:4", String(repeating: "1", count: 200),
    ])
  func none(text: String) { #expect(StatedTime(text) == nil) }

  @Test("A page that changed after the last look is due; one that changed on its day, once that day is over")
  func due() throws {
    func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }
    let visit = try moment("2012-11-17T06:00:00Z")
    let evening = try moment("2012-11-17T20:00:00Z")
    let nextDay = try moment("2012-11-18T00:00:00Z")
    func isDue(_ text: String, _ now: Timestamp) throws -> Bool {
      try #require(StatedTime(text)).isDue(lastVisit: visit, now: now)
    }
    #expect(try isDue("2012-11-17T06:00:01Z", evening) && !isDue("2012-11-17T06:00:00Z", evening))
    #expect(try !isDue("2012-11-16", evening) && !isDue("2012-11-17", evening) && isDue("2012-11-17", nextDay))
    #expect(try isDue("2012-11-18", evening) && !isDue("2013-01-01", evening), "days ahead are no changes")
  }
}
