/// What stands around deflated bytes (RFC 1951).
public enum DeflateWrapping: Sendable, Hashable {
  /// A gzip member (RFC 1952).
  case gzip
  /// The zlib format (RFC 1950): HTTP's `deflate`, by the letter.
  case zlib
  /// Nothing: HTTP's `deflate`, as some servers have it.
  case raw
}
