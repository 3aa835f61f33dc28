internal import ArgumentParser
internal import StetArchive

/// `--sort`: what comes first in a list of pages.
enum PageOrder: String, ExpressibleByArgument, CaseIterable {
  case address, captured, versions

  var order: PageListing.Order {
    switch self {
    case .address: .address
    case .captured: .captured
    case .versions: .versions
    }
  }
}
