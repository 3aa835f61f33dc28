/// What an export has in it.
public struct ExportCount: Sendable, Hashable {
  /// Versions written.
  public var versions = 0
  /// Pages looked at.
  public var pages = 0
  /// Cells of a table that held more than a spreadsheet takes, and were cut with a word on it.
  public var cutCells = 0
  /// Captures in a WARC file.
  public var captures = 0
  /// Versions whose response is not kept, and which a WARC file is therefore without.
  public var versionsWithoutResponse = 0

  /// Nothing yet.
  public init() {}
}
