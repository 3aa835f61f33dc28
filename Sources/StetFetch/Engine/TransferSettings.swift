internal import CCurl
internal import Glibc
internal import StetModel

/// What is the same for every transfer of an engine: the policy, and what the environment says.
struct TransferSettings: Sendable {
  let policy: FetchPolicy
  let proxies: ProxySettings
  private let trust: TrustStore

  /// Settings under a given environment.
  /// - Throws: `FetchError.Code.badHeader` for an agent with control characters.
  init(_ policy: FetchPolicy, environment: [String: String]) throws(FetchError) {
    guard RequestFields.isValue(policy.agent) else {
      throw FetchError(
        .badHeader, "Cannot send the agent '\(policy.agent)': it has a control character. Take it out.", address: "")
    }
    self.policy = policy
    proxies = ProxySettings(environment: environment)
    trust = TrustStore(environment: environment)
  }

  /// The process's environment, as far as it matters.
  static var environment: [String: String] {
    let names = [
      "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "CURL_CA_BUNDLE",
      "SSL_CERT_FILE", "SSL_CERT_DIR",
    ]
    var environment: [String: String] = [:]
    for name in names { environment[name] = unsafe getenv(name).map { unsafe String(cString: $0) } }
    return environment
  }

  /// Prepares a fresh handle for an order. Whether libcurl took every option.
  func configure(_ handle: CurlHandle, for order: TransferOrder, left: Duration) -> Bool {
    // Most pages in one piece.
    handle.set(CURLOPT_BUFFERSIZE, 32 << 10) && handle.set(CURLOPT_NOSIGNAL, 1)
      && handle.set(CURLOPT_FOLLOWLOCATION, 0) && handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
      && handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
      // Ending a transfer does not wait for a name server: the thread that asks it ends by itself.
      && handle.set(CURLOPT_QUICK_EXIT, 1)
      && handle.set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(policy.connectTimeout))
      && handle.set(CURLOPT_TIMEOUT_MS, milliseconds(left))
      && handle.set(CURLOPT_URL, order.hop.address.withoutFragment.description)
      && handle.set(CURLOPT_PROTOCOLS_STR, "http,https") && handle.set(CURLOPT_USERAGENT, policy.agent)
      && handle.set(CURLOPT_ACCEPT_ENCODING, "")
      // Cookies are kept within the transfer, from these on.
      && handle.set(CURLOPT_COOKIEFILE, "") && order.cookies.allSatisfy { handle.set(CURLOPT_COOKIELIST, $0) }
      // An empty text is "none"; without it libcurl would read the environment again.
      && handle.set(CURLOPT_PROXY, order.hop.proxy ?? "") && handle.set(CURLOPT_NOPROXY, "")
      && (order.content.map { handle.set(CURLOPT_COPYPOSTFIELDS, $0) } ?? true)
      && (trust.file.map { handle.set(CURLOPT_CAINFO, $0) } ?? true)
      && (trust.folder.map { handle.set(CURLOPT_CAPATH, $0) } ?? true)
  }

  /// At least one: libcurl takes 0 for no limit at all.
  private func milliseconds(_ duration: Duration) -> Int {
    let parts = duration.components
    let limit = Int64(Int32.max)
    guard parts.seconds < limit / 1000 else { return Int(limit) }
    return max(1, Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000))
  }
}
