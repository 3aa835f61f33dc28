internal import StetArchive

/// An observation in quarantine as named on a command line: `PAGE` (its latest) or `PAGE@WHEN`.
struct ObservationReference {
  let entry: QuarantineEntry

  /// Looks a reference up. The whole text as a page wins, so that an address with `@` in it can be named.
  /// - Throws: `ArchiveError`.
  init(_ text: String, in archive: Archive) throws(ArchiveError) {
    let (page, word) = try PageReference.page(text, in: archive)
    entry = try archive.quarantined(word, of: page)
  }
}
