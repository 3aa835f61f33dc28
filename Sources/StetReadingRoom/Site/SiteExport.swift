public import StetArchive
public import StetKit

/// The room as a folder of files that opens from a disk: the same pages, with relative links.
///
/// The same archive and selection give the same bytes. One version is in memory at a time, and of a host's pages one part of
/// the list. All versions of a page are in it, each compared with the one before it in time; what servers sent is not, since a
/// browser would open it as a page like the room's own.
public struct SiteExport {
  private let archive: Archive
  private let selection: ExportSelection
  private let progress: (_ done: Int, _ total: Int) -> Void
  private let shouldStop: () -> Bool

  /// An export.
  /// - Parameters:
  ///   - selection: which hosts, and since when a page's latest version has to be captured for it to be in; which versions
  ///     of a page plays no part.
  ///   - progress: told of pages done, of about how many.
  ///   - shouldStop: asked after every page; then nothing is left of the export.
  public init(
    _ archive: Archive, _ selection: ExportSelection, progress: @escaping (Int, Int) -> Void = { _, _ in },
    shouldStop: @escaping () -> Bool = { false }
  ) {
    self.archive = archive
    self.selection = selection
    self.progress = progress
    self.shouldStop = shouldStop
  }

  /// Writes the folder, which bears its name only when all of it is there.
  /// - Throws: `ExportError`; `ArchiveError` when something that belongs in it cannot be read.
  public func write(toPath path: String) throws -> ExportCount {
    let folder = try OutputFolder(path)
    var writing = SiteWriting(ReadingRoom(archive), selection, into: folder)
    try writing.run { done, total in
      progress(done, total)
      if shouldStop() {
        throw ExportError(code: .stopped, message: "Stopped: nothing was exported.", subject: archive.path)
      }
    }
    try folder.commit()
    return writing.count
  }
}
