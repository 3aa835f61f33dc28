internal import StetArchive

extension RoomError {
  /// What a reader is told of trouble with the archive: no paths of this machine.
  init(_ error: ArchiveError) {
    switch error.code {
    case .unknownPage, .unknownVersion, .ambiguousPage: self = .notFound
    case .damaged, .newerFormat:
      self.init(
        code: .trouble,
        message: "This part of the archive cannot be read as it is now. 'stet verify' says what is wrong with it.")
    default:
      self.init(
        code: .trouble, message: "The archive cannot be read at the moment. Where 'stet serve' runs, it says why.")
    }
  }
}
