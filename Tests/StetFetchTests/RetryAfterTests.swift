import StetModel
import Testing

@testable import StetFetch

@Suite struct RetryAfterTests {
  private static let now = Timestamp(secondsSince1970: 784_111_777)  // 1994-11-06T08:49:37Z

  @Test(
    "Seconds are counted from now, and a date is compared with it",
    arguments: [
      ("0", 0), ("120", 120), ("Sun, 06 Nov 1994 08:50:37 GMT", 60), ("Sunday, 06-Nov-94 08:49:47 GMT", 10),
      ("Sun Nov  6 08:49:38 1994", 1),
    ])
  func waits(value: String, seconds: Int64) {
    #expect(RetryAfter.wait(value, now: Self.now) == .seconds(seconds))
  }

  @Test("A date that has passed is no wait, and nobody waits for longer than a year")
  func bounds() {
    #expect(RetryAfter.wait("Sun, 06 Nov 1993 08:49:37 GMT", now: Self.now) == .zero)
    #expect(RetryAfter.wait("99999999999999999999999", now: Self.now) == .seconds(366 * 86400))
    #expect(RetryAfter.wait("Sun, 06 Nov 2094 08:49:37 GMT", now: Self.now) == .seconds(366 * 86400))
  }

  @Test("What is neither is passed over", arguments: ["", "-5", "1.5", "soon", "5 minutes"])
  func others(value: String) {
    #expect(RetryAfter.wait(value, now: Self.now) == nil)
  }
}
