internal import Glibc

/// One open conversion of glibc's iconv to UTF-8. Safe to use: the descriptor belongs to this object alone.
@safe
final class IconvConverter {
  /// Why a conversion stopped.
  enum Stop {
    /// All bytes are converted.
    case end
    /// The encoding does not have the bytes at this index.
    case invalid(at: Int)
    /// The last character, which starts at this index, lacks bytes.
    case incomplete(at: Int)
  }

  private let descriptor: iconv_t

  /// nil when glibc does not have the encoding.
  init?(_ encoding: String) {
    guard let opened = unsafe iconv_open("UTF-8", encoding) else { return nil }
    // iconv_open(3): (iconv_t) -1 on error.
    guard Int(bitPattern: opened) != -1 else { return nil }
    unsafe descriptor = opened
  }

  deinit { unsafe iconv_close(descriptor) }

  /// Converts the bytes from an index on, until the end or the first that cannot be converted.
  func convert(_ bytes: [UInt8], from start: Int, into output: inout [UInt8]) -> Stop {
    unsafe bytes.withUnsafeBytes { buffer in
      var index = start
      while index < buffer.count {
        var inputLeft = buffer.count - index
        var failure: Int32 = 0
        // Some encodings have characters of two code points: six bytes of UTF-8.
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: min(inputLeft * 3, 1 << 16) + 16) { room, count in
          var input = unsafe UnsafeMutablePointer(
            mutating: buffer.baseAddress?.advanced(by: index).assumingMemoryBound(to: CChar.self))
          let base = UnsafeMutableRawPointer(room.baseAddress)
          var target = unsafe base?.assumingMemoryBound(to: CChar.self)
          var outputLeft = room.count
          if unsafe iconv(descriptor, &input, &inputLeft, &target, &outputLeft) == -1 {
            failure = errno
          }
          // Stateful encodings hand out what they hold back.
          if failure == 0 { unsafe iconv(descriptor, nil, nil, &target, &outputLeft) }
          count = room.count - outputLeft
        }
        output.append(contentsOf: piece)
        index = buffer.count - inputLeft
        switch failure {
        case 0: return .end
        case E2BIG: continue
        case EINVAL: return .incomplete(at: index)
        default: return .invalid(at: index)
        }
      }
      return .end
    }
  }
}
