internal import StetDigest
internal import StetModel

/// The digest over the rules of extraction: the sources of StetModel, StetHTML and StetExtract and the bundled profiles.
/// Written by `Scripts/rules-digest`; `Scripts/check` proves that it is up to date.
enum RulesDigest {
  /// The digest.
  static var digest: Digest { Digest(text) ?? .sha256(of: text) }

  private static let text = "sha256:585770a15512fdc3434c0cfeff8765b68c4f667736455a5279ccce5f76d724b9"
}
