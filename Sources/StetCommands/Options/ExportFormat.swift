internal import ArgumentParser
internal import StetKit

/// In what form the archive leaves.
enum ExportFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case jsonl, csv, markdown, atom, warc, wacz

  /// The form.
  var form: ExportForm {
    switch self {
    case .jsonl: .jsonl
    case .csv: .csv
    case .markdown: .markdown
    case .atom: .atom
    case .warc: .warc
    case .wacz: .wacz
    }
  }
}
