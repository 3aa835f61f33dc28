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

  /// That nobody knows whether robots.txt allows an address to be fetched.
  public static func robotsUnreachable(_ address: PageAddress, because trouble: RobotsTrouble) -> FetchError {
    let subject = AddressParser.withoutUser(address)
    return FetchError(
      .robotsUnreachable,
      "Cannot fetch '\(subject)': its robots.txt cannot be had (\(trouble.words)), so that nothing may be fetched from "
        + "there. Check the address, and whether the site is up.",
      address: subject, host: HostKey(address), cause: trouble.code)
  }
}
