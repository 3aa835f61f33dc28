/// Which part of a file is asked for (RFC 9110, 14): one range; several are answered by the whole.
enum ByteRange: Hashable {
  case whole
  case part(Range<Int>)
  /// None of the file is in it.
  case outside

  /// Reads a Range field; one that cannot be read does not count.
  init(_ field: String?, size: Int) {
    self = .whole
    guard let field, field.hasPrefix("bytes=") else { return }
    let ends = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return }
    let (first, last) = (Self.number(ends[0]), Self.number(ends[1]))
    switch (first, last, ends[0].isEmpty, ends[1].isEmpty) {
    case (let first?, let last?, _, _):
      guard first <= last else { return }
      self = first < size ? .part(first..<min(last, size - 1) + 1) : .outside
    case (let first?, _, _, true): self = first < size ? .part(first..<size) : .outside
    case (_, let count?, true, _): self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .outside
    default: return
    }
  }

  private static func number(_ text: Substring) -> Int? {
    // Far more digits than any file has bytes would overflow: such a number does not count.
    guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}
