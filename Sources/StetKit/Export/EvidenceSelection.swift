internal import StetArchive
internal import StetModel
internal import StetWARC

/// The captures of a selection, with where their records stand: some hundred bytes of each are in memory.
///
/// Of the latest versions those that they were read from; of all versions every capture that a visit names. A revisit brings
/// the response with it that it leans on, however old.
struct EvidenceSelection {
  /// Where the records of one capture stand.
  struct Place {
    /// Which of `files`.
    let file: Int
    let offset: Int
    let length: Int
    let line: CDXJLine
  }

  private let archive: Archive
  private let selection: ExportSelection
  private var known = Set<String>()
  private var redacted = Set<String>()
  private var fileNumbers: [String: Int] = [:]

  /// WARC files, below the archive's root.
  private(set) var files: [String] = []
  /// In the order of time.
  private(set) var places: [Place] = []
  /// The versions that have a record, for whoever looks for a start.
  private(set) var pages = WACZPages()
  /// Versions whose response is not kept.
  private(set) var versionsWithout = 0

  init(_ archive: Archive, _ selection: ExportSelection) {
    self.archive = archive
    self.selection = selection
  }

  /// The moment of the newest capture; nil when there is none.
  var newest: Timestamp? { places.last?.line.date }

  /// Takes in a version that is to be exported.
  mutating func add(_ version: SelectedVersion) throws(ArchiveError) {
    let snapshot = version.sealed.snapshot
    guard snapshot.review != nil else { return }
    guard let response = snapshot.response, let record = response.record else {
      versionsWithout += 1
      return
    }
    guard try add(record, response.finalURL, snapshot.captured, of: snapshot.page) else {
      versionsWithout += 1
      return
    }
    for part in response.parts { try add(part, of: snapshot.page) }
    pages.add(
      id: String(version.sealed.digest.hexadecimal.prefix(16)), url: response.finalURL, captured: snapshot.captured,
      title: snapshot.review?.title)
  }

  /// Takes in what visits to a page brought, whether they wrote a version or not.
  mutating func addVisits(of page: ArchivedPage) throws(ArchiveError) {
    for visit in try archive.visits(of: page) where visit.outcome != .quarantined {
      guard selection.since.map({ visit.at >= $0 }) ?? true else { continue }
      if let record = visit.record {
        _ = try add(record, visit.url ?? visit.page.description, visit.at, of: visit.page)
      }
      for part in visit.parts { try add(part, of: visit.page) }
    }
  }

  /// Takes in the capture of a later page of a review.
  private mutating func add(_ part: ResponsePart, of page: PageKey) throws(ArchiveError) {
    if let record = part.record { _ = try add(record, part.finalURL, part.captured, of: page) }
  }

  /// Puts the captures in the order of time; those of one second as they were stored, so that a revisit stands behind what it
  /// leans on.
  mutating func sort() {
    places.sort { ($0.line.date, files[$0.file], $0.offset) < ($1.line.date, files[$1.file], $1.offset) }
  }

  /// Takes in a capture, and what it leans on.
  /// - Returns: false when its content was redacted.
  private mutating func add(
    _ record: String, _ address: String, _ at: Timestamp, of page: PageKey
  ) throws(ArchiveError) -> Bool {
    guard known.insert(record).inserted else { return !redacted.contains(record) }
    let group: EvidenceGroup
    do throws(ArchiveError) {
      group = try archive.evidenceGroup(record, address: address, at: at)
    } catch {
      guard error.code == .damaged, try archive.isRedacted(record, of: page) else { throw error }
      redacted.insert(record)
      return false
    }
    if let name = group.head.refersTo, let address = group.head.refersToTargetURI, let date = group.head.refersToDate,
      try !add(name, address, date, of: page)
    {
      redacted.insert(record)
      return false
    }
    if fileNumbers[group.path] == nil {
      fileNumbers[group.path] = files.count
      files.append(group.path)
    }
    places.append(
      Place(file: fileNumbers[group.path] ?? 0, offset: group.offset, length: group.length, line: group.line))
    return true
  }
}
