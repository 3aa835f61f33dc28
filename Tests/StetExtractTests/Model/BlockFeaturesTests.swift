import Testing

@testable import StetExtract

/// How measures become bytes.
@Suite struct BlockFeaturesTests {
  @Test("Lengths take four steps to each doubling, and never fall")
  func log() {
    #expect([0, 7, 15, 16, 19, 20, 31, 32, 64].map { BlockFeatures.log($0) } == [0, 7, 15, 16, 16, 17, 19, 20, 24])
    var last: UInt8 = 0
    var value: Int32 = 1
    while value < Int32.max / 3 {
      let now = BlockFeatures.log(value)
      #expect(now >= last)
      last = now
      value += value / 3 + 1
    }
    #expect(BlockFeatures.log(Int32.max) > last)
    #expect(BlockFeatures.log(-5) == 0)
  }

  @Test("Shares are percent, of nothing they are 0, and they do not overflow")
  func percent() {
    #expect(BlockFeatures.percent(1, 4) == 25)
    #expect(BlockFeatures.percent(5, 0) == 0)
    #expect(BlockFeatures.percent(9, 3) == 100)
    #expect(BlockFeatures.percent(Int32.max, Int32.max) == 100)
  }

  @Test("Every column has a name of its own")
  func names() {
    #expect(Set(BlockFeatures.measured).count == BlockFeatures.measured.count)
    #expect(BlockFeatures.width <= 255)
  }

  @Test("What structured data tells of the text is found in it, and nothing else")
  func told() {
    let told = ToldText("The lamp went out, and nobody minded. The piano went on for an hour.")
    var words: [UInt32] = []
    BlockWords.forEach(in: Array("and nobody minded the piano".utf8)[...]) {
      words.append($0); return true
    }
    #expect(told.share(of: words[...]) == 100)
    #expect(told.share(of: Array(words.reversed())[...]) == 0)
    #expect(ToldText(nil).share(of: words[...]) == 0)
  }
}
