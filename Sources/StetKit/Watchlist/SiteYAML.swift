internal import StetDiscover
internal import StetModel
internal import StetYAML

/// YAML → one site of a watchlist. Goes on after a fault.
struct SiteYAML {
  private static let keys = [
    "name", "url", "hosts", "feeds", "sitemap", "listings", "listing-selector", "pages", "include", "exclude",
    "recheck",
    "profile", "headers-file", "robots", "delay",
  ]

  /// The folder that paths are relative to, with its slash; "" for the current one.
  let folder: String
  private(set) var faults: [YAMLFault] = []

  init(folder: String) { self.folder = folder }

  mutating func site(_ node: YAMLNode) -> WatchedSite {
    var site = WatchedSite(name: "")
    site.line = node.line
    var home: PageAddress?
    var hosts: [String] = []
    var namesSources = false
    var selectorPlace: YAMLNode?
    for entry in attempt([], { () throws(YAMLFault) in try node.entries("a site") }) {
      let (key, value) = (entry.key, entry.value)
      if ["feeds", "sitemap", "listings", "pages"].contains(key.text) { namesSources = true }
      switch key.text {
      case "name": site.name = text(value, key.text) ?? ""
      case "url": home = text(value, key.text) == nil ? nil : addresses(value, key.text).first
      case "hosts": hosts = texts(value, key.text)
      case "feeds": site.feeds = sources(value, key.text)
      case "sitemap": site.sitemap = sources(value, key.text)
      case "listings": site.listings = addresses(value, key.text)
      case "listing-selector":
        site.listingSelector = listingSelector(value)
        selectorPlace = value
      case "pages": site.pages = addresses(value, key.text)
      case "include": site.include = patterns(value, key.text)
      case "exclude": site.exclude = patterns(value, key.text)
      case "recheck": site.recheck = recheck(value)
      case "profile":
        site.profile = text(value, key.text).map { Self.path($0, in: folder) }
        site.profilePlace = value.place
      case "headers-file":
        site.headersFile = text(value, key.text).map { Self.path($0, in: folder) }
        site.headersPlace = value.place
      case "robots": site.obeysRobots = obeysRobots(value)
      case "delay": site.delay = delay(value)
      default: faults.append(key.unknown(among: Self.keys))
      }
    }
    if !namesSources { (site.feeds, site.sitemap) = (.auto, .auto) }
    site.home = home ?? site.namedAddresses.first?.resolving("/")
    site.hosts = Set(site.namedAddresses.map(\.hostAndPort)).union(hosts.map { $0.lowercased() })
    if site.home == nil, faults.isEmpty {
      faults.append(node.fault("it names no address. Write for instance 'url: https://example.org/'"))
    }
    if let selectorPlace, site.listings.isEmpty, faults.isEmpty {
      faults.append(
        selectorPlace.fault("'listing-selector' selects links on 'listings', and there are none. Write their addresses")
      )
    }
    if site.name.isEmpty { site.name = site.home?.hostAndPort ?? "" }
    return site
  }

  // MARK: Keys

  private mutating func sources(_ node: YAMLNode, _ key: String) -> WatchedSite.Sources {
    if let text = try? node.text(key) {
      if text == "auto" { return .auto }
      if text == "none" { return .none }
    }
    let listed = addresses(node, key, otherwise: ", 'auto' or 'none'")
    return listed.isEmpty ? .none : .listed(listed)
  }

  private mutating func addresses(_ node: YAMLNode, _ key: String, otherwise: String = "") -> [PageAddress] {
    var addresses: [PageAddress] = []
    for element in node.elements {
      guard let text = text(element, key) else { continue }
      if let address = PageAddress(text) {
        addresses.append(address.withoutFragment)
      } else {
        faults.append(element.fault(Self.noAddress(text, key, otherwise: otherwise)))
      }
    }
    return addresses
  }

  static func noAddress(_ text: String, _ key: String, otherwise: String = "") -> String {
    "'\(key)' should be an http or https address\(otherwise), not '\(text)'. Write for instance 'https://example.org/'"
  }

  private mutating func patterns(_ node: YAMLNode, _ key: String) -> [AddressPattern] {
    var patterns: [AddressPattern] = []
    for element in node.elements {
      guard let text = text(element, key) else { continue }
      do throws(DiscoveryError) {
        patterns.append(try AddressPattern(text))
      } catch {
        faults.append(element.fault(error.message))
      }
    }
    return patterns
  }

  private mutating func listingSelector(_ node: YAMLNode) -> ListingSelector? {
    guard let text = text(node, "listing-selector") else { return nil }
    do throws(DiscoveryError) {
      return try ListingSelector(text)
    } catch {
      faults.append(node.fault(error.message))
      return nil
    }
  }

  private mutating func recheck(_ node: YAMLNode) -> RecheckRule {
    guard let text = text(node, "recheck") else { return .adaptive }
    switch text {
    case "adaptive": return .adaptive
    case "never": return .never
    default:
      guard let seconds = DurationWord.read(text)?.components.seconds, seconds >= 60 else {
        faults.append(
          node.fault(
            "'recheck' should be adaptive, never or a duration of a minute or more, not '\(text)'. "
              + "Write for instance '7d'"))
        return .adaptive
      }
      return .every(seconds: seconds)
    }
  }

  private mutating func obeysRobots(_ node: YAMLNode) -> Bool {
    switch text(node, "robots") {
    case "ignore": return false
    case "obey", nil: return true
    case let text?:
      faults.append(
        node.fault("'robots' should be obey or ignore, not '\(text)'. Write 'ignore' only for a site that you own"))
      return true
    }
  }

  private mutating func delay(_ node: YAMLNode) -> Duration? {
    guard let text = text(node, "delay") else { return nil }
    guard let delay = DurationWord.read(text), delay <= .seconds(86_400) else {
      faults.append(
        node.fault("'delay' should be a duration of a day at most, not '\(text)'. Write for instance '2s'"))
      return nil
    }
    return delay
  }

  // MARK: Values

  /// A path as seen from the folder of the file.
  static func path(_ path: String, in folder: String) -> String { path.hasPrefix("/") ? path : folder + path }

  private mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    attempt(nil) { () throws(YAMLFault) in try node.text(key) }
  }

  private mutating func texts(_ node: YAMLNode, _ key: String) -> [String] {
    attempt([]) { () throws(YAMLFault) in try node.texts(key) }
  }

  private mutating func attempt<T>(_ otherwise: T, _ body: () throws(YAMLFault) -> T) -> T {
    do throws(YAMLFault) {
      return try body()
    } catch {
      faults.append(error)
      return otherwise
    }
  }
}
