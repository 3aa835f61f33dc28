internal import StetArchive
internal import StetModel

/// Visits in a row that brought the same.
struct VisitRun {
  let first: Visit
  private(set) var last: Visit
  private(set) var count = 1

  private init(_ visit: Visit) { (first, last) = (visit, visit) }

  /// The runs of visits, which are in the order of time.
  static func runs(of visits: [Visit]) -> [VisitRun] {
    var runs: [VisitRun] = []
    for visit in visits {
      if let run = runs.last, run.takes(visit) {
        runs[runs.count - 1].last = visit
        runs[runs.count - 1].count += 1
      } else {
        runs.append(VisitRun(visit))
      }
    }
    return runs
  }

  /// Visits that wrote something, or say why they did not, each stand alone.
  private func takes(_ visit: Visit) -> Bool {
    visit.outcome == last.outcome && visit.status == last.status && visit.reason == last.reason && !visit.wroteVersion
      && !last.wroteVersion && visit.version == last.version
  }
}
