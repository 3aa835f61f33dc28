import StetModel
import StetWARC
import Testing

@Suite struct WARCDateTests {
  @Test(
    "A date of any precision that WARC allows is read: what is less than a second counts from where it begins",
    arguments: [
      ("2010-06-30T10:20:30Z", "2010-06-30T10:20:30Z"), ("2010-06-30T10:20:30.123456789Z", "2010-06-30T10:20:30Z"),
      ("2010-06-30T10:20Z", "2010-06-30T10:20:00Z"), ("2010-06-30", "2010-06-30T00:00:00Z"),
      ("2010-06", "2010-06-01T00:00:00Z"), ("2010", "2010-01-01T00:00:00Z"),
      ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"), ("20100630102030", "2010-06-30T10:20:30Z"),
    ])
  func read(text: String, moment: String) { #expect(WARCDate.read(text)?.description == moment) }

  @Test(
    "What is no moment in UTC is no date",
    arguments: [
      "", "2010-6-30", "2010-13", "2010-02-30", "30 June 2010", "2010-06-30T10:20:30", "2010-06-30T10:20:30+02:00",
    ])
  func refused(text: String) { #expect(WARCDate.read(text) == nil) }
}
