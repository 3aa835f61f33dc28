internal import StetDigest
internal import StetModel

/// The digest over the rules of extraction: the sources of StetModel, StetHTML and StetExtract and the bundled profiles.
/// Written by `Scripts/rules-digest`; `Scripts/check` proves that it is up to date.
enum RulesDigest {
  /// The digest.
  static var digest: Digest { Digest(text) ?? .sha256(of: text) }

  private static let text = "sha256:9f2b06c3799c083028057c1f4efdd65af7c28273f936d681ee4aa83d9aa025dc"
}
