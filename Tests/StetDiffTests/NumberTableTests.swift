import Testing

@testable import StetDiff

@Suite struct NumberTableTests {
  @Test("Numbers come in the order in which they are first seen, however many there are")
  func numbers() {
    var table = NumberTable(capacity: 1)
    let keys = (0..<5_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
    #expect(keys.map { table.number(of: $0) } == (0..<5_000).map(Int32.init))
    #expect(keys.reversed().map { table.number(of: $0) } == (0..<5_000).reversed().map(Int32.init))
    #expect(table.count == 5_000)
    #expect(table.known(keys[4_999]) == 4_999)
    #expect(table.known(1) == nil)
  }

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
