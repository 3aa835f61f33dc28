/// Which rules read a page.
public struct ExtractorFacts: Sendable, Hashable, JSONRepresentable {
  /// Version of stet.
  public var version: String
  /// Digest over the rules of extraction.
  public var rules: Digest
  /// Name of the site profile used.
  public var profile: String?

  /// Which rules read a page.
  public init(version: String, rules: Digest, profile: String? = nil) {
    self.version = version
    self.rules = rules
    self.profile = profile
  }

  /// `{"version", "rules", "profile"?}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("version", version)
    builder.add("rules", rules.description)
    builder.add("profile", profile)
    return builder.value
  }

  /// Reads `{"version", "rules", "profile"?}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    version = try reader.text("version")
    rules = try reader.required("rules", "a digest (sha256:…)") { $0.string.flatMap(Digest.init) }
    profile = try reader.textIfAny("profile")
  }
}
