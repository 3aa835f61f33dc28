/// A page that could not be fetched whole.
public struct FetchError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// Not an address, or not one of http or https.
    case badAddress
    /// A header field or agent that cannot be sent.
    case badHeader
    /// A redirect to something that is not http or https.
    case schemeForbidden
    /// A redirect into a network that the page named by the user is not in.
    case addressForbidden
    /// The name of the host is not known.
    case cannotResolve
    /// Nobody answers at the address, or the connection is refused.
    case cannotConnect
    /// No secure connection: the certificate is not accepted, or the two sides cannot agree.
    case tls
    /// One of the policy's three time limits has passed.
    case timeout
    /// The connection ended before the response did.
    case truncated
    /// The body cannot be decompressed.
    case corrupt
    /// Body or head are over the policy's limit.
    case tooLarge
    /// More redirects than the policy allows.
    case redirectLoop
    /// The proxy named in the environment does not let the request through.
    case proxy
    /// What answers does not speak HTTP.
    case protocolViolation
    /// robots.txt does not allow it.
    case disallowed
    /// Nobody knows what robots.txt allows: the network or the server is in trouble. Nothing may be fetched (RFC 9309,
    /// 2.3.1.4).
    case robotsUnreachable
    /// Its host has said when it may be asked again (Retry-After), and that is too far away to wait for.
    case postponed
    /// Its host has failed so often in a row that it is left alone for this run.
    case hostSetAside
    /// The time of the whole run is over.
    case outOfTime
    /// The task that fetches was cancelled, or the engine closed.
    case cancelled
    /// libcurl is not installed, or too old.
    case noLibrary
    /// No memory, thread or file descriptor, or libcurl cannot start.
    case outOfMemory
  }

  /// What went wrong.
  public let code: Code
  /// What went wrong and what to do, in one line for a person.
  public let message: String
  /// The address that was asked for, without user and password.
  public let address: String
  /// The host that the request in question went to, that of a redirect for one; nil when none was sent.
  public let host: HostKey?
  /// What libcurl or the system says about it; nil when stet itself refused. Of
  /// `.robotsUnreachable` the status, or the code of the error, that the request for robots.txt ended with.
  public let cause: String?

  init(_ code: Code, _ message: String, address: String, host: HostKey? = nil, cause: String? = nil) {
    self.code = code
    self.message = message
    self.address = address
    self.host = host
    self.cause = cause
  }

  /// The message.
  public var description: String { message }
}
