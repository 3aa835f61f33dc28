internal import ArgumentParser
internal import StetModel

/// What a comparison usually passes over, and is asked to look at.
enum ExactClass: String, CaseIterable, Sendable, ExpressibleByArgument {
  case typography, whitespace, links, images, all

  /// The part of the normalisation that it takes away.
  private var part: Normalization {
    switch self {
    case .typography: .typography
    case .whitespace: .whitespace
    case .links: .links
    case .images: .images
    case .all: .all
    }
  }

  /// What is still passed over.
  static func rules(without classes: [ExactClass]) -> Normalization {
    classes.reduce(Normalization.all) { $0.subtracting($1.part) }
  }
}
