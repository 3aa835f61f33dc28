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

  /// A line of the log.
  struct Line {
    var visit: Visit
    /// All members of the line where another archive has written it; nil where it says what `visit` does.
    var members: JSONObject?
  }

  /// The page as it is before the visit.
  var page: OpenPage
  var visit: Visit
  /// All members of its line where another archive has written it; nil where it says what `visit` does.
  var members: JSONObject?
  /// Visits that are logged behind it in the same breath, and need no files but its own.
  var followers: [Line] = []
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

  /// The lines without their newlines, each chained to the one before it.
  mutating func chainedLines() -> [(visit: Visit, bytes: [UInt8])] {
    visit.previous = page.log.head
    var lines = [(visit, VisitLines.line(visit, members))]
    for index in followers.indices {
      followers[index].visit.previous = VisitLines.hash(lines[index].1[...])
      lines.append((followers[index].visit, VisitLines.line(followers[index].visit, followers[index].members)))
    }
    return lines
  }
}
