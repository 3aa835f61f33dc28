public import StetModel

/// The address of a page, and what the place where it was found says of it.
public struct Discovered: Sendable, Hashable {
  /// Where it was found.
  public enum Source: String, Sendable, Hashable {
    /// An entry of a feed.
    case feed
    /// A line of a sitemap.
    case sitemap
    /// A link of a listing page.
    case listing
  }

  /// The address, without fragment.
  public var address: PageAddress
  /// Where it was found.
  public var source: Source
  /// The title there, plain text on one line; nil when there is none.
  public var title: String?
  /// When the page was published, as said there.
  public var published: StatedTime?
  /// When the page was last changed, as said there (`updated` of Atom, `lastmod` of a sitemap).
  public var modified: StatedTime?
  /// The names of its authors, as said there, in order.
  public var authors: [String]

  /// An address.
  public init(
    address: PageAddress, source: Source, title: String? = nil, published: StatedTime? = nil,
    modified: StatedTime? = nil, authors: [String] = []
  ) {
    self.address = address.withoutFragment
    self.source = source
    self.title = title
    self.published = published
    self.modified = modified
    self.authors = authors
  }
}
