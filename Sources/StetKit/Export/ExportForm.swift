/// In what form an archive leaves.
public enum ExportForm: String, Sendable, Hashable, CaseIterable {
  /// A snapshot a line, as stored: canonical JSON (RFC 8785) with its digest.
  case jsonl
  /// A table for spreadsheets.
  case csv
  /// A folder of files with YAML front matter.
  case markdown
  /// An Atom feed (RFC 4287), the newest first.
  case atom
  /// The stored responses as one WARC file (1.1), a gzip member for each record.
  case warc
  /// The same with its index and a list of pages, in one package (WACZ 1.1.1).
  case wacz
}
