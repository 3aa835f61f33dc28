import StetKit
import Testing

@Suite("DurationWord")
struct DurationWordTests {
  @Test(
    "Durations are read as people write them",
    arguments: [
      ("90", 90_000), ("0", 0), ("1.5", 1500), ("20m", 1_200_000), ("1h30m", 5_400_000),
      ("1 hour 30 minutes", 5_400_000),
      ("2 days", 172_800_000), ("1W", 604_800_000), ("2.5s", 2500),
    ])
  func read(text: String, milliseconds: Int64) { #expect(DurationWord.read(text) == .milliseconds(milliseconds)) }

  @Test("What is none is nil", arguments: ["", "m", "-1", "1x", "soon", "1..2", "999999999999", "1h-3m", "1e9", "٣m"])
  func none(text: String) { #expect(DurationWord.read(text) == nil) }
}
