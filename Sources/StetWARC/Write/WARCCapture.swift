internal import StetDigest
public import StetModel

/// The records of one exchange, as they stand in a WARC file one after the other.
///
/// The first one is the response, or a revisit where an earlier record holds the content (WARC 1.1, 6.7): profile
/// identical-payload-digest when the digests agree, server-not-modified for status 304. The request follows, where it
/// is known, and, behind a redirect, a metadata record that says where the address comes from. All share the date and point to the first.
public struct WARCCapture: Sendable, Hashable {
  /// The response or revisit first.
  public let records: [WARCRecord]
  /// The name of the response or revisit: what snapshots and visits point to.
  public let id: WARCRecordID
  /// The digest of the content; of a 304's, that of the capture it repeats, or nil when that is unknown.
  public let payload: Digest?
  /// Whether the first record is a revisit.
  public let isRevisit: Bool

  /// The records of an exchange.
  /// - Parameters:
  ///   - original: an earlier capture whose content may be the same; it is held against this one's digest.
  ///   - via: the address that redirected here; nil for the first.
  ///   - warcinfo: the record about the file in which these will stand.
  ///   - newID: gives a name that no other record has.
  public init(
    _ exchange: HTTPExchange, original: WARCOriginal? = nil, via: PageAddress? = nil, warcinfo: WARCRecordID? = nil,
    newID: () -> WARCRecordID = { .random() }
  ) {
    let builder = CaptureBuilder(exchange: exchange, warcinfo: warcinfo)
    let id = newID()
    let first: WARCRecord
    if exchange.status == 304 {
      payload = original?.payload
      isRevisit = true
      first = builder.revisit(id, .serverNotModified, of: original)
    } else {
      let digest = Digest.sha256(of: exchange.body)
      payload = digest
      // A part of a content is no repetition, even where the parts agree.
      isRevisit = exchange.truncation == nil && original?.payload == digest
      first =
        isRevisit
        ? builder.revisit(id, .identicalPayloadDigest, of: original) : builder.response(id, payload: digest)
    }
    self.id = id
    var records = [first]
    // Where nothing is known of what was sent, a request would be made up.
    if !exchange.requestFields.isEmpty { records.append(builder.request(newID(), concurrentTo: id)) }
    if let via { records.append(builder.metadata(newID(), via: via, concurrentTo: id)) }
    self.records = records
  }
}
