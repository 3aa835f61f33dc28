import Testing

@testable import StetExtract

/// Words as the model hashes them.
@Suite struct BlockWordsTests {
  private func words(_ text: String) -> [UInt32] {
    var found: [UInt32] = []
    BlockWords.forEach(in: Array(text.utf8)[...]) { word in
      found.append(word)
      return true
    }
    return found
  }

  @Test("Capitals and marks make no difference, letters do")
  func folding() {
    #expect(words("Read more!") == words("read, MORE"))
    #expect(words("Read more") != words("Read less"))
    #expect(words("für dich").count == 2)
  }

  @Test("Any number is one and the same word")
  func numbers() {
    #expect(words("12") == [BlockWords.number])
    #expect(words("1 234,5 of 7").count == 5)
    #expect(words("in 1999") == words("in 2026"))
  }

  @Test("A name is cut at hyphens and capitals, each word once")
  func names() {
    let called = BlockWords.name("entry-content entryContent entry".utf8)
    #expect(Set(called).count == called.count)
    #expect(BlockWords.name("entry_content".utf8) == BlockWords.name("entry-content".utf8))
  }
}
