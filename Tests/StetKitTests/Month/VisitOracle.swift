import StetModel
import StetTestSupport

/// Says from what a server saw of a page whether each visit was called for, by the rules that the documentation gives:
/// known to nobody; unchanged for as long as it had been before, one to ninety days; absent, after one day, two, four;
/// failed, after an hour, two, four; a feed or sitemap said that it had changed.
struct VisitOracle {
  private let page: SimulatedPage
  private let tellsChanges: Bool

  /// - Parameter tellsChanges: whether the site's source dates changes.
  init(_ page: SimulatedPage, tellsChanges: Bool) {
    self.page = page
    self.tellsChanges = tellsChanges
  }

  /// The visits that nothing called for.
  /// - Parameter visits: of this page, in order.
  func needless(_ visits: [MonthNetwork.Request]) -> [MonthNetwork.Request] {
    var history = History()
    return visits.filter { visit in
      let isTold = tellsChanges && page.edits.contains { ($0 > history.last ?? $0) && $0 <= visit.moment }
      let isDue = history.last.map { visit.moment >= $0.later(history.pause) } ?? true
      history.note(visit, take: page.take(at: visit.moment))
      return !isDue && !isTold
    }
  }

  /// What a visitor knows of a page.
  private struct History {
    private(set) var last: Timestamp?
    /// How long until the next visit, in seconds.
    private(set) var pause = 0
    /// What is there, and since when; 0 is a tombstone.
    private var state: (take: Int?, since: Timestamp)?
    private var absences: [Timestamp] = []
    private var failures = 0

    mutating func note(_ visit: MonthNetwork.Request, take: Int?) {
      last = visit.moment
      switch visit.status {
      case 200: stand(take, visit.moment)
      case 304: stand(state?.take, visit.moment)
      case 404:
        failures = 0
        absences.append(visit.moment)
        // On the third visit, over two days at least, the page is declared gone, and that is a change.
        if state != nil, state?.take != 0, absences.count >= 3, visit.moment >= absences[0].later(2 * 86400) {
          stand(0, visit.moment)
        } else {
          pause = 86400 << min(absences.count - 1, 20)
        }
      default:
        failures += 1
        pause = 3600 << min(failures - 1, 20)
      }
    }

    private mutating func stand(_ take: Int?, _ moment: Timestamp) {
      (failures, absences) = (0, [])
      if state == nil || state?.take != take { state = (take, moment) }
      let stood = state.map { Int(moment.secondsSince1970 - $0.since.secondsSince1970) } ?? 0
      pause = min(90 * 86400, max(86400, stood))
    }
  }
}
