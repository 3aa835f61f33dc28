/// A record read from a file.
public struct StoredWARCRecord: Sendable, Hashable {
  /// The record.
  public let record: WARCRecord
  /// Where it starts in the file, in bytes: its gzip member, where there is one.
  public let offset: Int
  /// Its length on disk, in bytes; nil when it shares a gzip member with others, and so cannot be read alone.
  public let length: Int?
}
