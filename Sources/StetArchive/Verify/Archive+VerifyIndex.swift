extension Archive {
  /// Where `index.sqlite` does not say what the files say: notes, since it is derived and nothing is lost with it.
  public func verifyIndex() throws(ArchiveError) -> [Finding] {
    try indexDrift().map {
      Finding(
        severity: .note, code: .brokenIndex, path: $0.path,
        message: "\($0.message): stet verify --repair has the index made anew")
    }
  }
}
