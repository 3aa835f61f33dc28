internal import StetArchive
internal import StetModel

/// When the page was visited, and what came of it; the latest first, what came again and again in one line.
struct VisitList {
  let visits: [Visit]

  /// So many are shown before the list has to be opened.
  private static let shown = 6

  var markup: Markup? {
    if visits.isEmpty { return nil }
    let lines = VisitRun.runs(of: visits).reversed().map(line)
    let rest = lines.dropFirst(Self.shown)
    let more: Markup? =
      rest.isEmpty
      ? nil
      : "<details><summary>Earlier visits</summary>\n<ul class=\"visits\">\n\(Array(rest))\n</ul>\n</details>"
    return """
      <section aria-labelledby="visits-title">
      <h2 id="visits-title">\(visits.count == 1 ? "One visit" : "\(visits.count) visits")</h2>
      <ul class="visits">
      \(Array(lines.prefix(Self.shown)))
      </ul>
      \(more)
      </section>
      """
  }

  private func line(_ run: VisitRun) -> Markup {
    let visit = run.last
    let isTrouble = visit.outcome == .quarantined || visit.outcome == .absent
    let name: Markup? = isTrouble ? " class=\"trouble\"" : nil
    let reason: Markup? = visit.reason.map { "<br><span class=\"faint\" dir=\"auto\">\($0)</span>" }
    let status: Markup? = visit.status.flatMap { $0 == 200 || $0 == 304 ? nil : " (HTTP \($0))" }
    let when: Markup =
      run.count == 1
      ? .time(visit.at) : "\(run.count) times, \(.time(run.first.at)) to \(.time(visit.at))"
    return "<li><span\(name)>\(words(visit))</span>\(status)<br><span class=\"faint\">\(when)</span>\(reason)</li>"
  }

  private func words(_ visit: Visit) -> Markup {
    switch visit.outcome {
    case .new, .changed: visit.version.map { "Version \($0)" } ?? "Changed"
    case .unchanged: "Unchanged"
    case .gone: "Gone"
    case .absent: "Not found"
    case .quarantined: visit.code.map { "Set aside: \($0)" } ?? "Set aside"
    case .reextracted: visit.version.map { "Version \($0), read again by other rules" } ?? "Read again"
    case .redacted: "Text taken out"
    case .other(let word): "\(word)"
    }
  }
}
