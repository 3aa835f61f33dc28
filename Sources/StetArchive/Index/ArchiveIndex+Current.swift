internal import GRDB
internal import StetModel

/// An index that stays open for long.
extension ArchiveIndex {
  /// The same index with more connections, for many threads at once; those that cannot be had are left out.
  public func widened(to connections: Int) -> ArchiveIndex {
    guard queue.path != ":memory:", !queue.path.isEmpty else { return self }
    let more = (1..<max(1, connections)).compactMap { _ -> DatabaseQueue? in
      let opened =
        IndexFile.isWritable(archive.layout)
        ? try? IndexFile.open(archive.layout, creating: false) : try? IndexFile.openReadOnly(archive.layout)
      // Another one may stand in its place by now.
      guard let opened, (try? opened.read(IndexState.read))?.isComplete == true else { return nil }
      return opened
    }
    return ArchiveIndex(archive: archive, queue: queue, more: more)
  }

  /// What is to be read from now on: this index, or one that knows what has changed since.
  ///
  /// While another stet is at work on the index it is this one: what it says then is not the latest, and true of a moment
  /// before.
  public func current() -> ArchiveIndex {
    if archive.isFresh(queue) { return self }
    if isTemporary {
      // Nobody else could: the archive may not be written.
      try? IndexRefresh(archive: archive, queue: queue, isKept: false).run()
      return self
    }
    if let index = archive.index(.refresh, patience: .zero) { return index }
    return isStale ? archive.index(.build, patience: .zero) ?? self : self
  }

  private var isTemporary: Bool { queue.path.isEmpty }

  /// Whether the file that it was opened from is no longer there.
  private var isStale: Bool { !FileReading.exists(archive.layout.absolute(IndexFile.name)) }
}
