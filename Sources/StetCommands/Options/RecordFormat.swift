internal import ArgumentParser

/// In what form a record is printed.
enum RecordFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case json, jsonl, markdown, text, html
  case jsonLD = "json-ld"

  /// A name, or the ending of JSON-LD's files.
  init?(argument: String) {
    self.init(rawValue: argument == "jsonld" ? "json-ld" : argument)
  }
}
