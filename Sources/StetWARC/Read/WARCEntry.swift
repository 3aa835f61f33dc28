/// The head of a record in a file, and where it stands.
public struct WARCEntry: Sendable, Hashable {
  /// The record's head.
  public let head: WARCHead
  /// Where the record starts in the file, in bytes: its gzip member, where there is one.
  public let offset: Int
  /// How many bytes of the member's content stand before the record: 0 in a file that has one member for each record, as
  /// it should be, and in a file without gzip.
  public let offsetInMember: Int
  /// The length of the block, in bytes.
  public let blockLength: Int
}
