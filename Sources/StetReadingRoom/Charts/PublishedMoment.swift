internal import StetModel

/// When a page was published, as exactly as its record says.
enum PublishedMoment {
  /// The moment, its offset taken into account; of a day or a moment without an offset as if it were UTC. nil for a month, a
  /// year or anything else: from those no hours can be counted.
  static func of(_ text: String) -> Timestamp? {
    if text.utf8.count == 10 { return Timestamp("\(text)T00:00:00Z") }
    guard text.utf8.count >= 16, let minute = Timestamp("\(text.prefix(16)):00Z") else { return nil }
    return Timestamp(secondsSince1970: minute.secondsSince1970 - offset(of: text))
  }

  /// Seconds that the offset at the end is ahead of UTC; 0 where there is none.
  private static func offset(of text: String) -> Int64 {
    let end = Array(text.utf8.suffix(6))
    guard end.count == 6, end[3] == UInt8(ascii: ":"), end[0] == UInt8(ascii: "+") || end[0] == UInt8(ascii: "-"),
      [1, 2, 4, 5].allSatisfy({ ASCII.isDigit(end[$0]) })
    else { return 0 }
    func digit(_ place: Int) -> Int64 { Int64(end[place] - UInt8(ascii: "0")) }
    let seconds = (digit(1) * 10 + digit(2)) * 3_600 + (digit(4) * 10 + digit(5)) * 60
    return end[0] == UInt8(ascii: "+") ? seconds : -seconds
  }
}
