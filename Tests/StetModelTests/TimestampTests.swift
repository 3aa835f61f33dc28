import StetModel
import Testing

@Suite struct TimestampTests {
  @Test(
    "Seconds since 1970 and their spelling",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (1_795_327_203, "2026-11-22T06:00:03Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
      (-62_167_219_200, "0000-01-01T00:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    ] as [(Int64, String)])
  func spelling(seconds: Int64, text: String) {
    #expect(Timestamp(secondsSince1970: seconds).description == text)
    #expect(Timestamp(text)?.secondsSince1970 == seconds)
  }

  @Test(
    "What is no moment of the calendar, or spelled otherwise, is none",
    arguments: [
      "", "2026-11-22", "2026-11-22T06:00:03", "2026-11-22T06:00:03+00:00", "2026-11-22 06:00:03Z",
      "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-11-00T00:00:00Z",
      "2026-11-31T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T23:60:00Z", "2026-11-22T23:59:60Z",
      "2026-11-22t06:00:03z", "２026-11-22T06:00:0Z", "-026-11-22T06:00:03Z",
    ])
  func otherSpellings(text: String) { #expect(Timestamp(text) == nil) }

  @Test("Earlier moments come first, before 1970 too")
  func order() {
    let moments = [5, -5, 0].map { Timestamp(secondsSince1970: $0) }
    #expect(moments.sorted().map(\.secondsSince1970) == [-5, 0, 5])
  }

  @Test("The ends of the range are spelled without a trap")
  func extremes() {
    for seconds in [Int64.min / 1000, Int64.max / 1000] {
      #expect(Timestamp(secondsSince1970: seconds).description.hasSuffix("Z"))
    }
  }
}
