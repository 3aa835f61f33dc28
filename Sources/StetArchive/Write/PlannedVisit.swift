internal import StetDigest
internal import StetModel
internal import StetWARC

/// What one observation adds to the archive, worked out before anything is written.
struct PlannedVisit {
  /// A file that is written once and never changed.
  struct NewFile {
    let folder: String
    let name: String
    let bytes: [UInt8]
  }

  /// The records of one response.
  struct Evidence {
    let capture: WARCCapture
    let date: Timestamp

    /// The record's name, as snapshots and visits have it.
    var record: String { capture.id.description }
  }

  /// The page as it is before the visit.
  var page: OpenPage
  var visit: Visit
  /// The responses on the way to the page, its own last; appended before any file gets its name.
  var evidence: [Evidence] = []
  /// In the order in which they get their names.
  var files: [NewFile] = []
  /// Folders in which a name stands that may not be durable yet, apart from those of `files`.
  var unsyncedFolders: [String] = []
  /// What fails when `files` cannot be written, for a message: "Cannot store a snapshot in".
  var action = "Cannot write to"
  var subject = ""

  init(_ page: OpenPage, _ visit: Visit, _ evidence: [Evidence] = []) {
    self.page = page
    self.visit = visit
    self.evidence = evidence
  }

  /// The visit's line without its newline, chained to the line before it.
  mutating func chainedLine() -> [UInt8] {
    visit.previous = page.log.head
    return VisitLines.line(visit)
  }
}
