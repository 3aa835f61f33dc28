import Testing

@testable import StetDiff

@Suite struct SpellingTableTests {
  @Test("Spellings are told apart by every byte and by their length, however many there are")
  func spellings() {
    var table = SpellingTable()
    func look(_ text: String) -> Int32? { Array(text.utf8).withUnsafeBufferPointer { table.number(of: $0) } }
    let texts = ["", "a", "a\0", "abcdefgh", "abcdefgi", "abcdefghi"] + (0..<5_000).map { "word \($0)" }
    for (index, text) in texts.enumerated() {
      #expect(look(text) == nil)
      Array(text.utf8).withUnsafeBufferPointer { table.add($0, as: Int32(index)) }
    }
    #expect(texts.map(look) == texts.indices.map { Int32($0) })
    #expect(table.count == texts.count)
    #expect(look("word 5000") == nil)
  }
}
