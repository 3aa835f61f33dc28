import StetArchive
import Testing

@Suite struct SpilledSortTests {
  private func drained(_ items: [[UInt8]], limit: Int) throws -> [[UInt8]] {
    var sort = SpilledSort(limit: limit)
    for item in items { sort.add(item) }
    var out: [[UInt8]] = []
    let sorted = try sort.sorted()
    while let item = try sorted.next() { out.append(Array(item)) }
    return out
  }

  @Test(
    "What is in memory and what went through a file come in the order of their bytes", arguments: [1, 300, 1 << 20])
  func order(limit: Int) throws {
    var state: UInt64 = 7
    let items = (0..<500).map { _ -> [UInt8] in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (0..<Int(state >> 33 % 40)).map { UInt8(truncatingIfNeeded: state >> (UInt64($0) % 50)) }
    }
    let sorted = items.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(try drained(items, limit: limit) == sorted)
  }

  @Test("Long items, items that begin alike, empty ones and repeated ones all come back", arguments: [1, 1 << 20])
  func lengths(limit: Int) throws {
    let long = [UInt8](repeating: 3, count: 200_000)
    let items: [[UInt8]] = [[3], long + [1], [], long, [3, 3], [], long]
    #expect(try drained(items, limit: limit) == [[], [], [3], [3, 3], long, long, long + [1]])
    #expect(try drained([], limit: limit) == [])
  }
}
