public import StetHTML
public import StetModel

/// Which addresses of a site are one page.
///
/// Addresses are compared by their `PageKey`, which drops known tracking parameters. Beyond that, http and https, a host
/// with and without `www.`, and a path with and without its last slash are taken for one page only on a host that was
/// seen to redirect from the one to the other, and never the other way round.
public struct PageIdentity: Sendable, Hashable {
  private var secureHosts: [String: Bool] = [:]
  private var hostNames: [String: String] = [:]
  private var slashes: [String: Slash] = [:]

  private enum Slash: Sendable, Hashable {
    case added, dropped
    /// Some pages one way, some the other.
    case mixed
  }

  /// Nothing is known yet.
  public init() {}

  /// Takes a redirect that a server sent as evidence. Redirects to other pages tell nothing.
  public mutating func learn(redirectFrom from: PageAddress, to: PageAddress) {
    let fromHost = from.host
    let isSameName = Self.bare(fromHost) == Self.bare(to.host)
    guard from.port == nil, to.port == nil, isSameName, from.query == to.query,
      Self.withoutSlash(from.path) == Self.withoutSlash(to.path)
    else { return }
    if from.scheme != to.scheme {
      let isSecure = to.scheme == "https"
      // A host that sends both ways is no evidence.
      let agrees = secureHosts[to.host].map { $0 == isSecure } ?? true
      for host in [fromHost, to.host] { secureHosts[host] = agrees && isSecure }
    }
    if fromHost != to.host {
      if hostNames[to.host] == fromHost {
        hostNames[to.host] = nil
      } else {
        hostNames[fromHost] = to.host
      }
    }
    if from.path != to.path {
      let slash: Slash = to.path.hasSuffix("/") ? .added : .dropped
      slashes[to.host] = slashes[to.host].map { $0 == slash ? slash : .mixed } ?? slash
    }
  }

  /// The address that the server would redirect to, as far as is known.
  public func address(of address: PageAddress) -> PageAddress {
    let host = hostNames[address.host] ?? address.host
    let isSecure = address.scheme == "https" || (address.port == nil && secureHosts[address.host] == true)
    var path = address.path
    switch slashes[host] {
    case .added? where !path.hasSuffix("/") && !Self.isFile(path): path += "/"
    case .dropped? where path.hasSuffix("/") && path != "/": path = Self.withoutSlash(path)
    default: break
    }
    if host == address.host, path == address.path, isSecure == (address.scheme == "https") { return address }
    var text = isSecure ? "https://" : "http://"
    if let user = address.userInfo { text += user + "@" }
    text += host
    if let port = address.port { text += ":\(port)" }
    text += path
    if let query = address.query { text += "?" + query }
    if let fragment = address.fragment { text += "#" + fragment }
    return PageAddress(text) ?? address
  }

  /// The key of an address's page.
  public func key(of address: PageAddress) -> PageKey { PageKey(self.address(of: address)) }

  /// The key of a page that was fetched: a `rel=canonical` link on the same host names it, unless that leads to the site's
  /// front page. Whether it is already the key of another page, the archive knows.
  public func key(of document: HTMLDocument, at address: PageAddress) -> PageKey {
    PageKey(self.address(of: address), canonical: Self.canonical(of: document, at: address).map(self.address))
  }

  /// What a page names as its own address (RFC 6596); nil when it names none.
  public static func canonical(of document: HTMLDocument, at address: PageAddress) -> PageAddress? {
    let base = PageBase.of(document, at: address)
    for node in 0..<document.count where document.tag(node) == .link {
      if LinkRelation.words(node, document).contains("canonical"),
        let target = document.attribute(node, .href).flatMap(base.resolving)
      {
        return target.withoutFragment
      }
    }
    return nil
  }

  private static func bare(_ host: String) -> Substring {
    host.hasPrefix("www.") ? host.dropFirst(4) : Substring(host)
  }

  private static func withoutSlash(_ path: String) -> String {
    path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
  }

  /// `/feed.xml`: a name with an ending gets no slash.
  private static func isFile(_ path: String) -> Bool {
    path.utf8.suffix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: "."))
  }
}

extension BidirectionalCollection {
  fileprivate func suffix(while holds: (Element) -> Bool) -> SubSequence {
    suffix(reversed().prefix(while: holds).count)
  }
}
