internal import StetDigest
internal import StetModel

/// The digest over the rules of extraction: the sources of StetModel, StetHTML and StetExtract and the bundled profiles.
/// Written by `Scripts/rules-digest`; `Scripts/check` proves that it is up to date.
enum RulesDigest {
  /// The digest.
  static var digest: Digest { Digest(text) ?? .sha256(of: text) }

  private static let text = "sha256:64d3efb15cea5dece3f18f5af18b282ec17d072cd8f045d6388212469449ccb1"
}
