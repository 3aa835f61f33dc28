internal import StetHTML
internal import StetModel

/// The address that relative links start from (HTML standard, the base element).
enum BaseAddress {
  static func of(_ document: HTMLDocument, at address: PageAddress) -> PageAddress {
    for node in 0..<document.count {
      switch document.tag(node) {
      case .base:
        if let base = document.attribute(node, .href).flatMap(address.resolving) { return base }
      // The element belongs into the head; looking further would find what somebody wrote into a comment.
      case .p, .h1, .article, .main: return address
      default: break
      }
    }
    return address
  }
}
