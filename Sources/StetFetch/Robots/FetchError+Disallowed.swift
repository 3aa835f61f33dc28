public import StetModel

extension FetchError {
  /// That robots.txt does not allow an address to be fetched.
  /// - Parameter reason: which rule says so, in words for a person.
  public static func disallowed(_ address: PageAddress, because reason: String) -> FetchError {
    let subject = AddressParser.withoutUser(address)
    return FetchError(
      .disallowed,
      "Cannot fetch '\(subject)': its robots.txt does not allow it: \(reason). Ask the site's owner if you need it.",
      address: subject)
  }
}
