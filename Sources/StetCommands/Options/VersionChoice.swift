internal import ArgumentParser
internal import StetKit

/// Which versions of a page are meant.
enum VersionChoice: String, CaseIterable, Sendable, ExpressibleByArgument {
  case latest, all

  /// The same for an export.
  var selection: ExportSelection.Versions {
    switch self {
    case .latest: .latest
    case .all: .all
    }
  }

  /// The same for reading again.
  var reextraction: Reextraction.Versions {
    switch self {
    case .latest: .latest
    case .all: .all
    }
  }
}
