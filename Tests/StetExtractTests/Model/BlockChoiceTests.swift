import Testing

@testable import StetExtract

/// The threshold of a page.
@Suite struct BlockChoiceTests {
  @Test("Where every block is clear, what is text is kept and nothing else")
  func clear() {
    let choice = BlockChoice([0.99, 0.98, 0.02, 0.01], [100, 100, 100, 100])
    #expect(choice.threshold > 0.02)
    #expect(choice.threshold <= 0.98)
    #expect(choice.promise > 0.95)
  }

  @Test("Where much is doubtful, a doubtful block is let in rather than left out")
  func doubtful() {
    let choice = BlockChoice([0.45, 0.4, 0.35, 0.3], [100, 100, 100, 100])
    #expect(choice.threshold <= 0.3)
    #expect(choice.promise < 0.6)
  }

  @Test("What the page says most weighs most", arguments: [(Float(1), false), (1000, true)])
  func weights(doubtfulWeight: Float, isLetIn: Bool) {
    let choice = BlockChoice([0.95, 0.42], [100, doubtfulWeight])
    #expect((choice.threshold <= 0.42) == isLetIn)
  }

  @Test("However sure or unsure a page is, the threshold stays between a fifth and three fifths")
  func bounds() {
    #expect(BlockChoice([0.01, 0.005], [10, 10]).threshold >= 0.2)
    #expect(BlockChoice([0.999], [10]).threshold <= 0.6)
    #expect(BlockChoice([], []).promise == 0)
  }
}
