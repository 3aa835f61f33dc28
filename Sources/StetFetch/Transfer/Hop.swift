internal import StetModel

/// One request of a fetch: the page itself, or a redirect's target.
struct Hop: Sendable {
  /// The address that the user named, where the fetch began.
  let named: PageAddress
  /// The address of this request, in normal form.
  let address: PageAddress
  /// The proxy that it goes by; nil when it goes directly.
  let proxy: String?
  /// Where it may go.
  let reach: Reach

  /// Whether the user's own header fields may be sent: to the origin that the user named, or to the same host once it
  /// turns from http to https on the usual ports.
  var isOwnOrigin: Bool {
    guard address.host == named.host, address.port == named.port else { return false }
    return address.scheme == named.scheme || (address.scheme == "https" && address.port == nil)
  }

  /// What led to it, for messages.
  var way: String { address == named ? "a link that leads" : "a redirect" }

  /// An error about this request.
  func error(_ code: FetchError.Code, _ reason: String, remedy: String?, cause: String?) -> FetchError {
    let subject = AddressParser.withoutUser(named)
    let here = AddressParser.withoutUser(address)
    let way = here == subject ? "" : ", redirected to '\(here)'"
    let end = remedy.map { " \($0)." } ?? ""
    return FetchError(
      code, "Cannot fetch '\(subject)'\(way): \(reason).\(end)", address: subject, host: HostKey(address), cause: cause)
  }
}
