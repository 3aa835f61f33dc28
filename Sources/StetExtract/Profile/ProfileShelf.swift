public import StetModel

/// The site profiles an extractor chooses from. What ships with stet is read when the first page of its site comes:
/// reading YAML costs more than reading a page.
///
///     Extractor()                                         // those that ship with stet
///     Extractor(profiles: [profile])                      // this one only
///     Extractor(profiles: .bundled.preferring(profile))   // this one before those
public struct ProfileShelf: Sendable, ExpressibleByArrayLiteral {
  private var entries: [ShelvedProfile]

  /// The profiles that ship with stet.
  public static let bundled = ProfileShelf(entries: ShelvedProfile.bundled)

  /// A shelf of these profiles; of two for the same site the first one is taken.
  public init(_ profiles: [SiteProfile]) { self.init(entries: profiles.map(ShelvedProfile.init)) }

  /// As `init(_:)`.
  public init(arrayLiteral profiles: SiteProfile...) { self.init(profiles) }

  private init(entries: [ShelvedProfile]) { self.entries = entries }

  /// All profiles, read.
  public var profiles: [SiteProfile] { entries.compactMap { $0.read() } }

  /// The shelf with one more profile, tried before the others.
  public func preferring(_ profile: SiteProfile) -> ProfileShelf {
    ProfileShelf(entries: [ShelvedProfile(profile)] + entries)
  }

  /// The first profile for the page's site; nil when there is none.
  public func profile(for address: PageAddress) -> SiteProfile? {
    let host = SiteProfile.bare(address.host)
    return entries.first { entry in entry.hosts.contains { SiteProfile.bare($0) == host } }?.read()
  }
}
