internal import ArgumentParser
internal import StetDiff

/// The least severity that is shown.
enum SeverityLevel: String, CaseIterable, Sendable, ExpressibleByArgument {
  case cosmetic, correction, substantive, retraction

  /// The severity of that name.
  var severity: Severity {
    switch self {
    case .cosmetic: .cosmetic
    case .correction: .correction
    case .substantive: .substantive
    case .retraction: .retraction
    }
  }
}
