internal import StetDigest
internal import StetModel
internal import StetWARC

/// What an archive has redacted, and what of another archive's is the same text: it is taken over without it.
struct MergeRedactions: Sendable {
  /// Records here whose content is gone, 8 bytes each.
  private var gone = Set<UInt64>()
  /// Records of the other archive that are to lose their content, with the visits here that say why.
  private var declarations: [UInt64: Visit] = [:]

  /// Whether a record is here, without its content.
  func isGone(_ record: UInt64) -> Bool { gone.contains(record) }

  /// Why a record of the other archive is not taken over with its content; nil when it is.
  func declaration(forRecord record: UInt64) -> Visit? { declarations[record] }

  /// Whether a capture of the other archive has no content, or is to lose it.
  func isWithoutContent(_ entry: EvidenceTable.Entry) -> Bool { entry.isRedacted || declarations[entry.record] != nil }

  /// Takes in what a page that both have says.
  mutating func add(_ page: PageRedactions, _ other: OtherPage, _ covered: CoveredText) {
    for record in page.records { gone.insert(record) }
    for line in other.lines {
      guard let declaration = covered.declaration(for: line.visit) else { continue }
      for id in line.visit.responses.compactMap({ WARCRecordID($0.record) }) {
        declarations[EvidenceTable.Entry(id, payload: nil).record] = declaration
      }
    }
  }
}
