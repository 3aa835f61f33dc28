internal import GRDB
internal import StetModel

/// Brings an index up to date with the files. The caller holds the index lock, unless the index is its own.
struct IndexRefresh {
  let archive: Archive
  let queue: DatabaseQueue
  /// Whether the index stays: only then its place in the journal matters.
  var isKept = true

  /// How many pages are read before what they say is written.
  private static let batch = 1000

  /// Whether host folders are looked at for pages that came or went without a line in the journal.
  var looksAtHosts = true

  /// Reads what has changed; everything, where nobody knows.
  ///
  /// - Parameter progress: is told how many page folders are done of how many, when all are looked at.
  /// - Throws: `IndexTables.Outdated` when the index has to be made anew; `DatabaseError`; `ArchiveError` when folders
  ///   cannot be listed.
  func run(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws {
    var state = try queue.read(IndexState.read)
    // Read before the files: what comes later is noted later.
    let journal = readJournal(from: state.position)
    let hosts = looksAtHosts ? try HostFolders.read(archive) : nil
    if journal.isEverything || !state.isComplete {
      let there = try HostFolders.read(archive)
      try compare(try queue.read(there.allNames), progress)
    } else {
      if let hosts { try compare(try queue.read { try hosts.unexplained($0, archive, journal.folders) }, progress) }
      try update(journal.folders)
    }
    state = IndexState(isComplete: true, position: journal.position)
    try queue.write { db in
      try state.write(db)
      try hosts?.write(db)
    }
  }

  private func readJournal(from position: JournalPosition) -> JournalReading {
    let path = archive.layout.absolute(JournalText.path)
    if isKept, (try? FileReading.bytes(of: path)).flatMap(JournalText.identifier) == nil {
      // Without one each reader would have to look at every page.
      try? ChangeJournal.create(archive.layout, calls: .system, replacing: false)
    }
    return JournalReading(try? FileReading.bytes(of: path), from: position)
  }

  /// Reads pages that the journal names.
  private func update(_ folders: [String]) throws {
    for start in stride(from: 0, to: folders.count, by: Self.batch) {
      let part = folders[start..<min(start + Self.batch, folders.count)]
      try queue.inTransaction(.immediate) { db in
        let tables = IndexTables(db: db)
        for folder in part { try update(folder, tables, known: try tables.versions(of: folder)) }
        return .commit
      }
    }
  }

  /// Looks at every page folder of these hosts and reads those that do not look as they did; the pages of hosts that
  /// are gone are removed.
  private func compare(_ hosts: [String], _ progress: (Int, Int) -> Void) throws {
    var done = 0
    for (index, host) in hosts.enumerated() {
      let prefix = "\(ArchiveLayout.pages)/\(host)/"
      let folders = try archive.folderNames(in: "\(ArchiveLayout.pages)/\(host)").filter(FolderName.isPageFolder)
        .map { prefix + $0 }
      try queue.inTransaction(.immediate) { db in
        let (tables, there) = (IndexTables(db: db), Set(folders))
        for folder in try tables.folders(startingWith: prefix) where !there.contains(folder) {
          try tables.remove(folder)
        }
        return .commit
      }
      for start in stride(from: 0, to: folders.count, by: Self.batch) {
        let part = folders[start..<min(start + Self.batch, folders.count)]
        try queue.inTransaction(.immediate) { db in
          let tables = IndexTables(db: db)
          for folder in part where try PageSignature.of(folder, in: archive.layout) != tables.signature(of: folder) {
            try update(folder, tables, known: [:])
          }
          return .commit
        }
        done += part.count
        // What is to come of the other hosts is guessed from those that are done.
        let rest = folders.count - start - part.count
        progress(done, index + 1 == hosts.count ? done + rest : (done + rest) * hosts.count / (index + 1))
      }
    }
  }

  private func update(_ folder: String, _ tables: IndexTables, known: [Int: Digest]) throws {
    // Taken before the files are read: what changes meanwhile looks different the next time.
    guard let signature = PageSignature.of(folder, in: archive.layout) else { return try tables.remove(folder) }
    let looked = try tables.signature(of: folder)
    let isTouched = looked.map { $0.folderTime != signature.folderTime } ?? false
    switch result(folder, known: known, isTouched: isTouched) {
    case .success(nil): try tables.remove(folder)
    case .success(let entry?): try tables.store(entry, signature)
    case .failure(let error) where error.code == .damaged: try tables.storeUnreadable(folder, error, signature)
    case .failure(let error): throw error
    }
  }

  private func result(_ folder: String, known: [Int: Digest], isTouched: Bool) -> Result<PageEntry?, ArchiveError> {
    do throws(ArchiveError) {
      return .success(try read(folder, known: known, isTouched: isTouched))
    } catch {
      return .failure(error)
    }
  }

  private func read(_ folder: String, known: [Int: Digest], isTouched: Bool) throws(ArchiveError) -> PageEntry? {
    let entry = try PageEntryReading(archive: archive, folder: folder, known: known).entry()
    guard isTouched, let entry, entry.versions.isEmpty, !known.isEmpty else { return entry }
    // A name was made or removed and there is no new version: one that is known was replaced (a takedown, a repair).
    return try PageEntryReading(archive: archive, folder: folder).entry()
  }
}
