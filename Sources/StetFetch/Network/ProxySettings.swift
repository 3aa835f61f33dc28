internal import StetModel

/// The proxies named in the environment, read as curl reads them (curl(1), ENVIRONMENT).
///
/// The choice is made here, not by libcurl, because the address rule has to know whether a request goes by a proxy.
struct ProxySettings: Sendable {
  private let http: String?
  private let https: String?
  private let exceptions: NoProxyList

  init(environment: [String: String]) {
    func first(_ names: String...) -> String? { names.lazy.compactMap { environment[$0] }.first }
    // HTTP_PROXY in capitals is left out, as in curl: a CGI server makes it from a request's "Proxy:" field.
    http = first("http_proxy", "all_proxy", "ALL_PROXY")
    https = first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    exceptions = NoProxyList(first("no_proxy", "NO_PROXY") ?? "")
  }

  /// The proxy for an address; nil when it is fetched directly.
  func proxy(for address: PageAddress) -> String? {
    guard let proxy = address.scheme == "https" ? https : http, !proxy.isEmpty, !exceptions.contains(address.host)
    else { return nil }
    return proxy
  }
}
