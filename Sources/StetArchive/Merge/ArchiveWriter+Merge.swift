internal import Glibc
internal import StetModel

extension ArchiveWriter {
  /// Takes over what another archive holds and this one does not: pages, versions, visits, observations and captures.
  ///
  /// The other archive is only read, and no run may write to it meanwhile. It is checked first: what is broken there is
  /// not taken over, and told. Then its captures come, and when they are durable the pages, several at a time. What was
  /// taken over is known by the digests that its lines had there, so doing it again changes nothing, and a merge that was
  /// ended goes on where it was.
  ///
  /// - Parameters:
  ///   - isRehearsal: whether nothing is written, only told.
  ///   - shouldStop: asked between groups; what is in hand is finished.
  ///   - receive: told of each page when it is durable; of `known` ones, too.
  /// - Throws: `locked` when a run writes to the other archive; `ArchiveError` when either archive is in trouble; what
  ///   `receive` throws.
  public func merge(
    _ other: Archive, isRehearsal: Bool = false, shouldStop: () -> Bool = { false },
    progress: (MergeStage) -> Void = { _ in }, receive: (MergedPage) throws -> Void = { _ in }
  ) throws -> MergeReport {
    let lock = try OtherArchiveLock(other.layout, calls: file.calls)
    // It is given back when it is used no more: not before the end.
    defer { lock.release() }
    var report = MergeReport()
    let evidence = try SurveyedEvidence(other) { progress(.checking($0, of: $1)) }
    for file in evidence.files { report.faults += file.faults.map { "\(file.path): \($0)" } }
    let folders = try other.pageFolders()
    let surveys = ParallelWork.run(
      folders.count, threads: WorkerThreads.processors, progress: { progress(.checking($0, of: folders.count)) }
    ) { PageSurvey(other, folder: folders[$0], evidence) }
    let redactions = try redactions(surveys, other)
    if !isRehearsal {
      report.captures = try takeOver(evidence, redactions, from: other, shouldStop: shouldStop, progress: progress)
    }
    var index = 0
    while index < surveys.count, !shouldStop() {
      let batch = surveys[index..<min(index + Self.maximumGroup, surveys.count)]
      for page in try takeOver(batch, from: other, isRehearsal: isRehearsal) {
        report.note(page)
        try receive(page)
      }
      for survey in batch where survey.faults.isEmpty { report.faults += survey.leftOut }
      index += batch.count
      progress(.pages(index, of: surveys.count))
    }
    report.isStopped = index < surveys.count
    return report
  }

  /// What this archive has redacted of the pages that both have.
  private func redactions(
    _ surveys: [PageSurvey], _ other: Archive
  ) throws(ArchiveError) -> MergeRedactions {
    var redactions = MergeRedactions()
    for survey in surveys where survey.faults.isEmpty {
      let log = try? VisitLog.read(archive.layout, folder: survey.folder)
      guard let log, log.visits.contains(where: { $0.outcome == .redacted }),
        let source = try? OtherPage(other, folder: survey.folder), log.visits.first?.page == source.page.key
      else { continue }
      let page = OpenPage(key: source.page.key, folder: survey.folder, log: log)
      let merge = try PageMerge(archive: archive, other: other, source: source, page: page, isRehearsal: true)
      merge.add(to: &redactions)
    }
    return redactions
  }

  /// Takes over the captures, file by file.
  /// - Returns: how many.
  private func takeOver(
    _ evidence: SurveyedEvidence, _ redactions: MergeRedactions, from other: Archive, shouldStop: () -> Bool,
    progress: (MergeStage) -> Void
  ) throws(ArchiveError) -> Int {
    let merge = EvidenceMerge(archive: archive, other: other, file: file, redactions: redactions)
    var count = 0
    var known: (folder: String, records: Set<UInt64>)?
    for (index, survey) in evidence.files.enumerated() {
      // Remains stand in no index: where some come, those that a merge before this one has brought are looked for.
      let mayRepeat = survey.captures.contains { redactions.isWithoutContent($0.entry) }
      if mayRepeat { known = nil }
      var records =
        try known?.folder == survey.folder ? known?.records ?? [] : merge.known(in: survey.folder, remains: mayRepeat)
      var position = 0
      while position < survey.captures.count, !shouldStop() {
        (count, position, records) = try changing { state throws(ArchiveError) in
          var (next, known) = (position, records)
          let taken = try merge.takeOver(
            survey, from: &next, whole: evidence, known: &known, into: &state.evidence)
          return (count + taken, next, known)
        }
      }
      known = (survey.folder, records)
      progress(.captures(index + 1, of: evidence.files.count))
    }
    return count
  }

  /// Takes over some pages.
  private func takeOver(
    _ surveys: ArraySlice<PageSurvey>, from other: Archive, isRehearsal: Bool
  ) throws(ArchiveError) -> [MergedPage] {
    try changing { state throws(ArchiveError) in
      // Pages are read anew afterwards, and so is what led to them.
      (state.pages, state.aliases) = (OpenPages(), nil)
      var batch = MergeBatch(archive: archive, other: other, file: file, isRehearsal: isRehearsal)
      for survey in surveys { try batch.add(survey) }
      return try batch.finish()
    }
  }
}

extension MergeReport {
  fileprivate mutating func note(_ page: MergedPage) {
    switch page.outcome {
    case .new: new += 1
    case .merged: merged += 1
    case .known: known += 1
    case .refused: refused += 1
    }
    versions += page.versions
    visits += page.visits
    observations += page.observations
  }
}
