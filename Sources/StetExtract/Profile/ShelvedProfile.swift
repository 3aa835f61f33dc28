/// A site profile of which only the hosts are known until it is read.
struct ShelvedProfile: Sendable {
  /// The hosts whose pages it reads: those that the profile names itself.
  let hosts: [String]
  /// The profile, read once; nil when it cannot be.
  let read: @Sendable () -> SiteProfile?

  /// A profile that has been read.
  init(_ profile: SiteProfile) {
    hosts = profile.hosts
    read = { profile }
  }

  private init(hosts: [String], read: @escaping @Sendable () -> SiteProfile?) {
    self.hosts = hosts
    self.read = read
  }

  // MARK: In the folder `Profiles`, built into the program

  static let bundled = [ShelvedProfile(hosts: ["docgeeks.com"]) { docgeeks }]

  private static let docgeeks = profile(PackageResources.docgeeks_com_yaml, "docgeeks.com.yaml")

  private static func profile(_ bytes: [UInt8], _ path: String) -> SiteProfile? {
    // A bundled profile that cannot be read is caught by its test; the program then does without it.
    try? SiteProfile.read(yaml: String(decoding: bytes, as: UTF8.self), path: path)
  }
}
