internal import ArgumentParser

/// What a line of talk looks like.
enum LogFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json
}
