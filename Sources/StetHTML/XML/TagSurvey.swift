/// Whether a document is of a kind that libxml2 reads in a time that grows with its length.
///
/// It compares each attribute of an element with all others (xmlParseStartTag2); feeds have a handful.
enum TagSurvey {
  /// How many attributes an element may have.
  static let maximumAttributes = 64

  /// False when some tag may have more attributes than `maximumAttributes`.
  static func isPlain(_ utf8: [UInt8]) -> Bool {
    unsafe utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while let open = unsafe ByteSearch.first(0x3C, in: bytes, from: index) {
        index = open + 1
        // In comments and CDATA sections whatever looks like a tag is counted as one: it does no harm.
        guard index < bytes.count, unsafe bytes[index] != 0x21, unsafe bytes[index] != 0x3F else { continue }
        var attributes = 0
        while index < bytes.count {
          let byte = unsafe bytes[index]
          index += 1
          if byte == 0x3E { break }
          guard byte == 0x22 || byte == 0x27 else { continue }
          attributes += 1
          if attributes > maximumAttributes { return false }
          guard let close = unsafe ByteSearch.first(byte, in: bytes, from: index) else { return false }
          index = close + 1
        }
      }
      return true
    }
  }
}
