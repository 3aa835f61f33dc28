internal import StetArchive
public import StetExtract
internal import StetModel

/// Many stored pages to records, on several threads, in the order of the manifest.
///
/// Memory stays bounded: a few pages for each thread, whatever the length of the manifest.
public struct BatchExtraction: Sendable {
  private let records: RecordReading
  private let files: InputFile
  private let jobs: Int
  private let requiresReview: Bool

  /// A batch.
  /// - Parameters:
  ///   - jobs: how many threads read pages.
  ///   - requiresReview: whether a page that is no review fails.
  public init(
    _ extractor: Extractor, jobs: Int = BatchExtraction.cores, requiresReview: Bool = false,
    files: InputFile = InputFile()
  ) {
    records = RecordReading(extractor)
    self.jobs = max(1, jobs)
    self.requiresReview = requiresReview
    self.files = files
  }

  /// How many cores the system has for this process.
  public static var cores: Int { WorkerThreads.processors }

  /// Reads every page and hands the lines over, in order, on this thread.
  public func run<Failure: Error>(
    _ manifest: BatchManifest, receive: (BatchLine) throws(Failure) -> Void
  ) throws(Failure) {
    let entries = manifest.entries
    let work = OrderedWork(count: entries.count, threads: jobs) { line(for: entries[$0]) }
    try work.run(receive: receive)
  }

  /// Reads one page.
  func line(for entry: BatchEntry) -> BatchLine {
    do {
      let body = try files.content(of: entry.path)
      let review = try records.read(body, address: entry.address, path: entry.path).review
      if requiresReview { try NotAReviewError.check(review) }
      return BatchLine(entry.id, review)
    } catch let error as InputError {
      return BatchLine(entry.id, errorCode: error.code.rawValue, message: error.message)
    } catch let error as ExtractError {
      return BatchLine(entry.id, errorCode: error.code.rawValue, message: error.message)
    } catch {
      return BatchLine(entry.id, errorCode: "notAReview", message: "\(error)")
    }
  }
}
