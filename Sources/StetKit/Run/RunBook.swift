internal import StetArchive
internal import StetModel

/// Keeps the books of a run, on the thread that writes: what came of what, what is to be tried again and when, what a
/// person has to know.
struct RunBook {
  /// Attempts after a failure of the network or the server: after an hour, two, four …
  private static let retry = RevisitSchedule(minimum: 3600, maximum: RevisitSchedule.adaptive.maximum)
  /// Troubles that nobody met again for so long are forgotten: their pages are watched no more. In seconds.
  private static let troubleMemory: Int64 = 200 * 86_400

  private(set) var report: RunReport
  private let state: RunState
  private let writer: ArchiveWriter

  init(_ sites: [RunSite], _ state: RunState, _ writer: ArchiveWriter, started: Timestamp) {
    self.state = state
    self.writer = writer
    report = RunReport(sites.map { SiteReport(name: $0.site.name) }, started: started)
  }

  /// A page that was recorded, or could not be.
  /// - Returns: what to tell.
  mutating func note(_ visit: RunVisit, _ outcome: PageOutcome, isRecorded: Bool) throws(ArchiveError) -> [RunEvent] {
    report.sites[visit.site].counts[outcome.kind, default: 0] += 1
    if outcome.kind != .unchanged {
      var missing: String?
      if case .judged(let judgement) = visit.result, [.new, .changed].contains(outcome.kind) {
        missing = judgement.missing
      }
      if missing != nil { report.sites[visit.site].partial += 1 }
      report.sites[visit.site].entries.append(
        SiteReport.Entry(
          page: outcome.page, outcome: outcome.kind, version: outcome.version, missing: missing,
          error: outcome.error.map { "\($0)" }))
    }
    var events: [RunEvent] = [.page(outcome, site: report.sites[visit.site].name)]
    switch outcome.kind {
    case .new, .changed, .unchanged, .gone:
      try noteSuccess(visit.site, visit.address, at: visit.at)
      try state.forget([visit.address])
    case .quarantined, .failed:
      let fault: RunFault
      if case .failed(_, let given) = visit.result {
        fault = given
      } else {
        fault = outcome.error.map { RunFault($0) } ?? RunFault(code: "unknown", message: "it failed", host: nil)
      }
      // Somebody answered.
      if isRecorded || fault.code.hasPrefix("http.") { try settle(visit.site, visit.address.hostAndPort) }
      if isRecorded, outcome.page == PageKey(visit.address) || visit.waiting == nil {
        // The archive's log tells when it is due again.
        try state.forget([visit.address])
      } else if fault.host == nil {
        try retry(visit, fault)
      }
      events += try trouble(visit.site, fault.host ?? visit.address.description, fault, at: visit.at)
    }
    return events
  }

  /// A page that robots.txt does not allow.
  /// - Parameter isNamed: whether the watchlist names it: then a person has to know.
  mutating func noteRefusal(
    _ visit: RunVisit, _ fault: RunFault, isNamed: Bool
  ) throws(ArchiveError) -> [RunEvent] {
    try refuse(visit.site, visit.address, fault, isNamed: isNamed, at: visit.at)
  }

  /// Pages that were passed over.
  mutating func skip(_ reason: String, _ count: Int, _ site: Int) {
    report.sites[site].skipped[reason, default: 0] += count
  }

  /// A source that was asked for.
  mutating func note(_ visit: SourceVisit) throws(ArchiveError) -> [RunEvent] {
    let name = report.sites[visit.site].name
    if visit.refusal == nil { report.sites[visit.site].sources += 1 }
    report.sites[visit.site].found += try state.remember(
      visit.source, isPassing: visit.isPassing, next: visit.next, of: name, found: visit.found)
    if let refusal = visit.refusal {
      return try refuse(visit.site, visit.source.address, refusal, isNamed: visit.isNamed, at: visit.at)
    }
    guard let fault = visit.fault else {
      try noteSuccess(visit.site, visit.source.address, at: visit.at)
      return []
    }
    report.sites[visit.site].failedSources += 1
    return try trouble(visit.site, fault.host ?? visit.source.address.description, fault, at: visit.at)
  }

