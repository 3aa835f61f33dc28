import StetArchive
import StetModel
import Testing

@testable import StetReadingRoom

@Suite struct FrontPageTests {
  let sites: InventedSites

  init() throws { sites = try InventedSites() }

  @Test("An archive without pages says so")
  func nothing() throws {
    #expect(try sites.get("/").contains("There is nothing in this archive yet."))
  }

  @Test("Each site is listed with its counts and a link, and what was captured since shows at once")
  func list() throws {
    try sites.capture("http://reviews.example/film", on: 1)
    #expect(try sites.get("/").contains("<a href=\"pages/reviews.example/\">reviews.example</a>"))
    try sites.capture("http://reviews.example/film", says: "It goes on.", on: 2)
    try sites.capture("http://books.example:8080/book", on: 2)
    let page = try sites.get("/")
    #expect(page.contains("<span class=\"number\">2</span> sites"))
    #expect(page.contains("<span class=\"number\">3</span> versions"))
    #expect(page.contains("<a href=\"pages/books.example_8080/\">"))
    #expect(!page.contains("style="))
  }

  @Test("Sites are filtered, sorted and shown in parts of a hundred")
  func choice() throws {
    try sites.write { _ in }
    for number in 1...3 { try sites.capture("http://site\(number).example/", on: number) }
    let filtered = try sites.get("/", [("filter", " SITE2 ")])
    #expect(filtered.contains("site2.example") && !filtered.contains("site1.example"))
    #expect(try sites.get("/", [("filter", "<b>")]).contains("No site has “&lt;b&gt;” in its name."))
    let changed = try sites.get("/", [("sort", "changed")])
    let places = try (1...3).map { try #require(changed.firstRange(of: "site\($0).example")).lowerBound }
    #expect(places[2] < places[1] && places[1] < places[0])
    let today = CalendarDay(daysSince1970: 20_780)
    var choice = SiteChoice()
    choice.size = 2
    choice.part = 7
    let last = try sites.room.shelf.frontPage(choice, today: today)
    #expect(last.sites.map(\.summary.host) == ["site3.example"])
    #expect(last.html(RoomLinks(isSite: false, place: .front)).html.contains("2 of 2"))
    choice.size = nil
    #expect(try sites.room.shelf.frontPage(choice, today: today).sites.count == 3)
  }

  @Test("A site whose pages are not there is said to fail, since when, and the ones in trouble can be put first")
  func health() throws {
    for site in ["a", "b"] { try sites.capture("http://\(site).example/film", on: 1) }
    try sites.write { writer in
      _ = try writer.recordAbsence(
        #require(PageAddress("http://b.example/film")), status: 404, at: InventedSites.day(3))
    }
    let page = try sites.get("/", [("sort", "failing")])
    #expect(page.contains("<span class=\"number\">1</span> page failing since <time datetime=\"2026-11-03\">"))
    #expect(
      try #require(page.firstRange(of: "b.example")).lowerBound < #require(page.firstRange(of: "a.example")).lowerBound)
  }

  @Test("What runs have trouble with stands at its site, or below when there is none, escaped")
  func troubles() throws {
    try sites.capture("http://a.example:81/film", on: 1)
    try sites.write { writer in
      let state = try RunState.open(writer)
      for (subject, message) in [("a.example:81", "no <b>answer</b>"), ("http://c.example/feed", "refused")] {
        _ = try state.note(
          RunTrouble(subject: subject, site: "x", code: "connect", message: message, at: InventedSites.day(4)))
      }
    }
    let page = try sites.get("/")
    #expect(page.contains("no &lt;b&gt;answer&lt;/b&gt;"))
    #expect(
      page.contains("<li>http://c.example/feed, since <time datetime=\"2026-11-04\">2026-11-04</time>: refused</li>"))
    #expect(try sites.get("/pages/a.example_81/").contains("Failing since"))
  }

  @Test("The calendar has a cell for each day of a year, and its numbers by month as a table")
  func calendar() throws {
    let last = try #require(CalendarDay(year: 2026, month: 11, day: 23))
    let days = [
      DayActivity(day: try #require(CalendarDay(year: 2026, month: 10, day: 31)), captures: 1, changes: 0),
      DayActivity(day: try #require(CalendarDay(year: 2026, month: 11, day: 23)), captures: 40, changes: 2),
    ]
    let html = CaptureCalendar(days: days, last: last, subject: "<all>").html.html
    let first = CaptureCalendar.first(before: last)
    #expect(first.daysSince1970 % 7 == 4, "a Monday")
    #expect(last.daysSince1970 - first.daysSince1970 == 52 * 7)
    #expect(html.occurrences(of: "h10v10h-10z") == 52 * 7 + 1 - 2)
    #expect(html.occurrences(of: "<rect") == 2 + 6)
    #expect(html.contains("&lt;all&gt;: <span class=\"number\">41</span> captures"))
    #expect(html.contains("<title>2026-11-23: 40 captures, 2 changes</title>"))
    #expect(html.contains("<time datetime=\"2026-10\">2026-10</time></th><td>1</td>"))
    #expect(!html.contains("style="))
  }
}
