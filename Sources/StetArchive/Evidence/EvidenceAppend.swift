internal import StetModel
internal import StetWARC

/// The records of one group on their way into WARC files: appended, made durable, and only then told of.
struct EvidenceAppend {
  let layout: ArchiveLayout
  let file: DurableFile
  private(set) var evidence: EvidenceFiles
  /// Which files each visit's records go into.
  private var users: [Int: Set<Int>] = [:]
  private var order: [Int] = []
  private var appended: [(index: Int, file: UnsyncedFile)] = []

  init(_ evidence: EvidenceFiles, layout: ArchiveLayout, file: DurableFile) {
    self.evidence = evidence
    self.layout = layout
    self.file = file
  }

  /// Takes in the captures of a visit.
  mutating func add(_ captures: [PlannedVisit.Evidence], of member: Int) throws(ArchiveError) {
    for capture in captures {
      let index = try evidence.add(capture.capture, date: capture.date)
      if users[index] == nil { order.append(index) }
      users[index, default: []].insert(member)
    }
  }

  /// Takes in the records of a capture as another archive holds them.
  mutating func add(members: [UInt8], line: CDXJLine?, date: Timestamp) throws(ArchiveError) {
    let index = try evidence.add(members: members, line: line, date: date)
    if users[index] == nil { order.append(index) }
    users[index, default: []].insert(0)
  }

  /// Writes all records.
  /// - Returns: the files to sync; and the visits whose records could not be written, with the reason.
  mutating func begin() -> (files: [UnsyncedFile], failures: [(member: Int, error: ArchiveError)]) {
    var failures: [(member: Int, error: ArchiveError)] = []
    for index in order {
      let found = evidence.files[index]
      do throws(SystemCallError) {
        if found.isNew { try file.makeFolders(found.folder, below: layout) }
        let path = layout.absolute(found.path)
        appended.append((index, try file.beginAppending(found.pending, to: path, at: found.length)))
      } catch {
        failures += fail(index, error, isSuspect: false)
      }
    }
    return (appended.map(\.file), failures)
  }

  /// Ends the appends, and makes the names of new files durable.
  /// - Parameter errors: what the fsyncs of the files that `begin` returned answered.
  mutating func finish(_ errors: [SystemCallError?]) -> [(member: Int, error: ArchiveError)] {
    var failures: [(member: Int, error: ArchiveError)] = []
    for ((index, written), error) in zip(appended, errors) {
      let found = evidence.files[index]
      do throws(SystemCallError) {
        if let error {
          file.cutBack(written, to: found.length)
          throw error
        }
        try file.finish(written, nil)
        if found.isNew {
          let folders = ArchiveLayout.withAncestors(found.folder).map { $0.isEmpty ? layout.root : layout.absolute($0) }
          if let error = file.syncFolders(folders).compactMap({ $0 }).first { throw error }
        }
        let lines = evidence.commit(index)
        // Derived, so without an fsync: what a crash takes of it is read from the WARC file again.
        append(lines, to: found, index)
      } catch {
        failures += fail(index, error, isSuspect: true)
      }
    }
    return failures
  }

  private mutating func append(_ lines: [CDXJLine], to found: EvidenceFile, _ index: Int) {
    guard !found.isIndexBroken else { return }
    let path = layout.absolute(found.indexPath)
    do throws(SystemCallError) {
      try file.appendLoosely(lines.flatMap { Array($0.text.utf8) }, to: path)
    } catch {
      // An index with a gap would be taken for whole: it is made anew by the next run.
      evidence.noteBrokenIndex(index)
      try? file.remove(path)
    }
  }

  private mutating func fail(
    _ index: Int, _ error: SystemCallError, isSuspect: Bool
  ) -> [(member: Int, error: ArchiveError)] {
    let found = evidence.files[index]
    evidence.rollBack(index, isSuspect: isSuspect)
    let error = ArchiveError(error, action: "Cannot store a response in", subject: layout.absolute(found.path))
    return (users[index] ?? []).sorted().map { ($0, error) }
  }
}
