internal import StetHTML
internal import StetModel

/// The address that relative links of a page start from.
enum PageBase {
  /// The first `base` element with an address, else the page's own (HTML standard, 4.2.3).
  static func of(_ document: HTMLDocument, at address: PageAddress) -> PageAddress {
    for node in 0..<document.count where document.tag(node) == .base {
      if let base = document.attribute(node, .href).flatMap(address.resolving) { return base }
    }
    return address
  }
}
