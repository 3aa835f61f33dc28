internal import Glibc

/// Goes through a run of a spill file.
final class SpillReader {
  /// The item at hand, once `advance` has found one.
  private(set) var item: ArraySlice<UInt8> = []

  private static let pieceBytes = 1 << 16

  private let file: SpillFile
  private var rest: Range<Int>
  private var buffer: ArraySlice<UInt8> = []

  init(_ file: SpillFile, _ run: Range<Int>) {
    self.file = file
    rest = run
  }

  /// Goes to the next item; false at the end.
  func advance() throws(SystemCallError) -> Bool {
    guard try has(4) else { return false }
    let length = buffer.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    // Written by this process just now: one that is shorter has lost its end.
    guard try has(4 + length) else { throw SystemCallError(call: "read", number: EIO) }
    item = buffer.dropFirst(4).prefix(length)
    buffer = buffer.dropFirst(4 + length)
    return true
  }

  private func has(_ count: Int) throws(SystemCallError) -> Bool {
    while buffer.count < count, !rest.isEmpty {
      let wanted = min(max(Self.pieceBytes, count - buffer.count), rest.count)
      var failure: Int32 = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { target, filled in
        var result: Int
        repeat {
          result = unsafe pread(file.descriptor, target.baseAddress, wanted, off_t(rest.lowerBound))
        } while result < 0 && errno == EINTR
        if result < 0 { failure = errno }
        filled = max(result, 0)
      }
      guard failure == 0, !piece.isEmpty else {
        throw SystemCallError(call: "read", number: failure == 0 ? EIO : failure)
      }
      buffer = buffer.isEmpty ? piece[...] : buffer + piece
      rest = rest.lowerBound + piece.count..<rest.upperBound
    }
    return buffer.count >= count
  }
}
