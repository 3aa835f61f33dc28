import Testing

@testable import StetExtract

@Suite struct MixedTableTests {
  @Test("It holds what a dictionary holds, through all its growth, and the key 0")
  func likeDictionary() {
    var (table, dictionary) = (MixedTable<Int>(), [UInt64: Int]())
    var (before, expected): ([Int?], [Int?]) = ([], [])
    var key: UInt64 = 0
    for value in 0..<5000 {
      before.append(table.replace(key, with: value))
      expected.append(dictionary.updateValue(value, forKey: key))
      // Every third key comes again.
      key = value % 3 == 0 ? UInt64(value / 2) &* 0xBF58_476D_1CE4_E5B9 : UInt64(value) << 32
    }
    #expect(before == expected)
    #expect(dictionary.allSatisfy { table.find($0.key) == $0.value })
    #expect(table.find(0xDEAD_BEEF_0000_0001) == nil)
    #expect(table.all.sorted() == dictionary.values.sorted())
  }
}
