/// In what form records leave the archive as text.
public enum ExportForm: String, Sendable, Hashable, CaseIterable {
  /// A snapshot a line, as stored: canonical JSON (RFC 8785) with its digest.
  case jsonl
  /// A table for spreadsheets.
  case csv
  /// A folder of files with YAML front matter.
  case markdown
  /// An Atom feed (RFC 4287), the newest first.
  case atom
}
