/// A page that a profile is not for.
public struct ProfileReachError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The profile's file.
  public let path: String
  /// The hosts that it is for.
  public let hosts: [String]
  /// The page's address.
  public let subject: String

  /// An error.
  public init(path: String, hosts: [String], subject: String) {
    self.path = path
    self.hosts = hosts
    self.subject = subject
  }

  /// One line for a person.
  public var description: String {
    "Cannot try the profile '\(path)' on '\(subject)': it is for \(hosts.joined(separator: ", ")) only. "
      + "Add the page's host to 'hosts:'."
  }
}
