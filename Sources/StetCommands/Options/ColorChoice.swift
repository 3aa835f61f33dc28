internal import ArgumentParser

/// When to use colour.
enum ColorChoice: String, CaseIterable, Sendable, ExpressibleByArgument {
  case auto, always, never

  /// Whether to use colour. `NO_COLOR` (no-color.org) and `TERM=dumb` count where nothing was chosen.
  func isColored(onTerminal isTerminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }
  }
}
