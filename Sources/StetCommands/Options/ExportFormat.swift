internal import ArgumentParser
internal import StetKit

/// In what form the archive leaves.
enum ExportFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case jsonl, csv, markdown, atom, warc, wacz, site

  /// The form; nil for the site, which is the reading room's to write.
  var form: ExportForm? {
    switch self {
    case .jsonl: .jsonl
    case .csv: .csv
    case .markdown: .markdown
    case .atom: .atom
    case .warc: .warc
    case .wacz: .wacz
    case .site: nil
    }
  }

  /// Whether it is a folder of files.
  var isFolder: Bool { self == .markdown || self == .site }
}
