internal import Dispatch
internal import Glibc
internal import StetExtract
internal import Synchronization

/// Time spent on one phase with a number of threads.
struct Measurement: Sendable {
  /// One pass over a group of pages.
  struct Round: Sendable {
    /// Time on the clock, in seconds: what pages a second are counted by.
    let elapsed: Double
    /// Processor time of the threads that did the work, in seconds: what ratios are taken of. It leaves out the time
    /// during which another process had the processor.
    let processor: Double
    let refused: Int
  }

  let phase: Phase
  let jobs: Int
  private(set) var elapsed = 0.0
  private(set) var processor = 0.0
  private(set) var refused = 0

  init(_ phase: Phase, jobs: Int) {
    self.phase = phase
    self.jobs = jobs
  }

  /// Adds the best of several rounds over one group: what disturbs a round (another process, a page fault) only ever
  /// makes it slower.
  mutating func add(bestOf rounds: [Round]) {
    elapsed += rounds.map(\.elapsed).min() ?? 0
    processor += rounds.map(\.processor).min() ?? 0
    refused += rounds.first?.refused ?? 0
  }

  /// One pass over a group of pages.
  func round(_ pages: [BenchPage], with extractor: Extractor) -> Round {
    let (phase, tally) = (phase, Tally())
    let time = ContinuousClock().measure {
      // Not a task group: an asynchronous main function ends in a way that valgrind does not survive.
      DispatchQueue.concurrentPerform(iterations: jobs) { _ in
        let start = Self.threadTime()
        while let index = tally.next(below: pages.count) {
          if !phase.run(on: pages[index], with: extractor) { tally.refuse() }
        }
        tally.work(Self.threadTime() - start)
      }
    }
    return Round(
      elapsed: time / .seconds(1), processor: Double(tally.nanoseconds) / 1e9, refused: tally.refusals)
  }

  /// Processor time of the calling thread, in nanoseconds.
  private static func threadTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

/// Deals out the pages of a group to the threads that work on it, and adds up what they report.
private final class Tally: Sendable {
  private let dealt = Atomic(0)
  private let refused = Atomic(0)
  private let worked = Atomic(0)

  var refusals: Int { refused.load(ordering: .relaxed) }
  var nanoseconds: Int { worked.load(ordering: .relaxed) }

  func next(below count: Int) -> Int? {
    let index = dealt.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }

  func refuse() { refused.wrappingAdd(1, ordering: .relaxed) }
  func work(_ nanoseconds: Int) { worked.wrappingAdd(nanoseconds, ordering: .relaxed) }
}
