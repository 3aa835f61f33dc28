/// What an export has in it.
public struct ExportCount: Sendable, Hashable {
  /// Versions written.
  public var versions = 0
  /// Pages looked at.
  public var pages = 0
  /// Cells of a table that held more than a spreadsheet takes, and were cut with a word on it.
  public var cutCells = 0
}
