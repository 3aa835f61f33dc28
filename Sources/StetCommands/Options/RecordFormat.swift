internal import ArgumentParser

/// In what form a record is printed.
enum RecordFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case json, jsonl, markdown, text, html
}
