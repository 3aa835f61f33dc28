internal import StetModel

/// What a sitemap may speak for, and what it has said so far.
struct SitemapScope {
  /// The sitemap's address.
  let address: PageAddress
  private let hosts: Set<String>
  private var known: Set<PageAddress> = []
  private(set) var pages: [Discovered] = []
  private(set) var sitemaps: [Sitemap.Reference] = []
  private var invalid = 0
  private var foreign = 0
  private(set) var isCut = false

  init(_ address: PageAddress, hosts: Set<String>) {
    self.address = address
    self.hosts = hosts.union([Self.host(address)])
  }

  /// The host with its port, where that is not the default.
  static func host(_ address: PageAddress) -> String {
    address.port.map { "\(address.host):\($0)" } ?? address.host
  }

  /// Whether another address would be one too many.
  var isFull: Bool { pages.count + sitemaps.count >= Sitemap.maximumAddresses }

  /// Takes a page.
  mutating func take(page text: [UInt8], title: String?, published: StatedTime?, modified: StatedTime?) {
    guard let target = accepted(text) else { return }
    pages.append(
      Discovered(address: target, source: .sitemap, title: title, published: published, modified: modified))
  }

  /// Takes a sitemap of an index.
  mutating func take(sitemap text: [UInt8], modified: StatedTime?) {
    guard let target = accepted(text) else { return }
    sitemaps.append(Sitemap.Reference(address: target, modified: modified))
  }

  /// Takes an entry of a feed.
  mutating func take(_ entry: Discovered) {
    guard let target = accepted(entry.address) else { return }
    var page = entry
    page.address = target
    page.source = .sitemap
    pages.append(page)
  }

  /// The address, when it is one that counts and that is new.
  private mutating func accepted(_ text: [UInt8]) -> PageAddress? {
    guard text.count <= Sitemap.maximumAddressBytes, text.contains(where: { $0 > 0x20 }),
      let target = address.resolving(String(decoding: text, as: UTF8.self))
    else {
      invalid += 1
      return nil
    }
    return accepted(target)
  }

  private mutating func accepted(_ target: PageAddress) -> PageAddress? {
    guard hosts.contains(Self.host(target)) else {
      foreign += 1
      return nil
    }
    let target = target.fragment == nil ? target : target.withoutFragment
    guard known.insert(target).inserted else { return nil }
    if isFull {
      isCut = true
      return nil
    }
    return target
  }

  /// All of it.
  func sitemap(_ format: Sitemap.Format, isTruncated: Bool = false, isMended: Bool = false) -> Sitemap {
    Sitemap(
      format: format, pages: pages, sitemaps: sitemaps, invalidAddresses: invalid, foreignAddresses: foreign,
      isCut: isCut, isTruncated: isTruncated, isMended: isMended)
  }
}
