internal import Dispatch
internal import StetExtract
internal import Synchronization

/// Time spent on one phase with a number of threads.
struct Measurement: Sendable {
  /// One pass over a group of pages.
  struct Round: Sendable {
    let seconds: Double
    let refused: Int
  }

  let phase: Phase
  let jobs: Int
  private(set) var seconds = 0.0
  private(set) var refused = 0

  init(_ phase: Phase, jobs: Int) {
    self.phase = phase
    self.jobs = jobs
  }

  /// Measures a group of pages. The best of several rounds counts: what disturbs one (another process, a page fault)
  /// only ever makes it slower.
  mutating func measure(_ pages: [BenchPage], rounds: Int, with extractor: Extractor) {
    let results = (0..<max(rounds, 1)).map { _ in round(pages, with: extractor) }
    guard let best = results.min(by: { $0.seconds < $1.seconds }) else { return }
    seconds += best.seconds
    refused += best.refused
  }

  private func round(_ pages: [BenchPage], with extractor: Extractor) -> Round {
    let (phase, tally) = (phase, Tally())
    let clock = ContinuousClock()
    let time = clock.measure {
      // Not a task group: an asynchronous main function ends in a way that valgrind does not survive.
      DispatchQueue.concurrentPerform(iterations: jobs) { _ in
        while let index = tally.next(below: pages.count) {
          if !phase.run(on: pages[index], with: extractor) { tally.refuse() }
        }
      }
    }
    return Round(seconds: time / .seconds(1), refused: tally.refusals)
  }
}

/// Deals out the pages of a group to the threads that work on it, and counts those that were refused.
private final class Tally: Sendable {
  private let dealt = Atomic(0)
  private let refused = Atomic(0)

  var refusals: Int { refused.load(ordering: .relaxed) }

  func next(below count: Int) -> Int? {
    let index = dealt.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }

  func refuse() { refused.wrappingAdd(1, ordering: .relaxed) }
}
