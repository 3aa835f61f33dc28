extension WARCRecord {
  /// What a record's digests say about it.
  public struct DigestCheck: Sendable, Hashable {
    /// Of the whole block; nil when the record has no WARC-Block-Digest.
    public var block: LabelledDigest.Match?
    /// Of the payload; nil when the record has no WARC-Payload-Digest or none that its own block could be held against.
    public var payload: LabelledDigest.Match?

    /// Whether a digest is there and wrong.
    public var isBroken: Bool { block == .different || payload == .different }
  }

  /// Holds the block against the record's digests.
  ///
  /// The payload of a response is what stands behind its head, as it is stored (WARC 1.1, 6.3.2); a chunked one is
  /// also right when its digest fits the content without the chunks: writers differ. A revisit's payload digest is that
  /// of another record, and a segment's that of the whole, so these are not checked.
  public func checkDigests() -> DigestCheck {
    var check = DigestCheck()
    check.block = head["WARC-Block-Digest"].map { LabelledDigest($0).match(block[...]) }
    guard let text = head["WARC-Payload-Digest"], head.type != .revisit, head["WARC-Segment-Number"] == nil else {
      return check
    }
    let digest = LabelledDigest(text)
    guard head.isHTTP else {
      check.payload = digest.match(block[...])
      return check
    }
    guard let end = HTTPHead.end(in: block) else { return check }
    check.payload = digest.match(block[end...])
    if check.payload == .different, let content = ChunkedCoding.decode(block[end...]) {
      if digest.match(content[...]) == .same { check.payload = .same }
    }
    return check
  }
}
