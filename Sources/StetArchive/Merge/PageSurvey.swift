internal import StetModel
internal import StetWARC

/// Whether a page of another archive is whole.
struct PageSurvey: Sendable {
  let folder: String
  /// Why nothing of it is taken over, for a person; empty when it is whole.
  private(set) var faults: [String] = []
  /// What is not taken over of a page that is whole otherwise.
  private(set) var leftOut: [String] = []

  init(_ other: Archive, folder: String, _ evidence: SurveyedEvidence) {
    self.folder = folder
    var check = PageVerification(archive: other, folder: folder, isAtWork: other.isAtWork)
    check.run()
    for finding in check.findings {
      switch (finding.severity, finding.code) {
      case (.finding, .foreignFile), (.note, .unloggedVersion): leftOut.append(finding.description)
      case (.finding, _): faults.append(finding.description)
      case (.note, _): break
      }
    }
    guard faults.isEmpty, check.key != nil else { return }
    do throws(ArchiveError) {
      checkRecords(try VisitLog.read(other.layout, folder: folder).visits, evidence)
    } catch {
      faults.append(error.message)
    }
  }

  /// The records that visits name are whole, and without their content only where a visit says so.
  private mutating func checkRecords(_ visits: [Visit], _ evidence: SurveyedEvidence) {
    let redacted = Set(RedactionTargets(visits).records.map(\.name))
    for (index, response) in visits.enumerated().flatMap({ visit in visit.element.responses.map { (visit.offset, $0) } }
    ) {
      let record = response.record
      let entry = WARCRecordID(record).map { EvidenceTable.Entry($0, payload: response.payload) }
      let place = "\(folder)/\(ArchiveLayout.visitLog): visit \(index + 1)"
      if entry.map({ evidence.table.match($0) }) != .same {
        faults.append("\(place): its record \(record) is broken or missing")
      } else if let entry, evidence.table.isRedacted(entry), !redacted.contains(record) {
        faults.append("\(place): the content of its record \(record) is gone, and no visit says that it was redacted")
      }
    }
  }
}
