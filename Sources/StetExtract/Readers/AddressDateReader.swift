internal import StetModel

/// Dates in the path of an address.
enum AddressDateReader {
  /// The date; nil when the path holds none, or a year alone.
  static func date(in path: String) -> String? {
    guard path.utf8.count <= 2048 else { return nil }
    let segments = path.split(separator: "/")
    for (index, segment) in segments.enumerated() {
      if let date = folders(segments[index...]) ?? inside(segment) { return date }
    }
    return nil
  }

  /// "2012/11/17", "2012/nov/17", "2012/11", "201211/17".
  private static func folders(_ segments: ArraySlice<Substring>) -> String? {
    guard let first = segments.first, let year = number(first, 4), DateReader.isPlausible(year),
      let second = segments.dropFirst().first
    else { return nil }
    let isNumber = number(second, 1...2) != nil
    guard let month = number(second, 1...2) ?? MonthNames.month(second.lowercased()), (1...12).contains(month) else {
      return nil
    }
    let third = segments.dropFirst(2).first
    if let third, let day = number(third, 1...2), let date = DateParts(year: year, month: month, day: day).spelled {
      return date
    }
    // "2012/may" may be a word; "/2012/11" as the whole rest is an archive of a month or an article's number.
    guard isNumber, third != nil, second.count == 2 else { return nil }
    return DateParts(year: year, month: month).spelled
  }

  /// "2012-11-17-title", "title_20121117", "2012.11.17".
  private static func inside(_ segment: Substring) -> String? {
    let bytes = Array(segment.utf8)
    var start = 0
    while start + 8 <= bytes.count {
      guard ASCII.isDigit(bytes[start]), start == 0 || !ASCII.isDigit(bytes[start - 1]) else {
        start += 1
        continue
      }
      if let date = date(bytes[start...]) { return date }
      start += 1
    }
    return nil
  }

  private static func date(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = bytes.prefix(10)
    let hasMarks = text.count == 10 && !ASCII.isDigit(text[text.startIndex + 4])
    if hasMarks {
      let (first, second) = (text[text.startIndex + 4], text[text.startIndex + 7])
      guard first == second, "-_.".utf8.contains(first) else { return nil }
    }
    let length = hasMarks ? 10 : 8
    let end = bytes.startIndex + length
    guard end == bytes.endIndex || !ASCII.isDigit(bytes[end]) else { return nil }
    let digits = bytes.prefix(length).filter(ASCII.isDigit)
    guard digits.count == 8 else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    guard DateReader.isPlausible(number(0..<4)) else { return nil }
    return DateParts(year: number(0..<4), month: number(4..<6), day: number(6..<8)).spelled
  }

  private static func number(_ text: Substring, _ digits: Int) -> Int? { number(text, digits...digits) }

  private static func number(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy(ASCII.isDigit) ? Int(text) : nil
  }
}
