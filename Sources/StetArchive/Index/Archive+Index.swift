internal import GRDB
internal import StetModel

extension Archive {
  /// The archive's index, up to date.
  ///
  /// - Parameters:
  ///   - effort: what may be done for one that is not ready.
  ///   - patience: how long to wait for another stet that is at work on it.
  ///   - progress: is told how many page folders are done of about how many, when all of them are looked at.
  /// - Returns: nil when there is none to be had: the files say the same, slower.
  public func index(
    _ effort: IndexEffort, patience: Duration = .seconds(2),
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> ArchiveIndex? {
    index(effort, patience: patience, looksAtHosts: true, progress: progress)
  }

  /// The same. Without a look at the host folders, which costs time for each page of a host, for a run that goes on.
  func index(
    _ effort: IndexEffort, patience: Duration, looksAtHosts: Bool, progress: (_ done: Int, _ total: Int) -> Void
  ) -> ArchiveIndex? {
    guard IndexFile.isWritable(layout) else {
      if let queue = try? IndexFile.openReadOnly(layout), isFresh(queue) {
        return ArchiveIndex(archive: self, queue: queue)
      }
      return effort == .build ? temporaryIndex(progress) : nil
    }
    if let queue = try? IndexFile.open(layout, creating: false), isFresh(queue) {
      return ArchiveIndex(archive: self, queue: queue)
    }
    if effort == .refresh, !FileReading.exists(layout.absolute(IndexFile.name)) { return nil }
    guard let lock = IndexLock.take(layout, patience: patience) else {
      return effort == .build ? temporaryIndex(progress) : nil
    }
    let queue = refreshed(effort, looksAtHosts, progress)
    lock.release()
    return queue.map { ArchiveIndex(archive: self, queue: $0) }
      ?? (effort == .build ? temporaryIndex(progress) : nil)
  }

  /// Brings the index up to date; the lock is held.
  private func refreshed(
    _ effort: IndexEffort, _ looksAtHosts: Bool, _ progress: (Int, Int) -> Void
  ) -> DatabaseQueue? {
    // The second time for an index that turned out to be broken, of another version, or about texts that are gone.
    for isAgain in [false, true] {
      do {
        if let queue = try IndexFile.open(layout, creating: effort == .build) {
          if effort == .refresh, try !queue.read(IndexState.read).isComplete { return nil }
          try IndexRefresh(archive: self, queue: queue, looksAtHosts: looksAtHosts).run(progress: progress)
          return queue
        }
      } catch is ArchiveError {
        return nil
      } catch {
        // A full disk, say: the index is left as it is, and takes up where it stopped.
        guard Self.isUseless(error) else { return nil }
      }
      guard !isAgain else { return nil }
      IndexFile.remove(layout)
      if effort == .refresh { return nil }
    }
    return nil
  }

  private func temporaryIndex(_ progress: (Int, Int) -> Void) -> ArchiveIndex? {
    guard let queue = try? IndexFile.openTemporary(),
      (try? IndexRefresh(archive: self, queue: queue, isKept: false).run(progress: progress)) != nil
    else { return nil }
    return ArchiveIndex(archive: self, queue: queue)
  }

  /// Whether the journal names nothing that the index has not read.
  func isFresh(_ queue: DatabaseQueue) -> Bool {
    guard let state = try? queue.read(IndexState.read), state.isComplete else { return false }
    let journal = JournalReading(try? FileReading.bytes(of: layout.absolute(JournalText.path)), from: state.position)
    guard !journal.isEverything, journal.position.offset == state.position.offset,
      let hosts = try? HostFolders.read(self), (try? queue.read(hosts.areKnown)) == true
    else { return false }
    return journal.folders.allSatisfy { folder in
      let known = try? queue.read { try IndexTables(db: $0).signature(of: folder) }
      return known == PageSignature.of(folder, in: layout)
    }
  }

  /// Whether an index with this trouble is better made anew.
  static func isUseless(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return error is IndexTables.Outdated }
    return [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_FORMAT, .SQLITE_MISMATCH]
      .contains(error.resultCode)
  }
}
