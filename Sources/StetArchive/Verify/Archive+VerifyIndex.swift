extension Archive {
  /// Where `index.sqlite` does not say what the files say. Where it is the index that is wrong these are notes, since it is
  /// derived and nothing is lost with it; what it saw in the files and is no longer there is a finding.
  public func verifyIndex() throws(ArchiveError) -> [Finding] {
    try indexDrift().map { drift in
      switch drift.loss {
      case nil where drift.isUnread:
        Finding(severity: .note, code: .unreadable, path: drift.path, message: drift.message)
      case nil:
        Finding(
          severity: .note, code: .brokenIndex, path: drift.path,
          message: "\(drift.message): stet verify --repair has the index made anew")
      case .page: Self.lost(drift, .missingPage)
      case .version: Self.lost(drift, .missingVersion)
      case .visit: Self.lost(drift, .missingVisit)
      }
    }
  }

  private static func lost(_ drift: IndexDrift, _ code: Finding.Code) -> Finding {
    Finding(
      severity: .finding, code: code, path: drift.path,
      message: "\(drift.message): restore it from a backup, or let 'stet list' take its absence in")
  }
}
