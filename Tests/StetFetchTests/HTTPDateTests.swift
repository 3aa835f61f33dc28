import StetFetch
import StetModel
import Testing

@Suite struct HTTPDateTests {
  private static let now = Timestamp(secondsSince1970: 1_795_000_000)  // in 2026

  @Test(
    "The three forms of RFC 9110, 5.6.7 are the same moment",
    arguments: [
      "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
      "sun, 6 nov 1994 08:49:37 gmt", "Mon, 06 Nov 1994 08:49:37 GMT",
    ])
  func forms(text: String) {
    #expect(HTTPDate.parse(text, now: Self.now)?.description == "1994-11-06T08:49:37Z")
  }

  @Test("A year of two digits is the one that is at most 50 years ahead")
  func century() {
    #expect(HTTPDate.parse("Sunday, 06-Nov-76 00:00:00 GMT", now: Self.now)?.description == "2076-11-06T00:00:00Z")
    #expect(HTTPDate.parse("Sunday, 06-Nov-77 00:00:00 GMT", now: Self.now)?.description == "1977-11-06T00:00:00Z")
    #expect(HTTPDate.parse("Sunday, 06-Nov-26 00:00:00 GMT", now: Self.now)?.description == "2026-11-06T00:00:00Z")
  }

  @Test("A leap second is the second after it")
  func leapSecond() {
    #expect(HTTPDate.parse("Sat, 31 Dec 2016 23:59:60 GMT", now: Self.now)?.description == "2017-01-01T00:00:00Z")
  }

  @Test(
    "Anything else is no date",
    arguments: [
      "", "tomorrow", "1994-11-06T08:49:37Z", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
      "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
      "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37", "Sun Foo  6 08:49:37 1994",
      "Sun, 06 Nov 1994 -8:49:37 GMT", "120",
    ])
  func others(text: String) {
    #expect(HTTPDate.parse(text, now: Self.now) == nil)
  }
}
