public import StetModel

extension Archive {
  /// The version that a capture of this moment is held against: the latest one captured at or before it, else the first one
  /// after it; nil when there is none, or when it is a tombstone.
  public func neighbour(of page: ArchivedPage, at moment: Timestamp) throws(ArchiveError) -> SealedSnapshot? {
    let timeline = try timeline(of: page)
    guard let neighbour = timeline.last(where: { $0.captured <= moment }) ?? timeline.first, !neighbour.isGone else {
      return nil
    }
    return try snapshot(neighbour.version, of: page)
  }
}
