internal import StetModel
internal import Synchronization

/// An archive, for writing. Holds the lock from `open` until `close`, or until it is let go.
///
/// Whatever a method reports is durable when the method returns. Methods may be called from any task; they run one
/// after another and block on the disk.
public final class ArchiveWriter: Sendable {
  /// The archive, for reading.
  public let archive: Archive

  /// What a run before this one left in WARC files when it did not end well, and what was done about it.
  public var recoveries: [Finding] { state.withLock { $0.recoveries } }

  let file: DurableFile
  let state: Mutex<WriterState>
  /// Nil where no index is kept.
  let index: IndexKeeping?

  /// Opens an archive for writing, and creates it when there is none.
  ///
  /// - Parameter creating: whether a missing archive is created; false: `noArchive`.
  /// - Throws: `locked`, naming the holder; `notAnArchive` when the folder holds something else; `newerFormat`;
  ///   `cannotWrite` and `noSpace`.
  public static func open(at path: String, creating: Bool = true) throws(ArchiveError) -> ArchiveWriter {
    try open(at: path, creating: creating, calls: .system, keepsIndex: true)
  }

  /// Opens an archive with other system calls than the system's, to see what happens when they fail.
  /// - Parameter maximumWARCBytes: at this length a WARC file is full.
  package static func open(
    at path: String, creating: Bool = true, calls: FileSystemCalls = .system, maximumWARCBytes: Int = 1_000_000_000,
    keepsIndex: Bool = false
  ) throws(ArchiveError) -> ArchiveWriter {
    let layout = ArchiveLayout(root: path)
    if creating { try ArchiveCreation(layout: layout, file: DurableFile(calls: calls)).createIfAbsent() }
    let archive = try Archive.open(at: path)
    let lock = try ArchiveLock.take(layout, calls: calls)
    let isSweepDue = lock.isSweepDue
    let evidence = EvidenceFiles(layout: layout, maximumBytes: maximumWARCBytes)
    let index = keepsIndex ? IndexKeeping(archive: archive, journal: ChangeJournal(layout: layout, calls: calls)) : nil
    // Whatever is written below goes through the journal's eyes, so that no change of a page escapes the index.
    let file = DurableFile(calls: index?.journal.watching(calls) ?? calls)
    let writer = ArchiveWriter(archive: archive, file: file, index: index, lock: lock, evidence: evidence)
    if isSweepDue { writer.sweep() }
    return writer
  }

  /// Lets the lock go. What is called after this fails with `locked`.
  public func close() {
    state.withLock { state in
      guard state.holdsLock else { return }
      if !EvidenceIndex(layout: archive.layout, file: file).sort(state.evidence.close()) { state.isClean = false }
      // While the lock is held: the next run's lines must not come in between.
      let isIndexDue = index?.endChanges() ?? false
      state.releaseLock()
      if isIndexDue { index?.catchUp() }
    }
  }

  deinit { close() }

  private init(
    archive: Archive, file: DurableFile, index: IndexKeeping?, lock: consuming ArchiveLock, evidence: EvidenceFiles
  ) {
    self.archive = archive
    self.file = file
    self.index = index
    state = Mutex(WriterState(lock: lock, evidence: evidence))
  }

  /// Runs one change of the archive; after a failure the archive counts as not clean.
  func changing<T: Sendable>(
    _ body: (inout WriterState) throws(ArchiveError) -> T
  ) throws(ArchiveError) -> T {
    let result: Result<T, ArchiveError> = state.withLock { state in
      guard state.holdsLock else {
        return .failure(
          ArchiveError(
            code: .locked, message: "Cannot store in '\(archive.path)': it was closed. Open it again.",
            subject: archive.path))
      }
      defer { index?.changed() }
      do throws(ArchiveError) {
        return .success(try body(&state))
      } catch {
        state.isClean = false
        return .failure(error)
      }
    }
    return try result.get()
  }
}
