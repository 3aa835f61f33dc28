internal import GRDB
internal import StetModel

extension Archive {
  /// Compares the index with the files, page by page, and checks its own structure. Nothing is changed or mended.
  ///
  /// What a run has changed since, and the journal names, is no drift: the next reader takes it in.
  ///
  /// - Parameter progress: is told how many page folders are done, and of how many.
  /// - Returns: nothing when there is no index, or one that was never finished.
  public func indexDrift(
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ArchiveError) -> [IndexDrift] {
    guard FileReading.exists(layout.absolute(IndexFile.name)) else { return [] }
    do {
      let isWritable = IndexFile.isWritable(layout)
      let opened = isWritable ? try IndexFile.open(layout, creating: false) : try IndexFile.openReadOnly(layout)
      return try drift(in: opened, progress)
    } catch let error as ArchiveError {
      throw error
    } catch  where Self.isUseless(error) {
      return [IndexDrift(path: IndexFile.name, message: "it cannot be read: \(error)")]
    } catch {
      return try unwritableDrift(progress, error)
    }
  }

  /// The same where SQLite may write but cannot: on a full disk it finds no room for the files that it keeps beside a database.
  private func unwritableDrift(
    _ progress: (_ done: Int, _ total: Int) -> Void, _ cause: any Error
  ) throws(ArchiveError) -> [IndexDrift] {
    do {
      if let queue = try IndexFile.openReadOnly(layout) { return try drift(in: queue, progress) }
    } catch let error as ArchiveError {
      throw error
    } catch {
      // Neither way: what was tried first says why.
    }
    let reason = (cause as? DatabaseError)?.message ?? "\(cause)"
    return [
      IndexDrift(
        path: IndexFile.name,
        message:
          "it was not checked, because SQLite cannot open it (\(reason)): nothing of the archive is in it alone. "
          + "See that its disk is not full, then run again", isUnread: true)
    ]
  }

  /// Removes the index: it is made anew from the files when it is needed next. For `verify --repair`, and for when text
  /// has to go (words cannot be taken out of it singly).
  public func removeIndex() {
    guard let lock = IndexLock.take(layout, patience: .seconds(10)) else { return IndexFile.remove(layout) }
    IndexFile.remove(layout)
    lock.release()
  }

  /// - Parameter queue: the index; nil when there is none of this version.
  private func drift(in queue: DatabaseQueue?, _ progress: (Int, Int) -> Void) throws -> [IndexDrift] {
    guard let queue, try queue.read(IndexState.read).isComplete else { return [] }
    return try queue.read { db in
      var drift: [IndexDrift] = []
      for row in try String.fetchAll(db, sql: "PRAGMA quick_check(10)") where row != "ok" {
        drift.append(IndexDrift(path: IndexFile.name, message: "it is broken: \(row)"))
      }
      let state = try IndexState.read(db)
      let journal = JournalReading(
        try? FileReading.bytes(of: layout.absolute(JournalText.path)), from: state.position)
      let changing = Set(journal.folders)
      let tables = IndexTables(db: db)
      let folders = try String.fetchCursor(db, sql: "SELECT folder FROM pages")
      while let folder = try folders.next() {
        guard !changing.contains(folder), !FileReading.exists(layout.absolute(folder)) else { continue }
        let count = try tables.row(of: folder)?.versions ?? 0
        drift.append(
          IndexDrift(
            path: folder, message: "the folder is missing, and the index has a page there, of \(count) versions",
            loss: .page))
      }
      // Then the next reader compares everything by itself.
      if journal.isEverything { return drift }
      let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM pages") ?? 0
      var done = 0
      for host in try folderNames(in: ArchiveLayout.pages) {
        let path = "\(ArchiveLayout.pages)/\(host)"
        let stream = try FolderStream(layout.absolute(path))
        while let entry = try stream.next() {
          guard entry.kind == .folder, FolderName.isPageFolder(entry.name) else { continue }
          progress(min(done, total), total)
          done += 1
          let folder = "\(path)/\(entry.name)"
          guard !changing.contains(folder), let found = try difference(of: folder, tables) else { continue }
          drift.append(found)
        }
      }
      progress(total, total)
      return drift.sorted { ($0.path, $0.message) < ($1.path, $1.message) }
    }
  }

  /// What the index has wrong about a page; nil when nothing.
  private func difference(of folder: String, _ tables: IndexTables) throws -> IndexDrift? {
    func drift(_ message: String, _ loss: IndexDrift.Loss? = nil) -> IndexDrift {
      IndexDrift(path: folder, message: message, loss: loss)
    }
    let known = try tables.versions(of: folder)
    // Of versions that the index has by the digest in the log, the files are held against the log elsewhere.
    let entry = try readableEntry(of: folder, known)
    let row = try tables.row(of: folder)
    guard let entry else {
      return row == nil ? nil : drift("the index has a page where none can be read", .page)
    }
    guard let row else { return drift("the index lacks this page") }
    if row.key != entry.page.key.description { return drift("the index has it as '\(row.key)'") }
    let count = entry.numbers.count
    if row.versions > count { return drift("the index has \(row.versions) versions, and there are \(count)", .version) }
    if row.versions != count || row.latest != entry.latest?.version {
      return drift(
        "the index has \(row.versions) versions, the latest \(row.latest ?? 0), and there are \(count)")
    }
    let lastVisit = entry.lastVisit?.secondsSince1970
    if let seen = row.lastVisit, seen > lastVisit ?? .min {
      return drift("the index has a visit of \(Timestamp(secondsSince1970: seen)), which the log lacks", .visit)
    }
    if row.lastVisit != lastVisit { return drift("the index does not have the last visit") }
    if row.aliases != entry.page.aliases { return drift("the index has other aliases") }
    for version in entry.versions where known[version.number] != version.digest {
      return drift("the index has another version \(version.number), or none")
    }
    let isGone = known.keys.contains { version in
      !FileReading.exists(layout.absolute("\(folder)/\(ArchiveLayout.snapshotName(version))"))
    }
    if isGone {
      return drift("the index has a version that cannot be read")
    }
    return nil
  }

  private func readableEntry(of folder: String, _ known: [Int: Digest]) throws(ArchiveError) -> PageEntry? {
    do throws(ArchiveError) {
      return try PageEntryReading(archive: self, folder: folder, known: known).entry()
    } catch  where error.code == .damaged {
      return nil
    }
  }
}
