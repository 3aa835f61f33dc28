internal import StetArchive
internal import StetModel
internal import Synchronization

/// What the room reads of an archive: the pages take everything that they show from here.
final class Shelf: Sendable {
  let archive: Archive
  private let index: Mutex<ArchiveIndex?> = Mutex(nil)
  /// What was read of pages' histories.
  let histories = Mutex(HistoryCache())

  init(_ archive: Archive) { self.archive = archive }

  /// The index, brought up to date.
  func current() throws(ArchiveError) -> ArchiveIndex {
    guard let index = archive.index(.build, patience: .seconds(60)) else {
      throw ArchiveError(
        code: .inputOutput, message: "Cannot make an index of '\(archive.path)'. Free some space, then try again.",
        subject: archive.path)
    }
    return index
  }

  /// The page with this name; nil when the archive has none.
  func page(_ name: PageName) throws(ArchiveError) -> ArchivedPage? { try archive.page(folder: name.path) }
}
