internal import StetFetch
internal import StetModel

extension RunFault {
  /// A page or source that could not be fetched whole.
  init(_ error: FetchError, at address: PageAddress) {
    let isHosts: Bool =
      switch error.code {
      case .cannotResolve, .cannotConnect, .tls, .proxy: true
      default: false
      }
    self.init(
      code: "fetch.\(error.code.rawValue)", message: error.message, host: isHosts ? address.hostAndPort : nil)
  }

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
