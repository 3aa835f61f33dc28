public import StetHTML
public import StetModel

/// Rules for the pages of one site: CSS selectors by field, tried in order, and what to remove.
public struct SiteProfile: Sendable {
  /// The profile's name.
  public var name: String
  /// The hosts whose pages it reads; with or without `www.`, both are meant.
  public var hosts: [String]
  /// Rules by field, the first that finds something is taken.
  public var rules: [ProfileField: [ProfileRule]]
  /// Elements that are no part of the body.
  public var removed: [Selector]
  /// Saved pages with what should come out.
  public var tests: [ProfileTest]

  /// Whether the profile is for the page's site.
  public func covers(_ address: PageAddress) -> Bool {
    let host = Self.bare(address.host)
    return hosts.contains { Self.bare($0) == host }
  }

  /// The host without the `www.` that a site may or may not have.
  static func bare(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }
}
