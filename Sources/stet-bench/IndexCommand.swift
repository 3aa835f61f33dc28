import ArgumentParser
import Glibc
import StetArchive
import StetModel

/// How fast an index is made, and how fast it answers.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Measures search and lists over an index of many invented snapshots.")

  @Argument(help: "Folder of a new archive.")
  var archive: String

  @Option(help: "How many snapshots, two of each page.")
  var snapshots = 100_000

  @Option(help: "Words of each snapshot's text.")
  var words = 200

  @Flag(help: "Store real snapshots and make the index of their files; without it the index is filled directly.")
  var files = false

  func run() throws {
    let pages = InventedPages(wordsPerVersion: words)
    let count = snapshots / InventedPages.versionsPerPage
    let clock = ContinuousClock()
    if files {
      try store(pages, count)
      let archive = try Archive.open(at: archive)
      archive.removeIndex()
      let time = clock.measure { _ = archive.index(.build) }
      report("index made of the files", "\(Int(Double(snapshots) / (time / .seconds(1)))) snapshots/s")
    } else {
      let writer = try ArchiveWriter.open(at: archive)
      writer.close()
      let filling = try IndexFilling(try Archive.open(at: archive))
      let time = try clock.measure {
        for start in stride(from: 0, to: count, by: 1000) {
          try filling.add(
            (start..<min(start + 1000, count)).compactMap { number in
              pages.key(number).map { key in
                (key, pages.versions(number).map { IndexFilling.Version(captured: $0.captured, review: $0.review) })
              }
            })
        }
      }
      report("index filled directly", "\(Int(Double(snapshots) / (time / .seconds(1)))) snapshots/s")
    }
    let size = FileSize.of("\(archive)/index.sqlite") + FileSize.of("\(archive)/index.sqlite-wal")
    report("index", "\(size >> 20) MiB, \(size / snapshots) bytes a snapshot")
    report("memory at the most", "\(Memory.peakKiB >> 10) MiB")
    try measure()
    report("memory at the most, queries included", "\(Memory.peakKiB >> 10) MiB")
  }

  /// Snapshots on disk, without waiting for the disk: what is measured is the index.
  private func store(_ pages: InventedPages, _ count: Int) throws {
    var calls = FileSystemCalls.system
    calls.fsync = { _ in }
    let writer = try ArchiveWriter.open(at: archive, calls: calls)
    defer { writer.close() }
    guard let rules = Digest("sha256:" + String(repeating: "0", count: 64)) else { return }
    for number in 0..<count {
      guard let key = pages.key(number) else { continue }
      for version in pages.versions(number) {
        _ = try writer.record(
          Capture(
            page: key, captured: version.captured, response: ResponseFacts(status: 200, finalURL: key.description),
            extractor: ExtractorFacts(version: "bench", rules: rules), review: version.review))
      }
    }
  }

  private func measure() throws {
    let last = InventedPages.word(snapshots / 2 - 1)
    try time("list, first 100 rows") { index, _ in try Self.list(PageListing(limit: 100), index) }
    try time("list --host, first 100 rows") { index, round in
      try Self.list(PageListing(host: "site\(round).example", limit: 100), index)
    }
    try time("list --sort captured, first 100") { index, _ in
      try Self.list(PageListing(order: .captured, limit: 100), index)
    }
    try time("a page by a part of its address") { index, _ in _ = try index.archive.find("-\(last)") }
    try time("pages due, first 100") { index, _ in
      var left = 100
      try index.duePages(at: Timestamp(secondsSince1970: 1_900_000_000), by: .adaptive) { _ in
        left -= 1
        return left > 0
      }
    }
    func word(_ rank: Int) -> String { InventedPages.word(rank) }
    let searches: [(String, (Int) -> String)] = [
      ("a rare word", { word(20_000 + $0 * 137) }), ("a common word", { word(100 + $0 * 7) }),
      ("a word of nearly every text", { word($0 % 5) }), ("two words", { "\(word(300 + $0)) \(word(900 + $0 * 3))" }),
      ("three words", { "\(word(20 + $0)) \(word(90 + $0 * 3)) \(word(500 + $0))" }),
      ("a phrase", { "\"\(word(5 + $0)) \(word(3 + $0 % 7))\"" }), ("a beginning", { word(2000 + $0 * 31) + "*" }),
      ("a word of titles", { "title:\(word(200 + $0))" }),
      ("a word on a host", { "\(word(50)) host:site\($0).example" }),
      ("a word since a date", { "\(word(400 + $0)) after:2023" }),
      ("a word without another", { "\(word(400 + $0)) -\(word(1))" }),
    ]
    var all: [Double] = []
    for (name, query) in searches {
      all += try time("search: " + name) { index, round in
        _ = try index.search(SearchQuery(query(round)), limit: 10)
      }
    }
    report("search: all of these, median", Self.milliseconds(all.sorted()[all.count / 2]))
  }

  private static func list(_ listing: PageListing, _ index: ArchiveIndex) throws {
    var count = 0
    _ = try index.maximumVersions(listing)
    try index.list(listing) { _ in
    } _: { _ in
      count += 1
      return true
    }
    guard count > 0 else { throw BenchError(message: "an empty list") }
  }

  /// Each round opens the archive and its index anew, as a command does.
  @discardableResult
  private func time(_ name: String, _ body: (ArchiveIndex, Int) throws -> Void) throws -> [Double] {
    var times: [Double] = []
    for round in 0..<21 {
      let time = try ContinuousClock().measure {
        guard let index = try Archive.open(at: archive).index(.refresh) else {
          throw BenchError(message: "the index is not up to date")
        }
        try body(index, round)
      }
      times.append(time / .milliseconds(1))
    }
    let sorted = times.sorted()
    report(name, "\(Self.milliseconds(sorted[10])) median, \(Self.milliseconds(sorted[20])) at the most")
    return times
  }

  private static func milliseconds(_ time: Double) -> String { "\((time * 10).rounded() / 10) ms" }

  private func report(_ name: String, _ value: String) {
    print(name + String(repeating: " ", count: max(1, 40 - name.count)) + value)
    fflush(nil)
  }
}
