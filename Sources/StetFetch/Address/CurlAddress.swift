internal import CCurl
internal import Glibc
internal import StetModel

/// libcurl's reading of an address (libcurl-url(3)).
enum CurlAddress {
  /// The host that libcurl would connect to, in lower case and Punycode.
  static func host(of address: PageAddress) throws(FetchError) -> String {
    try CurlLibrary.load(for: AddressParser.withoutUser(address))
    guard let handle = unsafe stet_curl_url() else {
      throw FetchError(
        .outOfMemory, "Cannot read the address '\(address)': out of memory. Free some memory.",
        address: address.description)
    }
    defer { unsafe stet_curl_url_cleanup(handle) }
    try check(unsafe stet_curl_url_set(handle, CURLUPART_URL, address.description, 0), address)
    if unsafe part(CURLUPART_ZONEID, of: handle).text != nil {
      throw AddressParser.bad(
        address.description, "an address with a zone (%25…) means something on one machine only. Leave the zone out")
    }
    let read = { unsafe part(CURLUPART_HOST, of: handle, flags: UInt32(CURLU_PUNYCODE)) }
    // Setting a locale costs more than all else here, and most hosts need none.
    let isPlain = address.host.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") }
    let (host, code) = isPlain ? read() : inUTF8(read)
    try check(code, address)
    return ASCII.lowercased(host ?? "")
  }

  private static func part(
    _ part: CURLUPart, of handle: OpaquePointer, flags: UInt32 = 0
  ) -> (text: String?, code: CURLUcode) {
    var text: UnsafeMutablePointer<CChar>?
    let code = unsafe stet_curl_url_get(handle, part, &text, flags)
    defer { unsafe stet_curl_free(text) }
    return (unsafe text.map { unsafe String(cString: $0) }, code)
  }

  private static func check(_ code: CURLUcode, _ address: PageAddress) throws(FetchError) {
    guard code != CURLUE_OK else { return }
    let reason = unsafe stet_curl_url_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code.rawValue)"
    throw AddressParser.bad(
      AddressParser.withoutUser(address), "it is not a usable address (\(reason)). Check it for typing errors",
      cause: reason)
  }

  /// libcurl hands international names to libidn2 in the encoding of the locale. That is UTF-8 here, whatever the
  /// user's locale is; for this thread and this call only.
  private static func inUTF8<Result>(_ body: () -> Result) -> Result {
    guard let locale = unsafe newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return body() }
    let before = unsafe uselocale(locale)
    defer {
      unsafe uselocale(before)
      unsafe freelocale(locale)
    }
    return body()
  }
}
