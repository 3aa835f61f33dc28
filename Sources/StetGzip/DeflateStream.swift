internal import CZlib

/// The one owner of a zlib stream that writes a gzip member.
///
/// Safe because the stream and the output buffer are allocated once, never leave the class, and are freed with it.
@safe final class DeflateStream {
  // On the heap: zlib keeps a pointer back to the stream, which therefore must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let output: UnsafeMutableBufferPointer<UInt8>

  init(level: Int) throws(GzipError) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe output = .allocate(capacity: 1 << 16)
    guard unsafe stet_deflate_init_gzip(stream, Int32(level)) == Z_OK else {
      throw GzipError(.outOfMemory, "zlib cannot start: out of memory.")
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
    unsafe output.deallocate()
  }

  /// The bytes as one member. A stream writes only one.
  func member(_ bytes: [UInt8]) throws(GzipError) -> [UInt8] {
    var member: [UInt8] = []
    var position = 0
    while true {
      // zlib counts in 32 bits.
      let end = min(bytes.count, position + 1 << 30)
      let (result, consumed, produced) = step(bytes[position..<end], flush: end == bytes.count ? Z_FINISH : Z_NO_FLUSH)
      position += consumed
      unsafe member.append(contentsOf: UnsafeBufferPointer(rebasing: output[..<produced]))
      switch result {
      case Z_STREAM_END: return member
      case Z_OK: continue
      default: throw GzipError(.outOfMemory, "zlib cannot go on: out of memory.")
      }
    }
  }

  private func step(_ input: ArraySlice<UInt8>, flush: Int32) -> (result: Int32, consumed: Int, produced: Int) {
    unsafe input.withUnsafeBufferPointer { input in
      // zlib's interface has no const here; it does not write to its input.
      unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(input.count)
      unsafe stream.pointee.next_out = unsafe output.baseAddress
      unsafe stream.pointee.avail_out = UInt32(output.count)
      let result = unsafe deflate(stream, flush)
      let consumed = unsafe input.count - Int(stream.pointee.avail_in)
      let produced = unsafe output.count - Int(stream.pointee.avail_out)
      return (result, consumed, produced)
    }
  }
}
