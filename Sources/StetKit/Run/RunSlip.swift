internal import StetArchive
internal import StetModel

/// What a task has to tell the thread that writes. Indirect as `RunAnswer` is.
indirect enum RunSlip: Sendable {
  /// A page was asked for.
  case visit(RunVisit)
  /// A source was asked for, with what it named.
  case source(SourceVisit)
  /// Addresses are to wait that nobody waited for, the pages that the watchlist names.
  case waiting([WaitingAddress], site: Int)
  /// The archive is in trouble: the run ends.
  case trouble(ArchiveError)
  /// Pages of a site were passed over; why, and how many.
  case skipped(String, count: Int, site: Int)
}

/// A page that was asked for, or should have been.
struct RunVisit: Sendable {
  /// What came of it.
  indirect enum Result: Sendable {
    /// To be recorded.
    case judged(PageJudgement)
    /// Nothing to record.
    case failed(PageOutcome, RunFault)
    /// robots.txt does not allow it. `isNamed`: the watchlist names the page itself.
    case refused(RunFault, isNamed: Bool)
    /// Not asked now.
    case left(String)
  }

  /// Place of the site in the run.
  let site: Int
  let address: PageAddress
  let at: Timestamp
  /// What was remembered of the address; nil where it did not wait, and the archive has the page.
  let waiting: WaitingAddress?
  let result: Result
}

/// A source that was asked for.
struct SourceVisit: Sendable {
  let site: Int
  let at: Timestamp
  let source: SourceState
  /// Whether it is done with: a later page of a listing.
  let isPassing: Bool
  /// Later pages that are still to be asked for.
  let next: [SourceState]
  let found: [WaitingAddress]
  /// Nil when all is well.
  let fault: RunFault?
  /// robots.txt does not allow it.
  let refusal: RunFault?
  /// Whether the watchlist names the source itself.
  let isNamed: Bool
}

/// What went wrong, for the book.
struct RunFault: Sendable, Hashable {
  /// In a word: the same word is the same fault.
  let code: String
  let message: String
  /// The host that is in trouble as a whole; nil when it is the page alone.
  let host: String?
}
