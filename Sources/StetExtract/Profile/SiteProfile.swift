public import StetHTML
public import StetModel

/// Rules for the pages of one site: CSS selectors by field, tried in order, and what to remove.
public struct SiteProfile: Sendable {
  /// The profile's name.
  public var name: String
  /// The hosts whose pages it reads; their subdomain `www` is meant too.
  public var hosts: [String]
  /// Rules by field, the first that finds something is taken.
  public var rules: [ProfileField: [ProfileRule]]
  /// Elements that are no part of the body.
  public var removed: [Selector]
  /// Saved pages with what should come out.
  public var tests: [ProfileTest]

  /// The profiles that ship with stet.
  public static let bundled: [SiteProfile] = BundledProfiles.all

  /// Whether the profile is for the page's site.
  public func covers(_ address: PageAddress) -> Bool {
    let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    return hosts.contains { $0 == host }
  }
}
