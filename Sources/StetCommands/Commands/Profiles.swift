internal import StetExtract
internal import StetKit

/// Reads site profiles named on the command line.
enum Profiles {
  /// An extractor that tries this profile, when there is one, before those that ship with stet. A page whose address
  /// nobody knows is taken for one of the profile's.
  static func extractor(with profile: SiteProfile?) -> Extractor {
    guard var profile else { return Extractor() }
    profile.hosts.append(RecordReading.unknownHost)
    return Extractor(profiles: .bundled.preferring(profile))
  }

  /// Reads a profile.
  /// - Throws: `InputError` or `ProfileError`.
  static func read(_ path: String) throws -> SiteProfile {
    let bytes = try InputFile().bytes(of: path)
    return try SiteProfile.read(yaml: String(decoding: bytes, as: UTF8.self), path: path)
  }
}
