/// Character references in attribute values, as far as libxml2 need not be asked: names of everyday, and numbers.
///
/// It reads a reference without a semicolon as it stands, so that `?a=1&copy=2` stays whole, and so does the standard.
enum AttributeReference {
  /// Whether libxml2 makes of the value what `decode` makes of it.
  static func canDecode(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Bool {
    // At the end of the page libxml2 reads names in another way.
    guard value.upperBound < bytes.count else { return false }
    let bytes = unsafe UnsafeBufferPointer(rebasing: bytes[..<value.upperBound])
    var from = value.lowerBound
    while let mark = unsafe ByteSearch.first(0x26, in: bytes, from: from) {
      from = mark + 1
      if from < bytes.count, unsafe bytes[from] == 0x23 {
        if unsafe NumericReference.edit(bytes, at: mark) != nil { return false }
        continue
      }
      let end = unsafe nameEnd(bytes, from: from)
      guard end < bytes.count else { continue }
      if unsafe bytes[end] >= 0x80 { return false }
      if unsafe bytes[end] == 0x3B && end > from && character(bytes, from..<end) == nil { return false }
      from = end
    }
    return true
  }

  /// Appends a value with its references resolved.
  static func decode(_ value: ArraySlice<UInt8>, to values: inout [UInt8]) {
    unsafe value.withUnsafeBufferPointer { bytes in
      var from = 0
      while let mark = unsafe ByteSearch.first(0x26, in: bytes, from: from) {
        unsafe values.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<mark]))
        from = mark + 1
        if from < bytes.count, unsafe bytes[from] == 0x23 {
          let (value, end) = unsafe NumericReference.read(bytes, at: mark)
          values.append(contentsOf: Unicode.Scalar(value).flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter)
          from = end
          continue
        }
        let end = unsafe nameEnd(bytes, from: from)
        if end < bytes.count, unsafe bytes[end] == 0x3B, let character = unsafe character(bytes, from..<end) {
          values.append(character)
          from = end + 1
        } else {
          values.append(0x26)
        }
      }
      unsafe values.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from...]))
    }
  }

  /// htmlParseName, in ASCII.
  private static func nameEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, unsafe SourceScan.continuesName(bytes[index]) { index += 1 }
    return index
  }

  private static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> UInt8? {
    let name = unsafe UnsafeBufferPointer(rebasing: bytes[name])
    return characters.first { unsafe name.elementsEqual($0.name) }?.character
  }

  private static let characters: [(name: [UInt8], character: UInt8)] = [
    (Array("amp".utf8), 0x26), (Array("quot".utf8), 0x22), (Array("lt".utf8), 0x3C), (Array("gt".utf8), 0x3E),
  ]
}
