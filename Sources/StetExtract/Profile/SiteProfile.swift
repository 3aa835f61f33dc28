/// Rules for the pages of one site.
public struct SiteProfile: Sendable {
  /// The profile's name.
  public var name: String
  /// The hosts whose pages it reads.
  public var hosts: [String]

  /// The profiles that ship with stet.
  public static let bundled: [SiteProfile] = []
}
