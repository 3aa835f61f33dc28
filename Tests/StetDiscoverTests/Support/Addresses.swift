import StetModel

/// An address that a test is sure of.
func address(_ text: String) -> PageAddress {
  guard let address = PageAddress(text) else { preconditionFailure("'\(text)' is no address") }
  return address
}
