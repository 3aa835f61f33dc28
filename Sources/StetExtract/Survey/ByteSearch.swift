internal import StetModel

/// Looking for short ASCII words in bytes.
enum ByteSearch {
  /// Whether the bytes contain a word, case and all.
  static func contains(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { contains(word, in: $0) }
  }

  /// Whether the bytes contain a word, case and all.
  static func contains(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    find(word, in: bytes, ignoringCase: false) != nil
  }

  /// Where a word, given in lower case, first stands in the bytes in any ASCII case.
  static func findIgnoringCase(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { find(word, in: $0, ignoringCase: true) }.map { bytes.startIndex + $0 }
  }

  /// Whether the bytes start with a word, given in lower case, in any ASCII case.
  static func starts(_ bytes: ArraySlice<UInt8>, with word: StaticString) -> Bool {
    bytes.withUnsafeBufferPointer { starts($0, with: word) }
  }

  /// Whether the bytes start with a word, given in lower case, in any ASCII case.
  static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard bytes.count >= length else { return false }
    let wanted = word.utf8Start
    var index = 0
    while index < length {
      if ASCII.lowercased(bytes[index]) != wanted[index] { return false }
      index += 1
    }
    return true
  }

  /// Whether the bytes are a word, case and all.
  @inline(__always)
  static func isEqual(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard bytes.count == length else { return false }
    let wanted = word.utf8Start
    var index = 0
    while index < length {
      if bytes[bytes.startIndex + index] != wanted[index] { return false }
      index += 1
    }
    return true
  }

  private static func find(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, ignoringCase: Bool) -> Int? {
    let length = word.utf8CodeUnitCount
    guard length > 0, bytes.count >= length else { return nil }
    let wanted = word.utf8Start
    let first = wanted[0]
    var start = 0
    while start <= bytes.count - length {
      if bytes[start] == first || (ignoringCase && ASCII.lowercased(bytes[start]) == first) {
        var matched = 1
        while matched < length {
          let byte = bytes[start + matched]
          if byte != wanted[matched], !ignoringCase || ASCII.lowercased(byte) != wanted[matched] { break }
          matched += 1
        }
        if matched == length { return start }
      }
      start += 1
    }
    return nil
  }
}
