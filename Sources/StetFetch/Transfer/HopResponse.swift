internal import StetModel

/// What came back on one hop.
struct HopResponse: Sendable {
  let requestHead: RequestHead
  let head: ResponseHead
  /// The body after decompression; of a redirect's no more than is waited for.
  let body: [UInt8]
  /// The address that was connected to; the proxy's where there is one.
  let connected: NetworkAddress?
  /// Why the body of a redirect is not whole; nil when it is. Of a page it always is.
  let truncation: HTTPExchange.Truncation?
  /// The cookies that the next hop is to know, as libcurl writes them; empty unless this is a redirect.
  let cookies: [String]
  /// How long it took.
  let elapsed: Duration

  /// What went over the wire, as evidence.
  /// - Parameter own: the header fields that the user gave: they may be secrets, and are left out. So are the cookies
  ///   that answer them.
  func evidence(of hop: Hop, own: [HeaderField], date: Timestamp) -> HTTPExchange {
    let sentOwn = hop.isOwnOrigin && !own.isEmpty || hop.address.userInfo != nil
    let bare = hop.address.userInfo == nil ? nil : PageAddress(AddressParser.withoutUser(hop.address))
    return HTTPExchange(
      address: (bare ?? hop.address).withoutFragment,
      method: requestHead.method ?? "GET", requestFields: requestHead.fields(withoutOwn: own),
      ipAddress: hop.proxy == nil ? connected?.description : nil, httpVersion: head.version, status: head.status,
      reason: head.reason, fields: sentOwn ? head.fields.filter { !$0.hasName("Set-Cookie") } : head.fields, body: body,
      truncation: truncation, date: date)
  }
}
