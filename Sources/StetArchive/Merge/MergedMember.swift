internal import StetDigest
internal import StetModel

/// What a visit line or a snapshot that was taken over from another archive tells of itself as it stood there: the
/// member `merged`, `{"digest", "was"}`.
///
/// `was` holds the members that had to change, as they were, null for one that was not there; `digest` is that of the
/// whole as it was. So the other archive's line or snapshot can be written anew from ours, and proves itself.
enum MergedMember {
  static let name = "merged"

  /// An object with other members, that tells what they were.
  /// - Parameters:
  ///   - changes: the members that change, with their new values; nil takes one out. `previous` is told of in any case.
  ///   - digest: of the whole as it was.
  static func applied(
    to object: JSONObject, changes: [(name: String, value: JSONValue?)], digest: Digest
  ) -> JSONObject {
    var new = object
    var was = JSONObject()
    for change in changes where change.name == "previous" || new[change.name] != change.value {
      was[change.name] = object[change.name] ?? .null
      new[change.name] = change.value
    }
    // Of what came by way of several archives each stage is told.
    was[name] = object[name]
    new[name] = .object(["digest": .string(digest.description), "was": .object(was)])
    return new
  }

  /// An object as it stood in the archive from which it was taken over; nil when it was not, or cannot tell.
  static func original(of object: JSONObject) -> (object: JSONObject, digest: Digest)? {
    guard let merged = object[name], let was = merged["was"]?.object,
      let digest = merged["digest"]?.string.flatMap(Digest.init)
    else { return nil }
    var original = object
    original[name] = nil
    for member in was.members { original[member.name] = member.value == .null ? nil : member.value }
    return (original, digest)
  }

  /// The digest by which all archives know a line or snapshot: that which it had in the first one.
  /// - Parameter digest: its own.
  static func origin(of object: JSONObject, digest: Digest) -> String {
    var merged = object[name]
    var origin = digest.description
    while let found = merged, let text = found["digest"]?.string {
      origin = text
      merged = found["was"]?[name]
    }
    return origin
  }

  /// Whether what a visit line says of itself as it stood elsewhere is so; true of one that was always here.
  static func isProved(line object: JSONObject) -> Bool {
    guard object[name] != nil else { return true }
    guard let (original, digest) = original(of: object) else { return false }
    return VisitLines.hash(VisitLines.sealed(original)[...]) == digest && isProved(line: original)
  }

  /// Whether what a snapshot says of itself as it stood elsewhere is so; true of one that was always here. One without
  /// its text can prove nothing.
  static func isProved(snapshot object: JSONObject) -> Bool {
    guard object[name] != nil, object["redacted"] == nil else { return true }
    guard let (original, digest) = original(of: object) else { return false }
    return DigestSeal.digest(of: .object(original)) == digest && isProved(snapshot: original)
  }
}
