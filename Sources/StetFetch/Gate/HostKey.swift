public import StetModel

/// A host as good manners know it: what one may not ask twice at once.
///
/// The usual ports of http and https count as one, since the same server is behind them; any other port is a host of its
/// own. Spelled `example.org` or `example.org:8080`.
public struct HostKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The host in lower case, with a port that is not the scheme's usual one.
  public let description: String

  /// The host of an address.
  public init(_ address: PageAddress) {
    // Host and port are ASCII after normalisation: a dictionary cannot confuse them.
    description = address.port.map { "\(address.host):\($0)" } ?? address.host
  }

  /// A host as spelled by `description`.
  public init(_ text: String) { description = text }

  /// By spelling.
  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
