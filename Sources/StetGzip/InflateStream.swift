internal import CZlib

/// The one owner of a zlib stream that inflates: whole members, or piece by piece what comes in pieces.
///
/// Safe because the stream and the output buffer are allocated once, never leave the class, and are freed with it.
@safe public final class InflateStream {
  // On the heap: zlib keeps a pointer back to the stream, which therefore must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let output: UnsafeMutableBufferPointer<UInt8>

  /// A stream at the start of a member.
  /// - Throws: `GzipError.Code.outOfMemory`.
  public init(_ wrapping: DeflateWrapping = .gzip) throws(GzipError) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe output = .allocate(capacity: 1 << 16)
    let result =
      switch wrapping {
      case .gzip: unsafe stet_inflate_init_gzip(stream)
      case .zlib: unsafe stet_inflate_init_zlib(stream)
      case .raw: unsafe stet_inflate_init_raw(stream)
      }
    guard result == Z_OK else {
      throw GzipError(.outOfMemory, "zlib cannot start: out of memory.")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe output.deallocate()
  }

  /// Inflates one member and appends its content.
  /// - Returns: the length of the member, in bytes.
  func member(_ bytes: [UInt8], from start: Int, into content: inout [UInt8], maximumBytes: Int) throws(GzipError)
    -> Int
  {
    unsafe inflateReset(stream)
    var position = start
    while true {
      // zlib counts in 32 bits.
      let end = min(bytes.count, position + 1 << 30)
      let (result, consumed, produced) = step(bytes[position..<end])
      position += consumed
      guard content.count + produced <= maximumBytes else {
        throw GzipError(.tooLarge, "the gzip content is longer than the limit of \(maximumBytes) bytes.")
      }
      unsafe content.append(contentsOf: UnsafeBufferPointer(rebasing: output[..<produced]))
      switch result {
      case Z_STREAM_END: return position - start
      case Z_OK: continue
      case Z_BUF_ERROR:
        throw GzipError(
          .truncated, "the gzip content ends in the middle, after \(bytes.count) bytes. Get the file again.")
      case Z_MEM_ERROR: throw GzipError(.outOfMemory, "zlib cannot go on: out of memory.")
      default:
        throw GzipError(.corrupt, "the gzip content is damaged near byte \(position). Get the file again.")
      }
    }
  }

  /// Makes the stream ready for another member.
  public func reset() { unsafe inflateReset(stream) }

  /// Inflates what fits of these bytes into one step of at most 64 KiB of content, which is appended.
  /// - Returns: how many of the bytes were taken, and whether the member ended with them.
  /// - Throws: `GzipError.Code.corrupt` or `.outOfMemory`.
  public func feed(_ bytes: ArraySlice<UInt8>, into content: inout [UInt8]) throws(GzipError) -> (
    consumed: Int, isAtEnd: Bool
  ) {
    // zlib counts in 32 bits.
    let (result, consumed, produced) = step(bytes.prefix(1 << 30))
    unsafe content.append(contentsOf: UnsafeBufferPointer(rebasing: output[..<produced]))
    switch result {
    case Z_STREAM_END: return (consumed, true)
    // Z_BUF_ERROR: there was nothing to do without more bytes.
    case Z_OK, Z_BUF_ERROR: return (consumed, false)
    case Z_MEM_ERROR: throw GzipError(.outOfMemory, "zlib cannot go on: out of memory.")
    default: throw GzipError(.corrupt, "the compressed content is damaged. Get the file again.")
    }
  }

  private func step(_ input: ArraySlice<UInt8>) -> (result: Int32, consumed: Int, produced: Int) {
    unsafe input.withUnsafeBufferPointer { input in
      // zlib's interface has no const here; it does not write to its input.
      unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(input.count)
      unsafe stream.pointee.next_out = unsafe output.baseAddress
      unsafe stream.pointee.avail_out = UInt32(output.count)
      let result = unsafe inflate(stream, Z_NO_FLUSH)
      let consumed = unsafe input.count - Int(stream.pointee.avail_in)
      let produced = unsafe output.count - Int(stream.pointee.avail_out)
      return (result, consumed, produced)
    }
  }
}
