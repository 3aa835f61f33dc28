extension ArchiveWriter {
  /// Makes anew what is derived and does not fit what it is derived from, and clears what crashes left. What was cut off a
  /// WARC file is kept under `quarantine/`; nothing else that is stored is touched, and nothing is deleted.
  /// - Returns: what was done, in the order of paths.
  public func repair() throws(ArchiveError) -> [Finding] {
    let done = try changing { (_) throws(ArchiveError) in
      try EvidenceRecovery(archive: archive, file: file).run(isThorough: true)
    }
    sweep()
    let drift = try archive.indexDrift()
    // An index that remembers what the files have lost is the one that can tell.
    guard !drift.isEmpty, drift.allSatisfy({ $0.loss == nil && !$0.isUnread }) else { return done }
    archive.removeIndex()
    return done
      + drift.prefix(1).map {
        Finding(
          severity: .note, code: .brokenIndex, path: $0.path,
          message: "the index did not fit: it is made anew when needed")
      }
  }
}
