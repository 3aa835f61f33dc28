/// A stretch of one of a document's byte buffers.
@frozen
public struct ByteRange: Sendable, Hashable {
  /// Offset of the first byte.
  public var start: Int32
  /// Number of bytes.
  public var count: Int32

  /// A stretch.
  @inlinable
  public init(start: Int32, count: Int32) {
    self.start = start
    self.count = count
  }

  init(_ indices: Range<Int>) { self.init(start: Int32(indices.lowerBound), count: Int32(indices.count)) }

  /// The stretch as indices of the buffer.
  @inlinable
  public var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
