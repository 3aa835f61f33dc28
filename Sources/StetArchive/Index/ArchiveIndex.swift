internal import GRDB
internal import StetModel

/// The index of an archive, open for reading: lists, finds and searches without a look at every file.
///
/// Derived from the files and never a source of truth. What it says is as of the moment when it was opened.
public final class ArchiveIndex: Sendable {
  /// The name of its file in the archive's folder.
  public static let fileName = IndexFile.name

  /// The archive that it is about.
  public let archive: Archive
  /// The connection that it was opened with.
  let queue: DatabaseQueue
  /// All connections that queries are run on.
  private let readers: IndexReaders

  init(archive: Archive, queue: DatabaseQueue, more: [DatabaseQueue] = []) {
    self.archive = archive
    self.queue = queue
    readers = IndexReaders([queue] + more)
  }

  /// Runs a query.
  /// - Throws: `damaged` when the index cannot be read; it is then removed, to be made anew by the next that needs it.
  func read<T>(_ query: (Database) throws -> T) throws(ArchiveError) -> T {
    do {
      return try readers.read(query)
    } catch let error as ArchiveError {
      throw error
    } catch {
      if IndexFile.isWritable(archive.layout) { IndexFile.remove(archive.layout) }
      let path = archive.layout.absolute(IndexFile.name)
      throw ArchiveError(
        code: .damaged,
        message: "Cannot read the index '\(path)': \(error). Run again: it is made anew from the archive's files.",
        subject: path)
    }
  }
}
