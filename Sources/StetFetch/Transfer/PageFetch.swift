internal import StetModel

/// The rules of one fetch, hop by hop: what is asked next, and whether a response is the page or leads on.
///
/// Redirects are followed here and not by libcurl: so every hop's address is parsed, checked and recorded before
/// anything is sent to it.
struct PageFetch: Sendable {
  private let request: FetchRequest
  private let settings: TransferSettings
  /// The request that comes next.
  private(set) var hop: Hop
  private var range = NetworkRange.global
  private var passed: [PageAddress] = []
  private var exchanges: [HTTPExchange] = []
  private var cookies: [String] = []
  private var left: Duration

  /// - Throws: `FetchError` for what cannot be asked at all.
  init(_ request: FetchRequest, _ settings: TransferSettings) throws(FetchError) {
    let named = try AddressParser.normalize(request.address)
    try RequestFields.check(request, address: AddressParser.withoutUser(named))
    self.request = request
    self.settings = settings
    hop = Hop(named: named, address: named, proxy: settings.proxies.proxy(for: named), reach: request.reach)
    left = settings.policy.deadline
    try checkKnownAddress()
  }

  /// The next request, for the engine.
  /// - Parameter deadline: when the whole run is over.
  func order(deadline: ContinuousClock.Instant?) -> TransferOrder {
    TransferOrder(
      hop: hop, fields: RequestFields.fields(for: request, hop), content: request.content, cookies: cookies, left: left,
      deadline: deadline)
  }

  /// Takes the response to that request: the page, or nil when it leads on to another hop.
  mutating func take(_ response: HopResponse, at received: Timestamp) throws(FetchError) -> Page? {
    exchanges.append(response.evidence(of: hop, own: request.headers, date: received))
    guard let target = response.head.redirectTarget, request.content == nil else {
      return Page(
        requested: request.address, final: hop.address, redirects: passed, status: response.head.status,
        headers: response.head.fields, body: response.body, received: received, exchanges: exchanges)
    }
    if passed.isEmpty { range = namedRange(response) }
    let next = try address(of: target)
    passed.append(hop.address)
    guard passed.count <= settings.policy.maximumRedirects else { throw tooManyRedirects(next: next) }
    hop = Hop(
      named: hop.named, address: next, proxy: settings.proxies.proxy(for: next), reach: .globalAnd(range))
    cookies = response.cookies
    left -= response.elapsed
    try checkKnownAddress()
    return nil
  }

  /// The network of the page that the user named.
  private func namedRange(_ response: HopResponse) -> NetworkRange {
    let address = hop.proxy == nil ? response.connected : Reach.knownAddress(ofHost: hop.address.host)
    return address.map(NetworkRange.init) ?? .global
  }

  /// Refuses before anything is sent or asked what can be told from the address alone; behind a proxy nothing else can.
  private func checkKnownAddress() throws(FetchError) {
    guard let address = Reach.knownAddress(ofHost: hop.address.host), !hop.reach.allows(address) else { return }
    throw hop.error(
      .addressForbidden, "\(hop.way) into the \(NetworkRange(address).name) network (\(address)) is not followed",
      remedy: "Name the address it leads to yourself if you trust it", cause: nil)
  }

  /// The address that a redirect leads to. Without a fragment of its own it takes over that of the address before
  /// (RFC 9110, 10.2.2).
  private func address(of reference: String) throws(FetchError) -> PageAddress {
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

  private func tooManyRedirects(next: PageAddress) -> FetchError {
    let reason =
      "more than \(settings.policy.maximumRedirects) redirects" + (passed.contains(next) ? ", in a circle" : "")
    return hop.error(
      .redirectLoop, reason, remedy: "Open the address in a browser; it may want cookies or a login", cause: nil)
  }
}
