public import StetGzip

/// One record: a head and the block that it describes (WARC 1.1, 4).
public struct WARCRecord: Sendable, Hashable {
  /// The version line and the named fields, Content-Length among them.
  public var head: WARCHead
  /// The block, whole.
  public var block: [UInt8]

  /// A record whose head fits its block.
  public init(head: WARCHead, block: [UInt8]) {
    self.head = head
    self.block = block
  }

  /// The record as WARC/1.1 spells it: head, empty line, block, two line ends.
  public var bytes: [UInt8] {
    var bytes = head.headBytes
    bytes.reserveCapacity(bytes.count + block.count + 4)
    bytes += block
    bytes += "\r\n\r\n".utf8
    return bytes
  }

  /// The record as one gzip member (WARC 1.1, annex D). The same record always gives the same bytes.
  /// - Throws: `GzipError.Code.outOfMemory`.
  public func member() throws(GzipError) -> [UInt8] { try Gzip.compress(bytes) }
}
