internal import StetModel

/// Looking for short ASCII words in bytes.
enum ByteSearch {
  /// Whether the bytes contain a word, case and all.
  static func contains(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    find(word, in: bytes, ignoringCase: false) != nil
  }

  /// Where a word, given in lower case, first stands in the bytes in any ASCII case.
  static func findIgnoringCase(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    find(word, in: bytes, ignoringCase: true)
  }

  /// Whether the bytes start with a word, given in lower case, in any ASCII case.
  static func starts(_ bytes: ArraySlice<UInt8>, with word: StaticString) -> Bool {
    guard bytes.count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { wanted in
      for (index, byte) in wanted.enumerated() where ASCII.lowercased(bytes[bytes.startIndex + index]) != byte {
        return false
      }
      return true
    }
  }

  private static func find(_ word: StaticString, in bytes: ArraySlice<UInt8>, ignoringCase: Bool) -> Int? {
    let length = word.utf8CodeUnitCount
    guard bytes.count >= length else { return nil }
    return word.withUTF8Buffer { wanted in
      bytes.withUnsafeBufferPointer { buffer in
        for start in 0...(buffer.count - length) {
          var matched = 0
          while matched < length {
            let byte = ignoringCase ? ASCII.lowercased(buffer[start + matched]) : buffer[start + matched]
            if byte != wanted[matched] { break }
            matched += 1
          }
          if matched == length { return bytes.startIndex + start }
        }
        return nil
      }
    }
  }
}
