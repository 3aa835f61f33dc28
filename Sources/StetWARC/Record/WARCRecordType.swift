/// What a record holds (WARC 1.1, 6).
public enum WARCRecordType: String, Sendable, Hashable, CaseIterable {
  /// About the records that follow it.
  case warcinfo
  /// A response with its head.
  case response
  /// A file without a protocol's head.
  case resource
  /// A request with its head.
  case request
  /// About another record, or a capture.
  case metadata
  /// A response whose content an earlier record holds.
  case revisit
  /// Another form of an earlier record's content.
  case conversion
  /// The next segment of a record that was cut into several.
  case continuation
}
