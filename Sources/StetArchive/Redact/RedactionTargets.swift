internal import StetModel

/// What a page's visit log says is to be without its text.
struct RedactionTargets {
  /// A record of a response, and by what it is found.
  struct Record {
    let name: String
    let address: String
    let at: Timestamp
    let payload: Digest?
    /// The visit that declares it redacted.
    let declaration: Visit
  }

  /// The visits that declare versions redacted, by version.
  private(set) var versions: [Int: Visit] = [:]
  /// The visits that declare observations redacted, by path.
  private(set) var observations: [String: Visit] = [:]
  /// The responses from which these were read, in the order of the log.
  private(set) var records: [Record] = []

  init(_ visits: [Visit]) {
    for visit in visits where visit.outcome == .redacted {
      if let version = visit.version { versions[version] = visit }
      if let path = visit.quarantine { observations[path] = visit }
    }
    for visit in visits where visit.outcome != .redacted {
      let declaration = visit.version.flatMap { versions[$0] } ?? visit.quarantine.flatMap { observations[$0] }
      guard let declaration else { continue }
      for response in visit.responses {
        records.append(
          Record(
            name: response.record, address: response.address, at: response.at, payload: response.payload,
            declaration: declaration))
      }
    }
  }

  /// Whether the version that a visit names is redacted.
  func covers(_ visit: Visit) -> Bool { visit.version.map { versions[$0] != nil } ?? false }

  var isEmpty: Bool { versions.isEmpty && observations.isEmpty }
}
