internal import StetModel

extension ArchiveWriter {
  /// Takes an observation out of quarantine, because a person says that it is the page: it becomes a version, captured
  /// when it was seen, unless its neighbour in time says the same. The visit's line names the observation, which stays
  /// where it is.
  ///
  /// Accepting it again changes nothing.
  /// - Returns: the visit that accepted it.
  /// - Throws: `damaged` when the observation cannot be read; `unstorable` when nothing of it could be; as `record`.
  public func accept(_ entry: QuarantineEntry) throws(ArchiveError) -> Visit {
    let known = try archive.quarantine(of: entry.page).first { $0.path == entry.path }
    if let acceptance = known?.acceptance { return acceptance }
    let observation = try archive.observation(entry)
    let snapshot = observation.snapshot(of: entry.page.key, version: 1)
    guard let review = snapshot.review, let response = snapshot.response, !review.body.isEmpty else {
      throw ArchiveError(
        code: .unstorable,
        message: "Cannot accept '\(entry.name)' of '\(entry.page.key)': no text of it could be read. "
          + "Look at it with 'stet quarantine show --raw'.", subject: entry.path)
    }
    return try record(
      .accepted(
        Capture(
          page: entry.page.key, captured: snapshot.captured, response: response, extractor: snapshot.extractor,
          review: review, provenance: snapshot.provenance), observation: entry.path))
  }
}
