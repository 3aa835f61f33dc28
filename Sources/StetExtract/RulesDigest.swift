internal import StetDigest
internal import StetModel

/// The digest over the rules of extraction: the sources of StetModel, StetHTML and StetExtract and the bundled profiles.
/// Written by `Scripts/rules-digest`; `Scripts/check` proves that it is up to date.
enum RulesDigest {
  /// The digest.
  static var digest: Digest { Digest(text) ?? .sha256(of: text) }

  private static let text = "sha256:47d9edebcf27d179f2114af81e3e9ec22436974674baf159574f35ac536e29ce"
}
