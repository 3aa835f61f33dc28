public import StetModel

/// A document to fetch on the way to a site's pages.
public struct SourceStep: Sendable, Hashable {
  /// What is expected there.
  public enum Kind: String, Sendable, Hashable {
    /// A page that announces feeds: the site's front page.
    case frontPage = "front page"
    case feed
    case sitemap
    case listing
  }

  /// What is expected there.
  public var kind: Kind
  /// Where it is.
  public var address: PageAddress
  /// How many documents of its kind led here: 0 for one that was named, 1 for the second page of a listing.
  public var depth: Int

  /// A step that something named.
  public init(_ kind: Kind, _ address: PageAddress) { self.init(kind, address, depth: 0) }

  /// A step that so many documents of its kind have led to.
  public init(_ kind: Kind, _ address: PageAddress, depth: Int) {
    self.kind = kind
    self.address = address.withoutFragment
    self.depth = depth
  }
}
