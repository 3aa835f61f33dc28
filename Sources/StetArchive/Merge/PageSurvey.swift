internal import StetModel

/// Whether a page of another archive is whole, and what of it was redacted here.
struct PageSurvey: Sendable {
  let folder: String
  /// Why nothing of it is taken over, for a person; empty when it is whole.
  private(set) var faults: [String] = []
  /// What is not taken over of a page that is whole otherwise.
  private(set) var leftOut: [String] = []

  init(_ other: Archive, folder: String, _ evidence: SurveyedEvidence) {
    self.folder = folder
    var check = PageVerification(
      archive: other, folder: folder, evidence: ReferenceVerification(archive: other, table: evidence.table))
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
      // The indexes may know of records that cannot be read.
      for (index, visit) in try VisitLog.read(other.layout, folder: folder).visits.enumerated()
      where !evidence.holds(visit) {
        faults.append("\(folder)/\(ArchiveLayout.visitLog): visit \(index + 1): its record is broken or missing")
      }
    } catch {
      faults.append(error.message)
    }
  }
}
