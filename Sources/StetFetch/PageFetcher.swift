internal import CCurl
internal import Glibc
public import StetModel

/// Address to page, by libcurl, one at a time.
///
/// Redirects are followed here and not by libcurl: so every hop's address is parsed, checked and recorded before
/// anything is sent to it. A redirect leads to http and https only, and into no loopback, link-local, private or
/// otherwise special network unless the page named by the user is in the same one; the address actually connected to
/// is checked, after DNS. With a proxy that address is the proxy's, so only hosts that are numbers, or `localhost`, can
/// be checked.
///
/// A fetcher keeps connections, DNS answers and TLS sessions from one fetch to the next, and cookies only within one.
/// It works on one thread at a time; make one for each thread that fetches.
public final class PageFetcher {
  private let policy: FetchPolicy
  private let proxies: ProxySettings
  private let trust: TrustStore
  private let handle: CurlHandle

  /// A fetcher. Proxies (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`) and trusted certificates
  /// (`CURL_CA_BUNDLE`, `SSL_CERT_FILE`, `SSL_CERT_DIR`) are those of the process's environment, as for curl(1).
  /// - Throws: `FetchError.Code.badHeader` for an agent with control characters, `.noLibrary` when there is no
  ///   libcurl, `.outOfMemory` when it does not start.
  public static func open(_ policy: FetchPolicy = FetchPolicy()) throws(FetchError) -> PageFetcher {
    let names = [
      "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "CURL_CA_BUNDLE",
      "SSL_CERT_FILE", "SSL_CERT_DIR",
    ]
    var environment: [String: String] = [:]
    for name in names { environment[name] = unsafe getenv(name).map { unsafe String(cString: $0) } }
    return try open(policy, environment: environment)
  }

  /// A fetcher with a given environment.
  static func open(_ policy: FetchPolicy, environment: [String: String]) throws(FetchError) -> PageFetcher {
    guard RequestFields.isValue(policy.agent) else {
      throw FetchError(
        .badHeader, "Cannot send the agent '\(policy.agent)': it has a control character. Take it out.", address: "")
    }
    try CurlLibrary.load(for: "")
    guard let handle = CurlHandle() else {
      throw FetchError(.outOfMemory, "Cannot start libcurl: out of memory. Free some memory.", address: "")
    }
    return PageFetcher(policy, environment: environment, handle: handle)
  }

  private init(_ policy: FetchPolicy, environment: [String: String], handle: CurlHandle) {
    self.policy = policy
    proxies = ProxySettings(environment: environment)
    trust = TrustStore(environment: environment)
    self.handle = handle
  }

  /// Fetches a page and waits for it. Every complete response is a page, whatever its status.
  ///
  /// Header fields are those that were sent, `Content-Encoding` and `Content-Length` of a compressed body included,
  /// though the body is decompressed. (libcurl 7.88 takes a compressed stream that was cut before it was framed for a
  /// whole one; a connection that is cut is always noticed.)
  /// - Throws: `FetchError`; never returns a part of a page.
  public func fetch(_ request: FetchRequest) throws(FetchError) -> Page {
    let named = try AddressParser.normalize(request.address)
    try RequestFields.check(request, address: AddressParser.withoutUser(named))
    let deadline = ContinuousClock.now + policy.deadline
    _ = handle.set(CURLOPT_COOKIELIST, "ALL")
    var hop = Hop(named: named, address: named, proxy: proxies.proxy(for: named), reach: .anywhere)
    var range = NetworkRange.global
    var passed: [PageAddress] = []
    var exchanges: [HTTPExchange] = []
    while true {
      let (exchange, isWhole) = try transfer(hop, request: request, deadline: deadline)
      let received = Timestamp(secondsSince1970: Int64(time(nil)))
      exchanges.append(exchange.evidence(of: hop, own: request.headers, isWhole: isWhole, date: received))
      guard let target = exchange.head.redirectTarget else {
        return Page(
          requested: request.address, final: hop.address, redirects: passed, status: exchange.head.status,
          headers: exchange.head.fields, body: exchange.body,
          received: received, exchanges: exchanges)
      }
      if passed.isEmpty { range = namedRange(hop, exchange) }
      let next = try self.target(target, of: hop)
      passed.append(hop.address)
      guard passed.count <= policy.maximumRedirects else { throw tooManyRedirects(hop, passed: passed, next: next) }
      hop = Hop(named: named, address: next, proxy: proxies.proxy(for: next), reach: .globalAnd(range))
      try checkKnownAddress(hop)
    }
  }

  /// The network of the page that the user named.
  private func namedRange(_ hop: Hop, _ exchange: Exchange) -> NetworkRange {
    let address = hop.proxy == nil ? exchange.connected : Reach.knownAddress(ofHost: hop.address.host)
    return address.map(NetworkRange.init) ?? .global
  }

  /// Refuses before anything is sent or asked what can be told from the address alone; behind a proxy nothing else can.
  private func checkKnownAddress(_ hop: Hop) throws(FetchError) {
    guard let address = Reach.knownAddress(ofHost: hop.address.host), !hop.reach.allows(address) else { return }
    throw hop.error(
      .addressForbidden, "a redirect into the \(NetworkRange(address).name) network (\(address)) is not followed",
      remedy: "Name the address it leads to yourself if you trust it", cause: nil)
  }

