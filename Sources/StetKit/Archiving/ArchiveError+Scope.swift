internal import StetArchive

extension ArchiveError {
  /// Whether the archive as a whole is in trouble, and not one page of it.
  var isAboutTheArchive: Bool {
    switch code {
    case .noArchive, .notAnArchive, .newerFormat, .locked, .cannotWrite, .noSpace, .inputOutput: true
    case .unknownPage, .ambiguousPage, .unknownVersion, .damaged, .folderCollision, .unstorable: false
    }
  }
}
