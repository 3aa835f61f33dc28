/// An absolute http or https address, taken apart and put in a normal form.
///
/// Scheme and host are lower case, the default port is dropped, dot segments are resolved, and bytes that may not stand
/// in an address are percent-encoded. What the server might tell apart (the case of the path, an empty query, the
/// order of parameters) is kept. `PageKey` goes further.
public struct PageAddress: Sendable, Hashable, CustomStringConvertible {
  /// "http" or "https".
  public let scheme: String
  /// User and password as written before `@`, if any.
  public let userInfo: String?
  /// Host in lower case; an IPv6 address in its brackets.
  public let host: String
  /// Port, when it is not the scheme's default.
  public let port: Int?
  /// Path, starting with `/`.
  public let path: String
  /// Query without `?`; nil when there is none, "" when it is empty.
  public let query: String?
  /// Fragment without `#`; nil when there is none.
  public let fragment: String?

  /// Reads an absolute address, leniently as browsers do: space around it is dropped, backslashes count as slashes.
  /// Nil when it is not http or https or has no host.
  public init?(_ text: String) {
    self.init(text, base: nil)
  }

  /// The address that a reference found on this page leads to; nil when it is not an http or https address
  /// (`mailto:`, `javascript:`, `data:` …).
  public func resolving(_ reference: String) -> PageAddress? {
    PageAddress(reference, base: self)
  }

  /// The address that a reference leads to, as text. An address without a path stays without one: it is what the page
  /// says. Nil as in `resolving(_:)`.
  public func spelling(of reference: String) -> String? {
    var reference = reference
    let plain = reference.withUTF8 { PlainReference($0)?.start }
    switch plain {
    case .host: return reference
    case .root: return origin + reference
    case .name: return origin + folder + reference
    case nil: break
    }
    if AddressScheme.isForeign(reference) { return nil }
    let written = AddressReference(reference)
    guard let address = PageAddress(written, base: self) else { return nil }
    guard written.authority != nil, written.path.isEmpty, written.query == nil, written.fragment == nil else {
      return address.description
    }
    return String(address.description.dropLast())
  }

  /// The address without its fragment.
  public var withoutFragment: PageAddress { with(fragment: nil) }

  /// The same address with another query.
  public func with(query: String?) -> PageAddress {
    PageAddress(
      scheme: scheme, userInfo: userInfo, host: host, port: port, path: path, query: query, fragment: fragment)
  }

  /// The address of a file at the root of the same scheme, host and port (`robots.txt`), without user and password.
  public func rootFile(_ name: String) -> PageAddress {
    PageAddress(
      scheme: scheme, userInfo: nil, host: host, port: port, path: "/" + name, query: nil, fragment: nil)
  }

  /// The address with its host in ASCII.
  public var withASCIIHost: PageAddress {
    PageAddress(
      scheme: scheme, userInfo: userInfo, host: asciiHost, port: port, path: path, query: query, fragment: fragment)
  }

  /// Whether the address is the site's front page.
  public var isRoot: Bool { path == "/" && query == nil }

  /// The address as text.
  public var description: String {
    var text = ""
    // With room for what stands between the parts, and for a port.
    text.reserveCapacity(
      scheme.utf8.count + (userInfo?.utf8.count ?? 0) + host.utf8.count + path.utf8.count
        + (query?.utf8.count ?? 0) + (fragment?.utf8.count ?? 0) + 16)
    writeOrigin(to: &text)
    text += path
    if let query {
      text += "?"
      text += query
    }
    if let fragment {
      text += "#"
      text += fragment
    }
    return text
  }

  /// What stands before the path.
  private var origin: String {
    var text = ""
    writeOrigin(to: &text)
    return text
  }

  private func writeOrigin(to text: inout String) {
    text += scheme
    text += "://"
    if let userInfo {
      text += userInfo
      text += "@"
    }
    text += host
    if let port {
      text += ":"
      text += String(port)
    }
  }

  /// The path up to its last slash.
  private var folder: Substring { path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? "/" }

  private func with(fragment: String?) -> PageAddress {
    PageAddress(
      scheme: scheme, userInfo: userInfo, host: host, port: port, path: path, query: query, fragment: fragment)
  }

  private init(
    scheme: String, userInfo: String?, host: String, port: Int?, path: String, query: String?, fragment: String?
  ) {
    self.scheme = scheme
    self.userInfo = userInfo
    self.host = host
    self.port = port
    self.path = path
    self.query = query
    self.fragment = fragment
  }

  private init?(_ text: String, base: PageAddress?) {
    var text = text
    if let address = text.withUTF8({ Self.plain($0, base: base) }) {
      self = address
    } else {
      if AddressScheme.isForeign(text) { return nil }
      self.init(AddressReference(text), base: base)
    }
  }

  /// The address of a reference in normal form; nil for all others.
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, base: PageAddress?) -> PageAddress? {
    guard let reference = PlainReference(bytes) else { return nil }
    func text(_ range: Range<Int>) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    let path = text(reference.pathStart..<reference.pathEnd)
    let query = reference.queryEnd.map { text(reference.pathEnd + 1..<$0) }
    let queryEnd = reference.queryEnd ?? reference.pathEnd
    let fragment = queryEnd < reference.count ? text(queryEnd + 1..<reference.count) : nil
    switch (reference.start, base) {
    case (.host(let start, let end, let port), _):
      return PageAddress(
        scheme: start == 8 ? "https" : "http", userInfo: nil, host: text(start..<end), port: port,
        path: path.isEmpty ? "/" : path, query: query, fragment: fragment)
    case (.root, let base?), (.name, let base?):
      return PageAddress(
        scheme: base.scheme, userInfo: base.userInfo, host: base.host, port: base.port,
        path: reference.start == .root ? path : base.folder + path, query: query, fragment: fragment)
    case (.root, nil), (.name, nil): return nil
    }
  }

  /// RFC 3986, 5.2.2.
  private init?(_ reference: AddressReference, base: PageAddress?) {
    guard let scheme = reference.scheme ?? base?.scheme, scheme == "http" || scheme == "https" else { return nil }
    let encode = PercentEncoding.encode
    if let authority = reference.authority {
      guard let parts = AddressAuthority(authority, scheme: scheme) else { return nil }
      self.init(
        scheme: scheme, userInfo: parts.userInfo, host: parts.host, port: parts.port,
        path: DotSegments.resolve(encode(reference.path)), query: reference.query.map(encode),
        fragment: reference.fragment.map(encode))
      return
    }
    guard let base, reference.scheme == nil else { return nil }
    let path: String
    var query = reference.query.map(encode)
    if reference.path.isEmpty {
      path = base.path
      query = query ?? base.query
    } else if reference.path.hasPrefix("/") {
      path = DotSegments.resolve(encode(reference.path))
    } else {
      path = DotSegments.resolve(base.folder + encode(reference.path))
    }
    self.init(
      scheme: scheme, userInfo: base.userInfo, host: base.host, port: base.port, path: path, query: query,
      fragment: reference.fragment.map(encode))
  }
}
