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
      guard let queue = opened, try queue.read(IndexState.read).isComplete else { return [] }
      return try drift(in: queue, progress)
    } catch let error as ArchiveError {
      throw error
    } catch {
      return [IndexDrift(path: IndexFile.name, message: "it cannot be read: \(error)")]
    }
  }

  /// Removes the index: it is made anew from the files when it is needed next. For `verify --repair`, and for when text
  /// has to go (words cannot be taken out of it singly).
  public func removeIndex() {
    guard let lock = IndexLock.take(layout, patience: .seconds(10)) else { return IndexFile.remove(layout) }
    IndexFile.remove(layout)
    lock.release()
  }

  private func drift(in queue: DatabaseQueue, _ progress: (Int, Int) -> Void) throws -> [IndexDrift] {
    let folders = try pageFolders()
    return try queue.read { db in
      var drift: [IndexDrift] = []
      func note(_ path: String, _ message: String) { drift.append(IndexDrift(path: path, message: message)) }
      for row in try String.fetchAll(db, sql: "PRAGMA quick_check(10)") where row != "ok" {
        note(IndexFile.name, "it is broken: \(row)")
      }
      let state = try IndexState.read(db)
      let journal = JournalReading(
        try? FileReading.bytes(of: layout.absolute(JournalText.path)), from: state.position)
      // Then the next reader compares everything by itself.
      if journal.isEverything { return drift }
      let changing = Set(journal.folders)
      let tables = IndexTables(db: db)
      for (index, folder) in folders.enumerated() {
        progress(index, folders.count)
        guard !changing.contains(folder) else { continue }
        guard let message = try difference(of: folder, tables) else { continue }
        note(folder, message)
      }
      progress(folders.count, folders.count)
      let there = Set(folders)
      for folder in try tables.folders(startingWith: "\(ArchiveLayout.pages)/") {
        if !there.contains(folder), !changing.contains(folder) {
          note(folder, "the index has a page that is not there")
        }
      }
      return drift
    }
  }

  /// What the index has wrong about a page; nil when nothing.
  private func difference(of folder: String, _ tables: IndexTables) throws -> String? {
    let known = try tables.versions(of: folder)
    let entry = try readableEntry(of: folder)
    let row = try tables.row(of: folder)
    guard let entry else { return row == nil ? nil : "the index has a page where none can be read" }
    guard let row else { return "the index lacks this page" }
    if row.key != entry.page.key.description { return "the index has it as '\(row.key)'" }
    if row.versions != entry.numbers.count || row.latest != entry.latest?.version {
      return
        "the index has \(row.versions) versions, the latest \(row.latest ?? 0), and there are \(entry.numbers.count)"
    }
    if row.lastVisit != entry.lastVisit?.secondsSince1970 { return "the index does not have the last visit" }
    if row.aliases != entry.page.aliases { return "the index has other aliases" }
    for version in entry.versions where known[version.number] != version.digest {
      return "the index has another version \(version.number), or none"
    }
    if known.count > entry.versions.count { return "the index has a version that cannot be read" }
    return nil
  }

  private func readableEntry(of folder: String) throws(ArchiveError) -> PageEntry? {
    do throws(ArchiveError) {
      return try PageEntryReading(archive: self, folder: folder).entry()
    } catch  where error.code == .damaged {
      return nil
    }
  }
}
