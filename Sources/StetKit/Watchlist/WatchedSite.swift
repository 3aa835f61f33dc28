public import StetDiscover
public import StetModel
public import StetYAML

/// A site in `stet.yaml`.
public struct WatchedSite: Sendable, Hashable {
  /// Where addresses of new pages come from.
  public enum Sources: Sendable, Hashable {
    /// Not from there.
    case none
    /// From where the site says: for feeds its front page, for sitemaps its robots.txt, else `/sitemap.xml`.
    case auto
    /// From these.
    case listed([PageAddress])
  }

  /// What it is called, in reports and for `--only`; its host where the file gives no name.
  public var name: String
  /// Its front page; nil when the file names no address at all, which `Watchlist.read` refuses.
  public var home: PageAddress?
  /// RSS, Atom and JSON feeds.
  public var feeds = Sources.none
  /// Sitemaps and indexes of them.
  public var sitemap = Sources.none
  /// Pages that list others; their next pages are followed.
  public var listings: [PageAddress] = []
  /// What selects the links to pages on the pages of `listings`; nil: they are found by how listings look.
  public var listingSelector: ListingSelector?
  /// Pages that are watched whatever `include` and `exclude` say.
  public var pages: [PageAddress] = []
  /// What pages are meant; empty: all.
  public var include: [AddressPattern] = []
  /// What pages are not meant, though `include` says so.
  public var exclude: [AddressPattern] = []
  /// When a known page is visited again.
  public var recheck = RecheckRule.adaptive
  /// A profile of how to read the site's pages; nil: those that ship with stet.
  public var profile: String?
  /// A file of header fields that go to this site only; they may be secrets.
  public var headersFile: String?
  /// Whether robots.txt is obeyed.
  public var obeysRobots = true
  /// The pause between two requests to one host of it; nil: a second.
  public var delay: Duration?
  /// Hosts whose pages belong to it, in lower case, with port where it is not the default; those of the addresses
  /// above included. With or without `www.`, both are meant.
  public var hosts: Set<String> = []
  /// Line in the file, from 1; nil when it came from elsewhere.
  public var line: Int?
  /// Where in the file the value of `profile` stands: line and column, from 1; nil when it came from elsewhere.
  public var profilePlace: YAMLPlace?
  /// Where the value of `headers-file` stands.
  public var headersPlace: YAMLPlace?

  /// Why a page of `pages` is fetched that is not in the archive yet.
  static let reasonOfNamedPages = "stet.yaml names it"

  /// A site.
  public init(name: String, home: PageAddress? = nil) {
    self.name = name
    self.home = home
    if let home { hosts.insert(home.hostAndPort) }
  }

  /// Whether an address is one of the site's hosts.
  public func covers(_ address: PageAddress) -> Bool {
    let host = address.hostAndPort
    if hosts.contains(host) { return true }
    return hosts.contains(host.hasPrefix("www.") ? String(host.dropFirst(4)) : "www." + host)
  }

  /// Whether a page is watched: one of `pages`, or on a host of the site and meant by `include` and `exclude`.
  public func watches(_ address: PageAddress) -> Bool { verdict(on: address) == nil }

  /// Why a page is not watched; nil when it is.
  public func verdict(on address: PageAddress) -> String? {
    let key = PageKey(address)
    if pages.contains(where: { PageKey($0) == key }) { return nil }
    guard covers(address) else { return "it is on another host" }
    if let pattern = exclude.first(where: { $0.matches(address) }) { return "'\(pattern)' excludes it" }
    if !include.isEmpty, !include.contains(where: { $0.matches(address) }) { return "nothing under 'include' fits it" }
    return nil
  }
}

extension PageAddress {
  /// The host, and the port where it is not the scheme's default: whom a request goes to.
  public var hostAndPort: String { port.map { "\(host):\($0)" } ?? host }
}
