internal import StetDigest
internal import StetModel
internal import StetWARC

/// What an archive has redacted of one page.
struct PageRedactions: Sendable {
  /// The records whose content is gone, 8 bytes each.
  let records: [UInt64]
  private let payloads: [Digest: Visit]
  /// The last redaction, where all that was captured before it is redacted.
  private let whole: Visit?

  init(_ visits: [Visit]) {
    let targets = RedactionTargets(visits)
    records = targets.records.compactMap { record in
      WARCRecordID(record.name).map { EvidenceTable.Entry($0, payload: nil).record }
    }
    payloads = Dictionary(
      targets.records.compactMap { record in record.payload.map { ($0, record.declaration) } },
      uniquingKeysWith: { first, _ in first })
    let last = visits.last { $0.outcome == .redacted }
    let isWhole = visits.allSatisfy { visit in
      guard let last, visit.wroteVersion, visit.outcome != .gone, visit.at <= last.at else { return true }
      return targets.covers(visit)
    }
    whole = isWhole ? last : nil
  }

  var isEmpty: Bool { payloads.isEmpty && whole == nil && records.isEmpty }

  /// The redaction that holds for what another archive's visit saw, too: of the same content, or of the whole page, when
  /// the visit was before it. Nil when none does.
  func declaration(for visit: Visit) -> Visit? {
    // These have no text of the page.
    guard ![.redacted, .gone, .absent].contains(visit.outcome) else { return nil }
    if let found = visit.payloads.compactMap({ payloads[$0] }).first { return found }
    guard let whole, visit.at <= whole.at else { return nil }
    return whole
  }
}
