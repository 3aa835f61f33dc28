internal import StetExtract
internal import StetKit

/// Reads site profiles named on the command line.
enum Profiles {
  /// An extractor that tries this profile, when there is one, before those that ship with stet.
  static func extractor(with path: String?) throws -> Extractor {
    guard let path else { return Extractor() }
    return Extractor(profiles: [try read(path)] + SiteProfile.bundled)
  }

  /// Reads a profile.
  /// - Throws: `InputError` or `ProfileError`.
  static func read(_ path: String) throws -> SiteProfile {
    let bytes = try InputFile().bytes(of: path)
    return try SiteProfile.read(yaml: String(decoding: bytes, as: UTF8.self), path: path)
  }
}
