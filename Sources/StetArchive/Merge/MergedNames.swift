internal import StetDigest
internal import StetModel

/// What the versions and observations of another archive's page are called here, as far as they are here.
struct MergedNames {
  /// The numbers that the other archive's versions have here.
  var versions: [Int: Int] = [:]
  /// The paths that its observations have here.
  var observations: [String: String] = [:]
  /// Digests of versions here, where the open page does not know them yet.
  private var digests: [Int: Digest] = [:]
  /// The versions and the observations here that are redacted, by their names here.
  private(set) var redactedVersions: Set<Int>
  private(set) var redactedObservations: Set<String>

  init(redacted: RedactionTargets) {
    redactedVersions = Set(redacted.versions.keys)
    redactedObservations = Set(redacted.observations.keys)
  }

  /// Notes what a line of the other archive named and what that is called here.
  mutating func note(_ line: Visit, versionHere: Int?, observationHere: String?) {
    if let version = line.version, let versionHere { versions[version] = versionHere }
    if let path = line.quarantine, let observationHere { observations[path] = observationHere }
  }

  /// Notes what a line came to.
  mutating func note(_ line: Visit, _ step: MergeStep) {
    note(
      line, versionHere: line.wroteVersion ? step.version?.number : nil, observationHere: step.observation)
    if let version = step.version { digests[version.number] = version.digest }
    redactedVersions.formUnion(step.declarations.compactMap(\.version))
    redactedObservations.formUnion(step.declarations.compactMap(\.quarantine))
  }

  /// The digest of a version here.
  func digest(of number: Int, _ page: OpenPage) -> Digest? { page.digest(of: number) ?? digests[number] }

  /// What a version of the other archive is here; nil when it is not here.
  func version(_ foreign: Int, _ page: OpenPage) -> (number: Int, digest: Digest)? {
    guard let number = versions[foreign], let digest = digest(of: number, page) else { return nil }
    return (number, digest)
  }
}
