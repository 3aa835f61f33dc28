/// Why the room cannot be served.
public struct ServeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What to decide by; never by the text.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The host is no address of this machine, or no name of one.
    case badAddress
    /// Others could reach the address, and nobody said that they may.
    case publicAddress
    /// Another program listens there.
    case portInUse
    /// The system does not let us listen there.
    case cannotListen
  }

  /// What is wrong.
  public let code: Code
  /// One line for a person, remedy included.
  public let description: String
}
