/// What an import came to, besides the captures that were handed over one by one.
public struct ImportReport: Sendable {
  /// How many captures were in the archive already.
  public internal(set) var known = 0
  /// How many captures are no pages that can be read, by reason.
  public internal(set) var skipped: [CaptureSkip: Int] = [:]
  /// What could not be read of the files.
  public internal(set) var errors: [InputError] = []
  /// How many captures were left when the import was stopped.
  public internal(set) var left = 0
}
