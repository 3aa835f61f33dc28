/// Which rules read a page.
public struct ExtractorFacts: Sendable, Hashable, JSONRepresentable {
  /// Version of stet.
  public var version: String
  /// Digest over the rules of extraction.
  public var rules: Digest
  /// Name of the site profile used.
  public var profile: String?
  /// Blocks that were left out of the text because they recur on other pages of the host, each once.
  public var recurring: [RecurringBlock]

  /// Which rules read a page.
  public init(version: String, rules: Digest, profile: String? = nil, recurring: [RecurringBlock] = []) {
    self.version = version
    self.rules = rules
    self.profile = profile
    self.recurring = recurring
  }

  /// `{"version", "rules", "profile"?, "recurring"?: […]}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("version", version)
    builder.add("rules", rules.description)
    builder.add("profile", profile)
    builder.add("recurring", recurring)
    return builder.value
  }

  /// Reads `{"version", "rules", "profile"?, "recurring"?: […]}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    version = try reader.text("version")
    rules = try reader.required("rules", "a digest (sha256:…)") { $0.string.flatMap(Digest.init) }
    profile = try reader.textIfAny("profile")
    recurring = try reader.values("recurring")
  }
}
