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
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)),
      // Ending a transfer does not wait for a name server: the thread that asks it ends by itself.
      (CURLOPT_QUICK_EXIT, 1),
      (CURLOPT_CONNECTTIMEOUT_MS, milliseconds(policy.connectTimeout)), (CURLOPT_TIMEOUT_MS, milliseconds(left)),
    ]
    var texts: [(CURLoption, String?)] = [
      (CURLOPT_URL, order.hop.address.withoutFragment.description), (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_USERAGENT, policy.agent), (CURLOPT_ACCEPT_ENCODING, ""), (CURLOPT_COOKIEFILE, ""),
      // An empty text is "none"; without it libcurl would read the environment again.
      (CURLOPT_PROXY, order.hop.proxy ?? ""), (CURLOPT_NOPROXY, ""),
    ]
    if let content = order.content { texts.append((CURLOPT_COPYPOSTFIELDS, content)) }
    if let file = trust.file { texts.append((CURLOPT_CAINFO, file)) }
    if let folder = trust.folder { texts.append((CURLOPT_CAPATH, folder)) }
    texts += order.cookies.map { (CURLOPT_COOKIELIST, $0) }
    // Most pages in one piece. A matter of speed: libcurl refuses it while the handle has a buffer still, after HTTP/2.
    _ = handle.set(CURLOPT_BUFFERSIZE, 64 << 10)
    return numbers.allSatisfy { handle.set($0.0, $0.1) } && texts.allSatisfy { handle.set($0.0, $0.1) }
  }

  /// At least one: libcurl takes 0 for no limit at all.
  private func milliseconds(_ duration: Duration) -> Int {
    let parts = duration.components
    let limit = Int64(Int32.max)
    guard parts.seconds < limit / 1000 else { return Int(limit) }
    return max(1, Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000))
  }
}
