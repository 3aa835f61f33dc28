internal import StetDigest
internal import StetModel

/// The digest over the rules of extraction: the sources of StetModel, StetHTML and StetExtract and the bundled profiles.
/// Written by `Scripts/rules-digest`; `Scripts/check` proves that it is up to date.
enum RulesDigest {
  /// The digest.
  static var digest: Digest { Digest(text) ?? .sha256(of: text) }

  private static let text = "sha256:cb4e5f9bc60cf5b820c99c4275f5bf6d3ca49c617728cdd8bda946c94dbc03cb"
}
