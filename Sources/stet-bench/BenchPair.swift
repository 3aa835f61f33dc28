internal import Glibc
internal import StetDiff
internal import StetModel

/// Two versions of a page that are compared.
struct BenchPair {
  /// What it is known by.
  let name: String
  let old: Snapshot
  let new: Snapshot

  init(_ name: String, _ old: Review, _ new: Review) throws {
    self.name = name
    self.old = try Self.snapshot(old, version: 1)
    self.new = try Self.snapshot(new, version: 2)
  }

  private static func snapshot(_ review: Review, version: Int) throws -> Snapshot {
    guard let rules = Digest(bytes: [UInt8](repeating: 7, count: 32)) else {
      throw BenchError(message: "a digest of our own is none")
    }
    return Snapshot(
      page: PageKey(stored: "https://reviews.example/film/"), version: version,
      captured: Timestamp(secondsSince1970: 1_700_000_000 + Int64(version) * 86_400), cause: .page, previous: nil,
      response: nil, extractor: ExtractorFacts(version: "1", rules: rules), review: review)
  }

  /// Compares the two, and sets what differs for a terminal: what the command does once it has read them.
  /// - Returns: The length of the text, so that nothing of it can be left out.
  func compare() -> Int {
    TextRendering(width: 100, color: true).render(SnapshotDiff.between(old, new)).utf8.count
  }

  /// Seconds of the calling thread's processor time that `compare` takes, the best of several.
  func seconds(rounds: Int) -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = Self.threadTime()
      precondition(compare() > 0)
      best = min(best, Self.threadTime() - start)
    }
    return best
  }

  private static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
