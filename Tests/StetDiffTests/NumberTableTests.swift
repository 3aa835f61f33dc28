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
}
