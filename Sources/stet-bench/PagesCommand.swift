internal import ArgumentParser
internal import CMalloc
internal import StetExtract
internal import StetModel

/// Pages and bytes a second, beside libxml2's own tree, over the pages of batch manifests.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "Measures parsing and extraction, beside libxml2's own tree; prints JSON.")

  @Argument(help: "Batch manifests: lines {\"id\",\"url\",\"path\"}.")
  var manifests: [String]

  @Option(help: "How many times each group of pages is measured; the best time counts.")
  var rounds = 3

  @Option(help: "Take every N-th page only.")
  var every = 1

  @Option(help: "Run one phase once on one thread, and print nothing: none, dom, parse or extract.")
  var only: Phase?

  func run() throws {
    // As the program has it.
    stet_keep_freed_memory()
    let entries = try manifests.flatMap(BenchPage.entries).enumerated().filter { $0.offset % every == 0 }.map(\.element)
    let extractor = Extractor()
    Phase.prepare()
    var results = Results(jobs: only == nil ? [1, 2] : [1], phases: only.map { [$0] } ?? [.dom, .parse, .extract])

    // Group by group: all phases meet the same state of the machine, and the corpus need not fit into memory.
    for start in stride(from: 0, to: entries.count, by: 128) {
      let pages = try entries[start..<min(start + 128, entries.count)].map(BenchPage.init)
      results.count(pages)
      // The rounds of one phase alternate with those of the others, for the same reason.
      let passes = (0..<(only == nil ? max(rounds, 1) : 1)).map { _ in
        results.measurements.map { $0.round(pages, with: extractor) }
      }
      for index in results.measurements.indices {
        results.measurements[index].add(bestOf: passes.map { $0[index] })
      }
    }
    if only == nil { print(String(decoding: CompactJSON.bytes(results.json), as: UTF8.self)) }
  }
}

extension Phase: ExpressibleByArgument {}
