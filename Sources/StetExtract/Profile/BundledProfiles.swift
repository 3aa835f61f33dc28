/// The profiles in the folder `Profiles`, built into the program.
enum BundledProfiles {
  static let all: [SiteProfile] = [(PackageResources.docgeeks_com_yaml, "docgeeks.com.yaml")].compactMap {
    bytes, path in
    // A bundled profile that cannot be read is caught by its test; the program then does without it.
    try? SiteProfile.read(yaml: String(decoding: bytes, as: UTF8.self), path: path)
  }
}
