internal import StetDigest
internal import StetModel

/// What a line of the other archive's log comes to here.
struct MergeStep {
  /// The members of the line that change, with their new values; nil takes one out.
  var changes: [(name: String, value: JSONValue?)] = []
  var files: [PlannedVisit.NewFile] = []
  /// That what it brought has no text.
  var declarations: [Visit] = []
  /// The version that it wrote or found.
  var version: (number: Int, digest: Digest)?
  /// The version that it wrote.
  var sealed: SealedSnapshot?
  /// The path of what it set aside.
  var observation: String?

  /// The members of a line that names a version.
  static func naming(_ number: Int, _ digest: Digest) -> [(name: String, value: JSONValue?)] {
    [("version", .number(Double(number))), ("digest", .string(digest.description))]
  }
}
