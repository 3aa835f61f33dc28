internal import StetModel

/// Which versions and observations of another archive's page are a text that was redacted here.
struct CoveredText {
  private(set) var versions: [Int: Visit] = [:]
  private(set) var observations: [String: Visit] = [:]

  /// - Parameters:
  ///   - local: the numbers that versions of the other archive have here, as far as they are here.
  ///   - declared: the visits here that declare versions redacted, by version.
  init(_ other: OtherPage, _ redactions: PageRedactions, local: [Int: Int], declared: [Int: Visit]) {
    guard !redactions.isEmpty else { return }
    for line in other.lines {
      guard let version = line.visit.version, versions[version] == nil, line.visit.outcome != .gone else { continue }
      // All visits that name a version saw the same text: what holds for one of them holds for all.
      versions[version] = local[version].flatMap { declared[$0] } ?? redactions.declaration(for: line.visit)
    }
    for line in other.lines where line.visit.outcome == .quarantined {
      guard let path = line.visit.quarantine else { continue }
      observations[path] = redactions.declaration(for: line.visit)
    }
    for line in other.lines {
      guard let path = line.visit.accepted, let version = line.visit.version else { continue }
      observations[path] = observations[path] ?? versions[version]
    }
  }

  /// The redaction that holds for what a visit of the other archive saw; nil when none does.
  func declaration(for visit: Visit) -> Visit? {
    guard visit.outcome != .redacted else { return nil }
    return visit.version.flatMap { versions[$0] } ?? visit.quarantine.flatMap { observations[$0] }
  }
}
