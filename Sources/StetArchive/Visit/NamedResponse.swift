internal import StetModel

/// A response that a visit names, and by what its record is found.
struct NamedResponse: Sendable, Hashable {
  /// The record's name, `urn:uuid:…`.
  let record: String
  /// The address that answered.
  let address: String
  /// When it was captured.
  let at: Timestamp
  /// Digest of its content.
  let payload: Digest?
}

extension Visit {
  /// The responses that it brought as far as they are kept: the page's own, then those of its parts.
  var responses: [NamedResponse] {
    var named: [NamedResponse] = []
    if let record {
      named.append(NamedResponse(record: record, address: url ?? page.description, at: at, payload: payload))
    }
    for part in parts {
      guard let record = part.record else { continue }
      named.append(
        NamedResponse(record: record, address: part.finalURL, at: part.captured, payload: part.payload))
    }
    return named
  }

  /// Digests of the contents that it brought or confirmed.
  var payloads: [Digest] { ([payload] + parts.map(\.payload)).compactMap(\.self) }
}