  /// The address that a redirect leads to. Without a fragment of its own it takes over that of the address before
  /// (RFC 9110, 10.2.2).
  private func target(_ reference: String, of hop: Hop) throws(FetchError) -> PageAddress {
    guard let address = hop.address.resolving(reference) else {
      guard let scheme = AddressScheme.of(reference), scheme != "http", scheme != "https" else {
        throw hop.error(
          .protocolViolation, "its redirect to '\(reference)' leads nowhere",
          remedy: "Check the address; if it is right, tell the site's owner", cause: nil)
      }
      throw hop.error(
        .schemeForbidden, "a redirect to '\(reference)' is not followed: stet fetches http and https only",
        remedy: "Open it with another program if you trust it", cause: nil)
    }
    let inherits = address.fragment == nil ? hop.address.fragment : nil
    let whole = inherits.flatMap { PageAddress("\(address)#\($0)") } ?? address
    do { return try AddressParser.normalize(whole) } catch {
      throw hop.error(
        .protocolViolation, "its redirect to '\(reference)' leads nowhere",
        remedy: "Check the address; if it is right, tell the site's owner", cause: error.message)
    }
  }

  private func tooManyRedirects(_ hop: Hop, passed: [PageAddress], next: PageAddress) -> FetchError {
    let isLoop = passed.contains(next)
    let reason = "more than \(policy.maximumRedirects) redirects" + (isLoop ? ", in a circle" : "")
    return hop.error(
      .redirectLoop, reason, remedy: "Open the address in a browser; it may want cookies or a login", cause: nil)
  }

  private func transfer(
    _ hop: Hop, request: FetchRequest, deadline: ContinuousClock.Instant
  ) throws(FetchError) -> (Exchange, isWhole: Bool) {
    let left = ContinuousClock.now.duration(to: deadline)
    let exchange = Exchange(policy: policy, reach: hop.proxy == nil ? hop.reach : nil)
    let fields = try HeaderList(
      RequestFields.fields(for: request, isOwnOrigin: hop.isOwnOrigin), address: AddressParser.withoutUser(hop.address))
    let address = hop.address.withoutFragment.description
    guard configure(hop, left: left) else {
      throw hop.error(.outOfMemory, "libcurl cannot be set up", remedy: "Free some memory", cause: nil)
    }
    let code = left > .zero ? handle.perform(address, exchange, fields: fields) : CURLE_OPERATION_TIMEDOUT
    // The body of a redirect is read by nobody: what is wrong with it does not matter.
    if exchange.head.redirectTarget != nil, exchange.stop == nil || exchange.stop == .redirectBody {
      return (exchange, code == CURLE_OK)
    }
    let outcome = TransferOutcome(
      code: code, words: handle.words(for: code), exchange: exchange, hop: hop, policy: policy,
      proxyStatus: hop.proxy == nil ? 0 : handle.number(CURLINFO_HTTP_CONNECTCODE),
      receivedBodyBytes: handle.receivedBodyBytes, isConnected: exchange.connected != nil,
      // libcurl counts in milliseconds, and may be a little early.
      isPastDeadline: ContinuousClock.now + .milliseconds(100) >= deadline)
    if let error = outcome.error { throw error }
    return (exchange, true)
  }

  /// Whether libcurl took every option.
  private func configure(_ hop: Hop, left: Duration) -> Bool {
    handle.reset()
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_NOPROGRESS, 0), (CURLOPT_VERBOSE, 1), (CURLOPT_FOLLOWLOCATION, 0),
      (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1), (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)),
      (CURLOPT_CONNECTTIMEOUT_MS, milliseconds(policy.connectTimeout)), (CURLOPT_TIMEOUT_MS, milliseconds(left)),
    ]
    let texts: [(CURLoption, String?)] = [
      (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_USERAGENT, policy.agent), (CURLOPT_ACCEPT_ENCODING, ""), (CURLOPT_COOKIEFILE, ""),
      // An empty text is "none"; without it libcurl would read the environment again.
      (CURLOPT_PROXY, hop.proxy ?? ""), (CURLOPT_NOPROXY, ""),
    ]
    let certificates = [(CURLOPT_CAINFO, trust.file), (CURLOPT_CAPATH, trust.folder)].filter { $0.1 != nil }
    return numbers.allSatisfy { handle.set($0.0, $0.1) } && (texts + certificates).allSatisfy { handle.set($0.0, $0.1) }
  }

  /// At least one: libcurl takes 0 for no limit at all.
  private func milliseconds(_ duration: Duration) -> Int {
    let parts = duration.components
    let limit = Int64(Int32.max)
    guard parts.seconds < limit / 1000 else { return Int(limit) }
    return max(1, Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000))
  }
}

/// libcurl's handles belong to one thread at a time. A fetcher can be handed over, not shared.
@available(*, unavailable)
extension PageFetcher: Sendable {}
