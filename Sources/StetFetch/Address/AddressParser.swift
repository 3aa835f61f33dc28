public import StetModel

/// Text to address, by libcurl's URL API: what is checked is what is fetched.
///
/// `PageAddress` gives an address its normal form, as browsers do; libcurl, which will connect to it, then reads that
/// form. Only an address on which both agree passes. International names become Punycode, numeric hosts
/// (`0x7f.1`, `2130706433`) dotted numbers.
public enum AddressParser {
  /// Reads an address that a person typed or a page named.
  /// - Parameter text: an absolute http or https address; space around it is dropped.
  /// - Throws: `FetchError.Code.badAddress`, with what to type instead where that can be told.
  public static func parse(_ text: String) throws(FetchError) -> PageAddress {
    guard let address = PageAddress(text) else { throw refusal(of: text) }
    return try normalize(address)
  }

  /// An address that somebody else has written down, in the form in which it would be asked for: `bücher.example` and
  /// `xn--bcher-kva.example` are one host. As it stands where libcurl cannot read it.
  public static func settled(_ address: PageAddress) -> PageAddress {
    if isSettled(address.host) { return address }
    return (try? normalize(address)) ?? address
  }

  /// A host that somebody has written down, in the form in which addresses have it: in small letters, and in Punycode
  /// where it is an international one.
  public static func settled(host: String) -> String {
    let isInternational = host.utf8.contains { $0 >= 0x80 }
    return (isInternational ? PageAddress("http://\(host)/").map { settled($0).host } : nil) ?? ASCII.lowercased(host)
  }

  /// Whether a host is a plain name, the last of whose labels is no number, or four numbers: libcurl reads those as they
  /// stand, and need not be loaded for them.
  private static func isSettled(_ host: String) -> Bool {
    let bytes = host.utf8
    guard bytes.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || "-._".utf8.contains($0) }) else { return false }
    let label = bytes.lastIndex(of: UInt8(ascii: ".")).map { bytes[bytes.index(after: $0)...] } ?? bytes[...]
    if let first = label.first, ASCII.isLetter(first) { return true }
    return isFourNumbers(bytes)
  }

  /// Whether a host is `127.0.0.1` or the like: four numbers below 256 without a zero before them, which would make them
  /// octal.
  private static func isFourNumbers(_ host: String.UTF8View) -> Bool {
    var (dots, digits, number) = (0, 0, 0)
    for byte in host {
      if byte == UInt8(ascii: "."), digits > 0 {
        (dots, digits, number) = (dots + 1, 0, 0)
      } else if ASCII.isDigit(byte), digits == 0 || number > 0 {
        (digits, number) = (digits + 1, number * 10 + Int(byte - UInt8(ascii: "0")))
        guard number < 256 else { return false }
      } else {
        return false
      }
    }
    return dots == 3 && digits > 0
  }

  /// Whether an address can be read in one way only, and libcurl need not be asked: a host as above, no user before it
  /// and a usual port behind it, in a normal form that has no control characters. One of over 64 KB is libcurl's to refuse.
  private static func isPlain(_ address: PageAddress) -> Bool {
    address.userInfo == nil && address.port != 0 && isSettled(address.host)
      && address.path.utf8.count + (address.query?.utf8.count ?? 0) + (address.fragment?.utf8.count ?? 0) <= 64 << 10
  }

  /// The form of an address in which libcurl reads it.
  static func normalize(_ address: PageAddress) throws(FetchError) -> PageAddress {
    if isPlain(address) { return address }
    var address = address
    // A Punycode host may turn out to be a number ("①②⑦.1"), so libcurl reads its own answer again.
    for _ in 0..<3 {
      let host = try CurlAddress.host(of: address)
      guard host != address.host else { return address }
      guard let next = PageAddress(spelling(address, host: host)) else { break }
      address = next
    }
    throw bad(address.description, "its host cannot be read in one way only. Check the host's name")
  }

  /// The address as text without user and password, for messages.
  static func withoutUser(_ address: PageAddress) -> String {
    let text = address.description
    // By bytes: the "@" may be one character with what follows it.
    guard let user = address.userInfo, let place = text.utf8.firstRange(of: "\(user)@".utf8) else { return text }
    return "\(text[..<place.lowerBound])\(text[place.upperBound...])"
  }

  static func bad(_ text: String, _ reason: String, cause: String? = nil) -> FetchError {
    FetchError(.badAddress, "Cannot read the address '\(text)': \(reason).", address: text, cause: cause)
  }

  private static func spelling(_ address: PageAddress, host: String) -> String {
    var text = "\(address.scheme)://"
    if let user = address.userInfo { text += "\(user)@" }
    text += host
    if let port = address.port { text += ":\(port)" }
    text += address.path
    if let query = address.query { text += "?\(query)" }
    if let fragment = address.fragment { text += "#\(fragment)" }
    return text
  }

  private static func refusal(of text: String) -> FetchError {
    let typed = text.drop { $0.isWhitespace }
    guard !typed.isEmpty else { return bad(text, "it is empty. Type an address such as 'https://example.org/page'") }
    switch AddressScheme.of(String(typed)) {
    case "http", "https": return bad(text, "it has no usable host or port. Check it for typing errors")
    case let scheme?: return bad(text, "stet fetches http and https only, not '\(scheme)'. Type an http(s) address")
    case nil:
      let rest = typed.drop { $0 == "/" }
      return bad(text, "it has no scheme. Type 'https://\(rest.isEmpty ? "example.org/" : String(rest))'")
    }
  }
}
