internal import StetModel

extension ArchiveWriter {
  /// How many visits share their fsyncs at most: what is open and in memory at the same time.
  static let maximumGroup = 64
  /// At how many bytes of responses a group is full.
  static let maximumGroupBytes = 64 << 20

  /// Records several observations, which share the wait for the disk: much faster than one after the other.
  ///
  /// They are recorded in their order, as if each were on its own. What is wrong with one does not touch the others.
  /// Those of one page that come close together cannot share: a page that comes again waits for the group before it.
  /// - Returns: for each observation its visit, durable with all that it names; or why it was not recorded, as the method
  ///   for a single one throws it.
  public func record(_ observations: [Observation]) -> [Result<Visit, ArchiveError>] {
    var results: [Result<Visit, ArchiveError>] = []
    do throws(ArchiveError) {
      results = try changing { (state) throws(ArchiveError) in
        let results = commit(observations, &state)
        if results.contains(where: \.isFailure) { state.isClean = false }
        return results
      }
    } catch {
      results = observations.map { _ in .failure(error) }
    }
    return results
  }

  /// Records one observation.
  func record(_ observation: Observation) throws(ArchiveError) -> Visit {
    try record([observation])[0].get()
  }

  private func commit(_ observations: [Observation], _ state: inout WriterState) -> [Result<Visit, ArchiveError>] {
    var results: [Result<Visit, ArchiveError>] = []
    var plans: [PlannedVisit] = []
    // What is planned and not written yet has a place among the results already.
    var places: [Int] = []
    var keys = Set<PageKey>()
    var bytes = 0

    func flush(_ state: inout WriterState) {
      var group = GroupCommit(plans, layout: archive.layout, file: file)
      plans = []
      for (place, result) in zip(places, group.run(&state.evidence)) {
        switch result {
        case .success((let page, let visit)):
          state.pages.keep(page)
          if visit.outcome != .quarantined { state.aliases?.note(visit.aliases, of: page.key) }
          results[place] = .success(visit)
        case .failure(let error): results[place] = .failure(error)
        }
      }
      (places, keys, bytes) = ([], [], 0)
    }

    for observation in observations {
      do throws(ArchiveError) {
        let key = try page(of: observation, &state)
        if keys.contains(key) || plans.count == Self.maximumGroup || bytes >= Self.maximumGroupBytes { flush(&state) }
        let page = try openPage(key, &state)
        let plan = try plan(observation, page)
        plans.append(plan)
        places.append(results.count)
        keys.insert(key)
        bytes += observation.exchanges.reduce(0) { $0 + $1.body.count }
        results.append(.failure(Self.notWritten(key)))
      } catch {
        results.append(.failure(error))
      }
    }
    flush(&state)
    return results
  }

  /// Whose visit an observation is.
  private func page(of observation: Observation, _ state: inout WriterState) throws(ArchiveError) -> PageKey {
    switch observation {
    case .seen(let capture), .setAside(let capture, _, _, _), .accepted(let capture, _): return capture.page
    case .absent(let key, _, _, _, _): return key
    case .notModified(let address, _, _, _, _, _):
      guard let holder = try holder(of: address, &state) else { throw Self.nothingKept(address) }
      return holder.key
    }
  }

  private func openPage(_ key: PageKey, _ state: inout WriterState) throws(ArchiveError) -> OpenPage {
    if let page = state.pages.take(key, in: archive.layout) { return page }
    return try PageRecovery(archive: archive, file: file).open(key)
  }

  private func plan(_ observation: Observation, _ page: OpenPage) throws(ArchiveError) -> PlannedVisit {
    switch observation {
    case .seen(let capture): try plan(capture, page)
    case .accepted(let capture, let path): try plan(capture, page, accepting: path)
    case .setAside(let capture, let code, let reason, let body):
      planQuarantine(capture, code: code, reason: reason, body: body, page)
    case .notModified(let address, let at, let etag, let lastModified, let exchanges, let parts):
      try planNotModified(address, at: at, etag: etag, lastModified: lastModified, exchanges, parts, page)
    case .absent(_, let status, let at, let extractor, let exchanges):
      try planAbsence(page, status: status, at: at, extractor: extractor, exchanges)
    }
  }

  private static func notWritten(_ page: PageKey) -> ArchiveError {
    ArchiveError(
      code: .inputOutput, message: "Cannot store '\(page)': it was not written. Run again.", subject: page.description)
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    switch self {
    case .success: false
    case .failure: true
    }
  }
}
