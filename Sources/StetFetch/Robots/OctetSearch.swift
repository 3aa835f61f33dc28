/// Where a run of octets stands in another; in linear time.
enum OctetSearch {
  // Up to this length trying every place is faster than a table, and still linear.
  private static let shortNeedle = 16

  /// The end of the first place of `needle` at `start` or later; nil when there is none.
  static func end(of needle: [UInt8], in octets: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first else { return start }
    guard octets.count - start >= needle.count else { return nil }
    if needle.count > shortNeedle { return endByTable(of: needle, in: octets, from: start) }
    var index = start
    while index <= octets.count - needle.count {
      if octets[index] == first, octets[index..<(index + needle.count)].elementsEqual(needle) {
        return index + needle.count
      }
      index += 1
    }
    return nil
  }

  /// Knuth, Morris and Pratt: no octet is looked at again after the place that it rules out.
  private static func endByTable(of needle: [UInt8], in octets: [UInt8], from start: Int) -> Int? {
    var fallback = [0]
    fallback.reserveCapacity(needle.count)
    var length = 0
    for index in 1..<needle.count {
      while length > 0, needle[index] != needle[length] { length = fallback[length - 1] }
      if needle[index] == needle[length] { length += 1 }
      fallback.append(length)
    }
    length = 0
    for index in start..<octets.count {
      while length > 0, octets[index] != needle[length] { length = fallback[length - 1] }
      if octets[index] == needle[length] { length += 1 }
      if length == needle.count { return index + 1 }
    }
    return nil
  }
}
