public import StetModel

/// What is left to say of a snapshot or an observation whose text was taken out: the member `redacted` of its document.
public struct Redaction: Sendable, Hashable, CustomStringConvertible {
  /// The digest that the document had when it was whole: what the chain and the visit log name.
  public let digest: Digest
  /// Why, as a person wrote it.
  public let reason: String
  /// When it was decided.
  public let at: Timestamp

  /// In words, for a person: `redacted on 2026-11-22T06:00:03Z: asked for by the author`.
  public var description: String { "redacted on \(at): \(reason)" }

  init(digest: Digest, reason: String, at: Timestamp) {
    (self.digest, self.reason, self.at) = (digest, reason, at)
  }

  /// Reads the member; nil when the document has none that can be read.
  init?(of document: JSONValue) {
    guard let object = document["redacted"], let digest = object["digest"]?.string.flatMap(Digest.init),
      let at = object["at"]?.string.flatMap(Timestamp.init), let reason = object["reason"]?.string
    else { return nil }
    self.init(digest: digest, reason: reason, at: at)
  }

  /// A document without its text, under a seal of its own; the one that it had stands in `redacted`.
  func applied(to document: JSONValue) -> JSONValue {
    var object = document.object ?? JSONObject()
    for name in ["review", "provenance", "body", "digest"] { object[name] = nil }
    object["redacted"] = .object([
      "digest": .string(digest.description), "reason": .string(reason), "at": .string(at.description),
    ])
    return DigestSeal.seal(.object(object)).document
  }
}
