internal import CCurl
internal import StetModel

/// What libcurl and the exchange know at the end of a transfer, and the error that it amounts to.
struct TransferOutcome {
  let code: CURLcode
  let handle: CurlHandle
  let exchange: Exchange
  /// The hop that was fetched.
  let hop: Hop
  let policy: FetchPolicy
  /// Whether the time of the whole fetch, or of the run, is over.
  let isPastDeadline: Bool
  /// Whether the run would have ended before the fetch's own time.
  let isLimitedByRun: Bool

  /// No empty body is compressed to more than this, a file name in a gzip header included.
  private static let maximumEmptyEncoding = 512

  /// Length of the body before decompression.
  private var receivedBodyBytes: Int { handle.receivedBodyBytes }
  /// Status of the proxy's answer to CONNECT; 0 without one.
  private var proxyStatus: Int { hop.proxy == nil ? 0 : handle.number(CURLINFO_HTTP_CONNECTCODE) }
  /// Whether a connection stood, TLS included.
  private var isConnected: Bool { exchange.connected != nil }

  /// Why there is no whole response; nil when there is one.
  var error: FetchError? {
    if let stop = exchange.stop { return error(for: stop) }
    guard !exchange.head.hasInvalidLength else {
      return plain(.protocolViolation, "it does not say clearly how long it is (Content-Length)", .serverFault)
    }
    guard code != CURLE_OK else {
      guard exchange.head.isComplete else {
        return plain(.truncated, "the connection ended before the answer", .tryLater)
      }
      guard exchange.head.status >= 200 else {
        return plain(
          .protocolViolation, "the server answers \(exchange.head.status), and no page after it", .serverFault)
      }
      guard
        !exchange.gzipLength.isCut(
          inflated: exchange.body.count, received: receivedBodyBytes, exchange.head.fields)
      else { return plain(.corrupt, "its compressed body is cut short", .tryLater) }
      // libcurl's brotli and zstd decoders say nothing about bytes that they can only wait with.
      guard !exchange.body.isEmpty || receivedBodyBytes <= Self.maximumEmptyEncoding else {
        return plain(.corrupt, "its body cannot be decompressed", .tryLater)
      }
      return nil
    }
    if (400..<600).contains(proxyStatus) {
      return failure(.proxy, "the proxy answers \(proxyStatus)", .checkProxy)
    }
    switch code {
    case CURLE_URL_MALFORMAT: return failure(.badAddress, "libcurl cannot read it", .checkAddress)
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: return failure(.proxy, "the proxy cannot be used", .checkProxy)
    case CURLE_COULDNT_RESOLVE_HOST:
      return failure(.cannotResolve, "the host '\(hop.address.host)' is not known", .checkAddress)
    case CURLE_COULDNT_CONNECT:
      if hop.proxy != nil { return failure(.proxy, "the proxy cannot be reached", .checkProxy) }
      return failure(.cannotConnect, "nobody answers at '\(hop.address.host)'", .checkAddress)
    case CURLE_OPERATION_TIMEDOUT: return timeout
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2_STREAM:
      let moment = exchange.head.isComplete ? "before the page was whole" : "before the answer"
      return failure(.truncated, "the connection ended \(moment)", .tryLater)
    case CURLE_HTTP2: return failure(.protocolViolation, "the server breaks the rules of HTTP/2", .serverFault)
    case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR:
      return failure(.corrupt, "its body cannot be decompressed", .tryLater)
    case CURLE_OUT_OF_MEMORY:
      // libcurl's word for a header line of over 100 KB, too; only then has a part of the head come.
      if isConnected, !exchange.head.isComplete { return error(for: .headTooLarge) }
      return failure(.outOfMemory, "out of memory", .freeMemory)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
      return failure(.protocolViolation, "what answers does not speak HTTP", .serverFault)
    default:
      if Self.tlsCodes.contains(code.rawValue) { return tls }
      let fallback: FetchError.Code = isConnected ? .protocolViolation : .cannotConnect
      return failure(fallback, "the transfer failed", .tryLater)
    }
  }

  private enum Remedy: String {
    case checkAddress = "Check the address and your network"
    case checkProxy = "Check http_proxy, https_proxy and no_proxy in the environment"
    case tryLater = "Try again later"
    case nextRun = "The next run will ask for it"
    case serverFault = "Check the address; if it is right, tell the site's owner"
    case freeMemory = "Free some memory"
    case checkTrust =
      "Check the address and the clock; a certificate authority of your own can be named in CURL_CA_BUNDLE"
    case checkTrustFile = "Check CURL_CA_BUNDLE, SSL_CERT_FILE and SSL_CERT_DIR in the environment"
    case checkLength = "Check that the address is a page's"
    case notFollowed = "Name the address it leads to yourself if you trust it"
  }

  private static let tlsCodes = Set(
    [
      CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED, CURLE_SSL_ENGINE_INITFAILED,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT,
    ].map(\.rawValue))

  private var tls: FetchError {
    switch code {
    case CURLE_PEER_FAILED_VERIFICATION: failure(.tls, "its certificate is not accepted", .checkTrust)
    case CURLE_SSL_CACERT_BADFILE: failure(.tls, "the trusted certificates cannot be read", .checkTrustFile)
    default: failure(.tls, "no secure connection comes about", .checkTrust)
    }
  }

  private var timeout: FetchError {
    if isPastDeadline, isLimitedByRun { return plain(.outOfTime, "the time of the whole run is over", .nextRun) }
    if isConnected || isPastDeadline {
      return failure(.timeout, "it is not whole after \(policy.deadline)", .tryLater)
    }
    return failure(.timeout, "no connection after \(policy.connectTimeout)", .checkAddress)
  }

  private func error(for stop: Exchange.Stop) -> FetchError? {
    switch stop {
    case .redirectBody: nil
    case .stalled: plain(.timeout, "the server sent nothing for \(policy.stallTimeout)", .tryLater)
    case .cancelled: plain(.cancelled, "it was cancelled", nil)
    case .headTooLarge:
      plain(
        .tooLarge, "its header fields are too long (\(policy.maximumHeaderBytes) bytes in all, 100 KB each)",
        .serverFault)
    case .bodyTooLarge:
      plain(.tooLarge, "it is longer than the limit of \(policy.maximumBodyBytes) bytes", .checkLength)
    case .addressForbidden(let address):
      plain(
        .addressForbidden, "\(hop.way) into a \(NetworkRange(address).name) network (\(address)) is not followed",
        .notFollowed)
    }
  }

  private func plain(_ code: FetchError.Code, _ reason: String, _ remedy: Remedy?) -> FetchError {
    hop.error(code, reason, remedy: remedy?.rawValue, cause: nil)
  }

  private func failure(_ code: FetchError.Code, _ reason: String, _ remedy: Remedy) -> FetchError {
    let words = handle.words(for: self.code)
    return hop.error(code, "\(reason) (\(words))", remedy: remedy.rawValue, cause: words)
  }
}
