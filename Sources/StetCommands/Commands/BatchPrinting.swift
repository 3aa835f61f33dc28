internal import Logging
internal import StetExtract
internal import StetKit

/// `stet extract --batch`: a line for each page of a manifest.
struct BatchPrinting {
  private let console: Console
  private let extractor: Extractor

  init(_ console: Console, _ extractor: Extractor) {
    self.console = console
    self.extractor = extractor
  }

  /// Reads the manifest and prints its pages.
  func run(_ path: String, jobs: Int?, requiresReview: Bool) throws -> ExitStatus {
    // A manifest lists pages: it may be longer than one.
    let bytes = try InputFile(maximumBytes: 1 << 30).bytes(of: path)
    let manifest = try BatchManifest.read(bytes, subject: path, folder: BatchManifest.folder(of: path))
    if let line = manifest.linesWithoutUsableAddress.first {
      console.logger.notice(
        """
        \(manifest.linesWithoutUsableAddress.count) of \(manifest.entries.count) pages have a 'url' that is not an http or \
        https address (first in line \(line)): the address that the page itself names is taken
        """)
    }
    let batch = BatchExtraction(extractor, jobs: jobs ?? BatchExtraction.cores, requiresReview: requiresReview)
    let progress = console.progress("reading", total: manifest.entries.count)
    defer { progress.finish() }
    var failures = 0
    try batch.run(manifest) { line throws(OutputError) in
      if line.isFailure { failures += 1 }
      try console.output.write(line.bytes)
      progress.advance()
    }
    try console.output.flush()
    guard failures > 0 else { return .done }
    let total = manifest.entries.count
    progress.finish()
    console.logger.error("\(failures) of \(total) pages could not be read; their lines say why")
    return failures == total ? .failed : .someFailed
  }
}
