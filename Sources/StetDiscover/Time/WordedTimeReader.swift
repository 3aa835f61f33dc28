internal import StetModel

/// Times with the month as a word: RFC 822 and what passes for it, `asctime`, "3 May 2012", "May 3, 2012".
struct WordedTimeReader {
  private var numbers: [(value: Int, digits: Int)] = []
  private var month: Int?
  private var clock: [Int] = []
  private var offset: Int?
  private var isAfternoon: Bool?

  static func read(_ text: [UInt8]) -> StatedTime? {
    var reader = WordedTimeReader()
    for word in text.split(whereSeparator: { $0 <= 0x20 || $0 == 0x2C }) {
      guard reader.take(word) else { return nil }
    }
    return reader.time
  }

  /// Takes the next word; false when it cannot stand in a time.
  private mutating func take(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return true }
    if first == 0x28 { return true }  // "(CET)": a comment in RFC 822.
    if word.contains(0x3A), ASCII.isDigit(first) { return takeClock(word) }
    if first == 0x2B || first == 0x2D {
      guard !clock.isEmpty, let zone = TimeZoneName.offset(Array(word)) else { return false }
      offset = zone
      return true
    }
    if word.contains(0x2D) {
      // "03-May-12"
      return word.split(separator: 0x2D).allSatisfy { take($0) }
    }
    if ASCII.isDigit(first) { return takeNumber(word) }
    return takeName(word)
  }

  private mutating func takeNumber(_ word: ArraySlice<UInt8>) -> Bool {
    let digits = word.prefix(while: ASCII.isDigit)
    let rest = String(decoding: word.dropFirst(digits.count), as: UTF8.self).lowercased()
    guard digits.count <= 4, ["", ".", "st", "nd", "rd", "th"].contains(rest), numbers.count < 2 else { return false }
    numbers.append((digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count))
    return true
  }

  private mutating func takeClock(_ word: ArraySlice<UInt8>) -> Bool {
    guard clock.isEmpty else { return false }
    let body = word.prefix { ASCII.isDigit($0) || $0 == 0x3A || $0 == 0x2E }
    let parts = body.split(separator: 0x3A, omittingEmptySubsequences: false).map { $0.prefix(while: ASCII.isDigit) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }) else { return false }
    clock = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    // "12:53:00GMT", "12:53pm"
    return body.count == word.count || take(word.dropFirst(body.count))
  }

  private mutating func takeName(_ word: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: word, as: UTF8.self).lowercased().trimmed(of: ".")
    if let found = Self.month(name) {
      guard month == nil else { return false }
      month = found
      return true
    }
    if !clock.isEmpty {
      if name == "am" || name == "pm" {
        isAfternoon = name == "pm"
        return true
      }
      // A zone that nobody knows counts as UTC (RFC 5322, 4.3).
      if offset == nil {
        offset = TimeZoneName.offset(Array(word)) ?? 0
        return true
      }
      return numbers.count == 2
    }
    // The day of the week, in whatever language; "at".
    return month == nil || name == "at"
  }

  private var time: StatedTime? {
    guard let month, numbers.count == 2 else { return nil }
    // The year is the number with four digits, or else the last.
    let yearIndex = numbers[0].digits > 2 ? 0 : 1
    let (year, digits) = numbers[yearIndex]
    let day = numbers[1 - yearIndex]
    guard day.digits <= 2 else { return nil }
    // RFC 5322, 4.3: up to 49 this century, else and with three digits 1900 is added.
    var fields = TimeFields(year: digits == 4 ? year : digits == 3 || year >= 50 ? 1900 + year : 2000 + year)
    fields.month = month
    fields.day = day.value
    if !clock.isEmpty {
      fields.hour = clock[0]
      fields.minute = clock[1]
      fields.second = clock.count > 2 ? clock[2] : nil
      if let isAfternoon, clock[0] <= 12 { fields.hour = clock[0] % 12 + (isAfternoon ? 12 : 0) }
      fields.offset = offset ?? 0
    }
    return fields.time
  }

  /// 1 to 12; nil for other words. The first three letters tell, of a word that the name begins with or that is it.
  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return months.firstIndex { word.utf8.count == 3 ? $0.hasPrefix(word) : $0 == word }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}

extension String {
  fileprivate func trimmed(of mark: Character) -> String {
    hasSuffix(String(mark)) ? String(dropLast()) : self
  }
}
