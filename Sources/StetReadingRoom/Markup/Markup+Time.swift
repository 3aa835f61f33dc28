internal import StetModel

extension Markup {
  /// A moment, spelled in UTC to the minute; the script spells it as the reader does.
  static func time(_ moment: Timestamp) -> Markup {
    let text = moment.description
    return "<time datetime=\"\(text)\">\(String(text.prefix(10))) \(String(text.dropFirst(11).prefix(5))) UTC</time>"
  }

  /// A date as a record has it (EDTF level 0, or a date-time): with an element of its own where HTML takes it.
  static func date(_ text: String) -> Markup {
    isDate(text) ? "<time datetime=\"\(text)\">\(String(text.prefix(10)))</time>" : "<span>\(text)</span>"
  }

  /// Whether HTML takes the text for a date: a year, a month, a day, or a moment of one.
  private static func isDate(_ text: String) -> Bool {
    guard (4...40).contains(text.utf8.count), DayText.isDay(text.prefix(10)) else { return false }
    return text.utf8.count <= 10
      || text.dropFirst(10).utf8.enumerated().allSatisfy { index, byte in
        index == 0 ? byte == UInt8(ascii: "T") : ASCII.isDigit(byte) || ":+-.Z".utf8.contains(byte)
      }
  }
}

/// A date of four, seven or ten characters.
private enum DayText {
  static func isDay(_ text: Substring) -> Bool {
    let pattern = "0000-00-00".utf8.prefix(text.utf8.count)
    guard [4, 7, 10].contains(text.utf8.count) else { return false }
    return zip(text.utf8, pattern).allSatisfy { byte, mark in
      mark == UInt8(ascii: "0") ? ASCII.isDigit(byte) : byte == mark
    }
  }
}
