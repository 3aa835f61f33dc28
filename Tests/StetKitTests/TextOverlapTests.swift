import Testing

@testable import StetKit

@Suite struct TextOverlapTests {
  @Test("Equal texts share everything, an excerpt too, and case and marks do not count")
  func same() {
    let text = "On a rock in a northern sea two keepers wait for a boat that is three weeks late."
    #expect(TextOverlap(text, text).share == 1)
    #expect(TextOverlap(text, "two keepers wait for a boat").share == 1)
    #expect(TextOverlap(text, text.uppercased() + "!").share > 0.9)
  }

  @Test("Texts on different matters share next to nothing; so do texts in another script, and short ones nothing")
  func different() {
    let text = "On a rock in a northern sea two keepers wait for a boat that is three weeks late."
    #expect(TextOverlap(text, "We boiled water for a fortnight and wrote down the note of each kettle.").share < 0.05)
    #expect(TextOverlap("北の海の岩の上で二人の灯台守が船を待つ", "我々は二週間お湯を沸かし続けた").share < 0.05)
    #expect(TextOverlap("北の海の岩の上で二人の灯台守が船を待つ", "二人の灯台守が船を待つ").share == 1)
    #expect(TextOverlap("short", "short").share == 0)
    #expect(TextOverlap("", text).share == 0)
  }
}