  /// Addresses that the watchlist names.
  mutating func wait(_ addresses: [WaitingAddress], _ site: Int) throws(ArchiveError) {
    try state.await(addresses, of: report.sites[site].name)
    report.sites[site].found += addresses.count
  }

  /// The end of the run: the report is complete, and in its file.
  mutating func close(at moment: Timestamp, stopped: RunStop?) throws(ArchiveError) {
    report.ended = moment
    report.stopped = stopped
    try state.forgetTroubles(before: Timestamp(secondsSince1970: moment.secondsSince1970 - Self.troubleMemory))
    for index in report.sites.indices {
      let name = report.sites[index].name
      report.sites[index].troubles = try state.troubles(of: name)
      report.sites[index].lastSuccess = try state.lastSuccess(of: name)
      report.sites[index].waiting = try state.countWaiting(of: name)
    }
    // Two runs in one second have a report each.
    var name = report.started
    let taken = Set(try writer.archive.stateFiles(in: RunReport.folder))
    while taken.contains(RunReport.fileName(name)) {
      name = Timestamp(secondsSince1970: name.secondsSince1970 + 1)
    }
    report.fileName = RunReport.fileName(name)
    try writer.replaceState(report.fileName, in: RunReport.folder, bytes: PrettyJSON.bytes(report.json))
    try writer.pruneState(in: RunReport.folder, keeping: RunReport.keptCount)
  }

  // MARK: Parts

  private mutating func noteSuccess(_ site: Int, _ address: PageAddress, at moment: Timestamp) throws(ArchiveError) {
    try state.noteSuccess(of: report.sites[site].name, at: moment)
    try settle(site, address.description)
    try settle(site, address.hostAndPort)
  }

  private mutating func settle(_ site: Int, _ subject: String) throws(ArchiveError) {
    if let over = try state.settle(subject) { report.sites[site].recovered.append(over) }
  }

  private func retry(_ visit: RunVisit, _ fault: RunFault) throws(ArchiveError) {
    let failures = (visit.waiting?.failures ?? 0) + 1
    // What the server says of the page itself will hardly be another within the hour.
    let schedule = fault.code.hasPrefix("http.4") || fault.code.hasPrefix("quarantine") ? .adaptive : Self.retry
    var address =
      visit.waiting
      ?? WaitingAddress(visit.address, found: visit.at, due: visit.at, reason: fault.message, isKnown: true)
    address.failures = failures
    address.due = Timestamp(secondsSince1970: visit.at.secondsSince1970 + schedule.pause(after: failures))
    address.reason = fault.message
    try state.await([address], of: report.sites[visit.site].name)
  }

  private mutating func refuse(
    _ site: Int, _ address: PageAddress, _ fault: RunFault, isNamed: Bool, at moment: Timestamp
  ) throws(ArchiveError) -> [RunEvent] {
    report.sites[site].refused += 1
    // There is a robots.txt again. Of the host itself it says nothing: it may be a copy.
    if let over = try state.settle(address.hostAndPort, codePrefix: RunFault.robots) {
      report.sites[site].recovered.append(over)
    }
    return isNamed ? try trouble(site, address.description, fault, at: moment) : []
  }

  private mutating func trouble(
    _ site: Int, _ subject: String, _ fault: RunFault, at moment: Timestamp
  ) throws(ArchiveError) -> [RunEvent] {
    let (trouble, isNews) = try state.note(
      RunTrouble(
        subject: subject, site: report.sites[site].name, code: fault.code, message: fault.message, at: moment))
    if isNews { report.news += 1 }
    return isNews ? [.trouble(trouble)] : []
  }
}
