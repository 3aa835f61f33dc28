internal import Glibc
internal import StetModel

/// Dates as pages write them → EDTF level 0 or date-time ("2012-11-17", "2012-11-17T15:40:00+01:00").
///
/// An offset is given only where the source has one. Dates that depend on the day of reading ("yesterday") and years
/// before 1990 (in ISO 8601: 1900) or after next year are no dates of publication.
enum DateReader {
  /// Longer texts are refused.
  static let maximumBytes = 300

  /// The date that a text is, but for a few words around it ("Posted on 3 May 2012"). `language` is the page's (BCP
  /// 47): it tells "11/10/2012" in American English from everybody else's; without it the day comes first.
  static func read(_ text: String, language: String?) -> String? {
    guard text.utf8.count <= maximumBytes else { return nil }
    if let parts = ISODateReader.parse(text), parts.month != nil {
      return isPlausible(parts.year) ? parts.spelled : nil
    }
    let tokens = DateToken.tokens(Array(text.unicodeScalars))
    guard !isRelative(tokens),
      let found = PrintedDateReader(tokens, language: language).first(allowsMonths: true)
    else { return nil }
    let others = tokens.indices.filter { index in
      guard !found.tokens.contains(index), let word = tokens[index].word else { return false }
      return !DateWords.companions.contains(word) && !MonthNames.isWeekday(word)
        && !DateWords.connectors.contains(word) && !DateWords.timeConnectors.contains(word)
    }
    return others.count <= 4 ? found.parts.spelled : nil
  }

  /// A date in a line, and what stands before and behind it.
  struct Located {
    var date: String
    /// The date as printed, with the day of the week.
    var text: String
    var before: String
    var after: String
  }

  /// The first full date within a short line, and how it is printed there.
  static func find(in text: String, language: String?) -> (date: String, text: String)? {
    locate(in: text, language: language).map { ($0.date, $0.text) }
  }

  /// The first full date within a short line, and where it stands.
  static func locate(in text: String, language: String?) -> Located? {
    guard text.utf8.count <= maximumBytes, mayHoldDate(text.utf8) else { return nil }
    let scalars = Array(text.unicodeScalars)
    let tokens = DateToken.tokens(scalars)
    guard let found = PrintedDateReader(tokens, language: language).first(allowsMonths: false),
      let date = found.parts.spelled
    else { return nil }
    let start = tokens[weekday(before: found.tokens.lowerBound, tokens)].range.lowerBound
    let end = tokens[found.tokens.upperBound - 1].range.upperBound
    return Located(
      date: date, text: ReadingText.normalized(string(scalars[start..<end])), before: string(scalars[..<start]),
      after: string(scalars[end...]))
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    if scalars.allSatisfy(\.isASCII) {
      return String(decoding: scalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether a text has what every full date has: a year in four digits, or several short numbers. Texts outside ASCII
  /// only need a digit.
  static func mayHoldDate(_ bytes: some Sequence<UInt8>) -> Bool {
    var isASCII = true
    var hasDigit = false
    var hasOtherDigits = false
    var shortNumbers = 0
    var run = 0
    for byte in bytes {
      if ASCII.isDigit(byte) {
        run += 1
        hasDigit = true
        continue
      }
      if run == 4 { return true }
      if run == 1 || run == 2 { shortNumbers += 1 }
      run = 0
      if byte >= 0x80 {
        isASCII = false
        // The first digits outside ASCII are the Arabic ones, U+0660.
        if byte >= 0xD9 { hasOtherDigits = true }
      }
    }
    if run == 1 || run == 2 { shortNumbers += 1 }
    return run == 4 || shortNumbers > 1 || (!isASCII && hasDigit) || hasOtherDigits
  }

  /// The date of a machine-readable value: ISO 8601 in any of its forms, RFC 5322, what JavaScript prints; else what
  /// `read` makes of it.
  static func iso(_ text: String) -> String? {
    guard text.utf8.count <= maximumBytes else { return nil }
    guard let parts = ISODateReader.parse(text) else { return read(text, language: nil) }
    // The day zero of Unix is what broken templates print.
    if parts.year == 1970, parts.month == 1, parts.day == 1 { return nil }
    return (1900...latestYear).contains(parts.year) ? parts.spelled : nil
  }

  /// The date in the path of an address ("/2012/11/17/", "/2012/11/", "2012-11-17", "20121117", "/2012/nov/17/").
  static func fromAddress(_ address: PageAddress) -> String? { AddressDateReader.date(in: address.path) }

  /// Whether a page may have been published in this year.
  static func isPlausible(_ year: Int) -> Bool { (1990...latestYear).contains(year) }

  /// Next year: the dates of some pages lie ahead.
  private static let latestYear = CalendarDay(daysSince1970: time(nil) / 86400).year + 1

  /// Where the day of the week begins that stands before a date ("Friday, 16 Sep"); the date's own begin without one.
  private static func weekday(before index: Int, _ tokens: [DateToken]) -> Int {
    var start = index
    while start > 0, index - start < 2, let mark = tokens[start - 1].mark, mark == "," || mark == "." { start -= 1 }
    guard start > 0, let word = tokens[start - 1].word, MonthNames.isWeekday(word) else { return index }
    return start - 1
  }

  private static func isRelative(_ tokens: [DateToken]) -> Bool {
    tokens.contains { token in token.word.map { DateWords.relative.contains($0) } ?? false }
  }
}
