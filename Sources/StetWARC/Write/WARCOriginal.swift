public import StetModel

/// An earlier capture that a revisit record leans on.
public struct WARCOriginal: Sendable, Hashable {
  /// The response record that holds the content.
  public let record: WARCRecordID
  /// The address that was captured.
  public let address: PageAddress
  /// When it was captured.
  public let date: Timestamp
  /// The digest of its content.
  public let payload: Digest

  /// An earlier capture.
  public init(record: WARCRecordID, address: PageAddress, date: Timestamp, payload: Digest) {
    self.record = record
    self.address = address
    self.date = date
    self.payload = payload
  }
}
