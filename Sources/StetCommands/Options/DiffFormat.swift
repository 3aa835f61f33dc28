internal import ArgumentParser

/// In what form a comparison is printed.
enum DiffFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, unified, json, html, atom
  case jsonPatch = "json-patch"
}
