internal import StetModel

/// All that an index says of one page, as it follows from the page's files.
struct PageEntry: Hashable {
  let page: ArchivedPage
  /// Host of the page's address, without port.
  var host: String
  /// Addresses of later pages of its text, as keys.
  var parts: Set<String> = []
  /// Numbers of all versions, those included whose file is missing, in the order of time.
  var numbers: [Int] = []
  /// The versions that were read, in the order of time.
  var versions: [VersionEntry] = []
  /// Whether `versions` are all that can be read, and not only those that the index did not know.
  var isWhole = true
  /// The latest version in time, whether it could be read or not.
  var latest: TimedVersion?
  var firstSeen: Timestamp?
  var lastVisit: Timestamp?
  var lastChange: Timestamp?
  var outcome: VisitOutcome?
  var streak = 0
  /// How many visits there were.
  var visits = 0
  /// What came of them, by day.
  var days: [DayCount] = []
  /// The first of the last visits in a row that did not see the page; nil when it is well, or gone.
  var failingSince: Timestamp?
  /// Why the page cannot be listed.
  var problem: ArchiveError?

  /// When it is due by `RevisitSchedule.adaptive`, in seconds since 1970.
  var due: Int64? {
    guard let lastVisit, let since = lastChange ?? firstSeen else { return nil }
    return RevisitSchedule.adaptive.due(
      lastVisit: lastVisit.secondsSince1970, unchangedSince: since.secondsSince1970, outcome: outcome, streak: streak)
  }

  init(_ page: ArchivedPage) {
    self.page = page
    host = PageAddress(page.key.description)?.host ?? ""
  }
}
