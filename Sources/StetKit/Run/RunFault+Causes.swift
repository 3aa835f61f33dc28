internal import StetFetch
internal import StetModel

extension RunFault {
  /// A page or source that could not be fetched whole.
  init(_ error: FetchError, at address: PageAddress) {
    let isHosts: Bool =
      switch error.code {
      // A redirect may have led to another host.
      case .cannotResolve, .cannotConnect, .tls, .proxy, .robotsUnreachable:
        error.host.map { $0 == HostKey(address) } ?? true
      default: false
      }
    let code =
      error.code == .robotsUnreachable
      ? Self.robots + (error.cause ?? "unknown") : "fetch.\(error.code.rawValue)"
    self.init(code: code, message: error.message, host: isHosts ? address.hostAndPort : nil)
  }

  /// A review of which a later page could not be had: the fault is that page's, and the review is tried again with it.
  init(_ error: PartError, at address: PageAddress) {
    let cause = (error.cause as? FetchError).map { RunFault($0, at: address) } ?? RunFault(error.cause)
    self.init(code: "part.\(cause.code)", message: error.description, host: cause.host)
  }

  /// A page or source that robots.txt does not allow.
  /// - Parameter message: for a person.
  init(refused message: String) { self.init(code: Self.robots + "refused", message: message, host: nil) }

  /// What the codes of troubles with robots.txt begin with.
  static let robots = "robots."

  /// A response that is not the page.
  init(_ error: ResponseError) { self.init(code: "http.\(error.status)", message: error.description, host: nil) }

  /// An observation that was set aside.
  init(_ error: QuarantineError) {
    self.init(code: "quarantine.\(error.code)", message: error.description, host: nil)
  }

  /// Whatever made a page fail.
  init(_ error: any Error) {
    switch error {
    case let error as ResponseError: self.init(error)
    case let error as QuarantineError: self.init(error)
    default: self.init(code: "\(type(of: error))", message: "\(error)", host: nil)
    }
  }
}
