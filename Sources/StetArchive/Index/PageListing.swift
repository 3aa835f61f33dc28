public import StetModel

/// Which pages a list shows, and in which order.
public struct PageListing: Sendable, Hashable {
  /// What comes first.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// By the bytes of the page's key.
    case address
    /// The one whose latest version was captured last.
    case captured
    /// The one with the most versions.
    case versions
  }

  /// A place in a list, of a page that stands there or stood there when it was asked for.
  public struct Place: Sendable, Hashable {
    /// The page's key.
    public let key: PageKey
    /// Its folder below the archive's root.
    public let folder: String
    /// When its latest version was captured; nil when it has none.
    public let captured: Timestamp?
    /// How many versions it has.
    public let versions: Int

    /// A place.
    public init(key: PageKey, folder: String, captured: Timestamp?, versions: Int) {
      (self.key, self.folder, self.captured, self.versions) = (key, folder, captured, versions)
    }

    /// Where a page stands.
    public init(_ page: PageSummary) {
      self.init(key: page.key, folder: page.folder, captured: page.latest?.captured, versions: page.versions)
    }
  }

  /// Only pages of this host and of hosts below it; nil: of all.
  public var host: String?
  /// Only pages whose latest version was captured at or after this moment.
  public var since: Timestamp?
  /// What comes first; pages that are equal in it are in the order of their addresses.
  public var order: Order
  /// How many at most; nil: all.
  public var limit: Int?
  /// Only what stands behind this place; nil: from the first on.
  public var after: Place?

  /// All pages by address, unless told otherwise.
  public init(
    host: String? = nil, since: Timestamp? = nil, order: Order = .address, limit: Int? = nil, after: Place? = nil
  ) {
    self.host = host.map { ASCII.lowercased($0) }
    self.since = since
    self.order = order
    self.limit = limit
    self.after = after
  }

  /// Whether a page belongs in the list.
  func includes(_ page: PageSummary) -> Bool {
    if let host {
      guard let found = PageAddress(page.key.description)?.host, Self.isWithin(found, host) else { return false }
    }
    if let after, !precedes(after, Place(page)) { return false }
    guard let since else { return true }
    return page.latest.map { $0.captured >= since } ?? false
  }

  /// Whether the left page stands before the right one.
  func precedes(_ left: PageSummary, _ right: PageSummary) -> Bool { precedes(Place(left), Place(right)) }

  private func precedes(_ left: Place, _ right: Place) -> Bool {
    switch order {
    case .address: break
    case .captured:
      let (first, second) = (left.captured, right.captured)
      if first != second {
        guard let first, let second else { return first != nil }
        return first > second
      }
    case .versions: if left.versions != right.versions { return left.versions > right.versions }
    }
    return left.key == right.key ? left.folder < right.folder : left.key < right.key
  }

  /// Whether a host is `domain` or below it.
  static func isWithin(_ host: String, _ domain: String) -> Bool { host == domain || host.hasSuffix("." + domain) }
}
