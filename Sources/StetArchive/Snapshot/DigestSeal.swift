internal import StetDigest
internal import StetModel

/// The `digest` member of a document: SHA-256 over the canonical JSON of everything else in it.
enum DigestSeal {
  /// The document with its digest, and the digest.
  static func seal(_ document: JSONValue) -> (document: JSONValue, digest: Digest) {
    var object = document.object ?? JSONObject()
    object["digest"] = nil
    let digest = Digest.sha256(of: CanonicalJSON.bytes(.object(object)))
    object["digest"] = .string(digest.description)
    return (.object(object), digest)
  }

  /// The digest that a document should have.
  static func digest(of document: JSONValue) -> Digest { canonical(document).digest }

  /// The digest that a document should have, and its canonical bytes with the digest that it has.
  static func canonical(_ document: JSONValue) -> (digest: Digest, bytes: [UInt8]) {
    guard let object = document.object else { return (seal(document).digest, CanonicalJSON.bytes(document)) }
    let (bytes, place) = CanonicalJSON.bytes(object, locating: "digest")
    var rest = bytes
    if let place { rest.removeSubrange(place) }
    return (Digest.sha256(of: rest), bytes)
  }

  /// The digest that stands in a document; nil when there is none.
  static func digest(writtenOn document: JSONValue) -> Digest? { document["digest"]?.string.flatMap(Digest.init) }
}
