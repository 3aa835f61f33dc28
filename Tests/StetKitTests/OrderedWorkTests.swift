import Synchronization
import Testing

@testable import StetKit

@Suite struct OrderedWorkTests {
  private struct Stop: Error {}

  /// A wait that differs from item to item, so that threads overtake one another.
  private static func squared(_ index: Int) -> Int {
    var spun = 0
    for step in 0..<(index * 7919 % 1000) { spun &+= step }
    return spun < 0 ? -1 : index * index
  }

  @Test("Results come in the order of the items, whatever the number of threads", arguments: [0, 1, 2, 7])
  func order(threads: Int) {
    var results: [Int] = []
    OrderedWork(count: 500, threads: threads, work: Self.squared).run { results.append($0) }
    #expect(results == (0..<500).map { $0 * $0 })
  }

  @Test("No items, no results")
  func empty() {
    var count = 0
    OrderedWork(count: 0, threads: 2, work: Self.squared).run { _ in count += 1 }
    #expect(count == 0)
  }

  @Test("A receiver that stops, stops the work soon")
  func stops() {
    let done = Mutex(0)
    let work = OrderedWork(count: 100_000, threads: 2) { index in
      done.withLock { $0 += 1 }
      return index
    }
    var received = 0
    #expect(throws: Stop.self) {
      try work.run { (_: Int) throws(Stop) in
        received += 1
        if received == 10 { throw Stop() }
      }
    }
    #expect(received == 10)
    #expect(done.withLock { $0 } <= 10 + 2 * 16 + 2)
  }

  @Test("Threads do not run ahead of a slow receiver by more than the window")
  func window() {
    let done = Mutex(0)
    let work = OrderedWork(count: 1000, threads: 2) { index in
      done.withLock { $0 += 1 }
      return index
    }
    var farthest = 0
    work.run { index in farthest = max(farthest, done.withLock { $0 } - index) }
    #expect(farthest <= 2 * 16 + 2)
  }
}
