import Synchronization
import Testing

@testable import StetKit

@Suite struct SlotsTests {
  /// Who is inside.
  private final class Counts: Sendable {
    let inside = Atomic(0)
    let most = Atomic(0)
    let all = Atomic(0)

    func enter() {
      all.add(1, ordering: .relaxed)
      most.max(inside.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
    }
    func leave() { inside.subtract(1, ordering: .relaxed) }
  }

  @Test("So many are let through at a time, and all of them in the end")
  func bound() async {
    let (slots, counts) = (Slots(3), Counts())
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          await slots.enter()
          counts.enter()
          for _ in 0..<5 { await Task.yield() }
          counts.leave()
          slots.leave()
        }
      }
    }
    #expect(counts.inside.load(ordering: .relaxed) == 0)
    #expect(counts.all.load(ordering: .relaxed) == 50)
    #expect((1...3).contains(counts.most.load(ordering: .relaxed)))
  }
}
