internal import StetModel

/// Finds a printed date among the pieces of a short text.
struct PrintedDateReader {
  /// A date and the pieces that spell it, its time included.
  struct Found {
    var parts: DateParts
    var tokens: Range<Int>
  }

  private let tokens: [DateToken]
  private let language: String?
  private let isMonthFirst: Bool

  init(_ tokens: [DateToken], language: String?) {
    self.tokens = tokens
    let tag = (language ?? "").utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : ASCII.lowercased($0) }
    self.language = language.map { _ in String(decoding: tag.prefix { $0 != UInt8(ascii: "-") }, as: UTF8.self) }
    isMonthFirst = tag.elementsEqual("en-us".utf8)
  }

  /// The first full date; where there is none and `allowsMonths`, the first month with its year.
  func first(allowsMonths: Bool) -> Found? {
    for index in tokens.indices {
      guard let (parts, end) = full(index), parts.spelled != nil, DateReader.isPlausible(parts.year) else { continue }
      return withTime(Found(parts: parts, tokens: index..<end))
    }
    guard allowsMonths else { return nil }
    for index in tokens.indices {
      guard let (parts, end) = monthOfYear(index), DateReader.isPlausible(parts.year) else { continue }
      return Found(parts: parts, tokens: index..<end)
    }
    return nil
  }

  // MARK: Forms

  private func full(_ index: Int) -> (DateParts, Int)? {
    dayMonthYear(index) ?? monthDayYear(index) ?? yearMonthDay(index) ?? yearDayMonth(index) ?? numeric(index)
  }

  /// "17 November 2012", "17. Nov 2012", "17 de noviembre de 2012", "17-Nov-12", "ngày 17 tháng 11 năm 2012".
  private func dayMonthYear(_ index: Int) -> (DateParts, Int)? {
    guard let day = tokens[index].short, (1...31).contains(day), !continuesNumber(index) else { return nil }
    guard let (month, afterMonth) = month(skip(index + 1)) else { return nil }
    guard let (year, end) = year(skip(afterMonth), month: month) else { return nil }
    return (month.date(year, day), end)
  }

  /// "November 17th, 2012", "Nov 17 2012", "Nov 17 15:40:00 EST 2012", "11月 17, 2012", "Tháng Mười Một 17, 2012".
  private func monthDayYear(_ index: Int) -> (DateParts, Int)? {
    guard let (month, afterMonth) = month(index) else { return nil }
    let dayIndex = skip(afterMonth)
    guard dayIndex < tokens.count, let day = tokens[dayIndex].short, (1...31).contains(day) else { return nil }
    if let (year, end) = year(skip(dayIndex + 1), month: month) { return (month.date(year, day), end) }
    guard let (time, afterTime) = PrintedTimeReader(tokens).time(dayIndex + 1), afterTime < tokens.count,
      let year = tokens[afterTime].long
    else { return nil }
    return (DateParts(year: year, month: month.number, day: day, time: time), afterTime + 1)
  }

  /// "2012年11月17日", "2012. november 17.", "2012 m. lapkričio 17 d.", "令和4年5月3日".
  private func yearMonthDay(_ index: Int) -> (DateParts, Int)? {
    if let era = eraYear(index) { return ideographic(year: era.year, era.next) }
    guard let written = tokens[index].long, !continuesNumber(index) else { return nil }
    if let next = mark(index + 1, "年", "년") { return ideographic(year: written, next) }
    guard let (month, afterMonth) = month(skip(index + 1)) else { return nil }
    let dayIndex = skip(afterMonth)
    guard dayIndex < tokens.count, let day = tokens[dayIndex].short else { return nil }
    return (month.date(common(written, month: month), day), dayIndex + 1)
  }

  /// "2012. gada 17. novembris", "2012 ж. 17 қараша".
  private func yearDayMonth(_ index: Int) -> (DateParts, Int)? {
    guard let written = tokens[index].long, !continuesNumber(index) else { return nil }
    let dayIndex = skip(index + 1)
    guard dayIndex < tokens.count, let day = tokens[dayIndex].short,
      tokens[index..<dayIndex].contains(where: { ["gada", "ж", "жылғы"].contains($0.word ?? "") }),
      let (month, end) = month(skip(dayIndex + 1))
    else { return nil }
    return (month.date(written, day), end)
  }

  private func ideographic(year: Int, _ index: Int) -> (DateParts, Int)? {
    guard index < tokens.count, let month = tokens[index].short, let next = mark(index + 1, "月", "월"),
      next < tokens.count, let day = tokens[next].short
    else { return nil }
    return (DateParts(year: year, month: month, day: day), mark(next + 1, "日", "일", "号", "號") ?? next + 1)
  }

  /// "2012-11-17", "2012/11/17", "17/11/2012", "11/17/2012", "17.11.2012", "17. 11. 2012", "17.11.12".
  private func numeric(_ index: Int) -> (DateParts, Int)? {
    guard index + 4 < tokens.count, !continuesNumber(index), let separator = tokens[index + 1].mark,
      "-/.".unicodeScalars.contains(separator), tokens[index + 3].mark == separator,
      !tokens[index + 1].isSpaced || separator != ".", let middle = tokens[index + 2].short
    else { return nil }
    let end = index + 5
    // "1.2.2012.4" and "2012/11/17/3" go on.
    if end + 1 < tokens.count, tokens[end].mark == separator, !tokens[end].isSpaced, !tokens[end + 1].isSpaced,
      tokens[end + 1].short != nil
    {
      return nil
    }
    if let year = tokens[index].long, let day = tokens[index + 4].short {
      // "۱۳۹۷/۱۲/۲۳"
      if language == "fa", let date = PersianCalendar.date(year: year, month: middle, day: day) { return (date, end) }
      return (DateParts(year: common(year, month: nil), month: middle, day: day), end)
    }
    guard let first = tokens[index].short, let year = tokens[index + 4].long ?? shortYear(index + 4) else { return nil }
    let (day, month) = ordered(first, middle, separator)
    return (DateParts(year: common(year, month: nil), month: month, day: day), end)
  }

  /// Day and month of two numbers. Where both orders make a date, the day comes first, as in most of the world, unless
  /// the page is in American English; with full stops it always does.
  private func ordered(_ first: Int, _ second: Int, _ separator: Unicode.Scalar) -> (day: Int, month: Int) {
    if second > 12 { return (second, first) }
    if first > 12 || separator == "." { return (first, second) }
    return isMonthFirst ? (second, first) : (first, second)
  }

  /// "November 2012", "noviembre de 2012", "2012年11月".
  private func monthOfYear(_ index: Int) -> (DateParts, Int)? {
    if let year = tokens[index].long, let next = mark(index + 1, "年", "년"), next < tokens.count,
      let month = tokens[next].short, (1...12).contains(month), let end = mark(next + 1, "月", "월")
    {
      return (DateParts(year: year, month: month), end)
    }
    // A day that the month does not have makes the whole doubtful.
    if index > 0, tokens[index - 1].short != nil { return nil }
    guard let (month, afterMonth) = month(index) else { return nil }
    let yearIndex = skip(afterMonth)
    guard yearIndex < tokens.count, let year = tokens[yearIndex].long, !month.isPersian else { return nil }
    return (DateParts(year: common(year, month: month), month: month.number), yearIndex + 1)
  }

  // MARK: Parts

  private struct Month {
    var number: Int
    var isThai = false
    var isPersian = false

    /// The day of this month; of a Persian one, as the common calendar calls it.
    func date(_ year: Int, _ day: Int) -> DateParts {
      if isPersian, let date = PersianCalendar.date(year: year, month: number, day: day) { return date }
      return DateParts(year: year, month: number, day: day)
    }
  }

  /// A month, by one name or by two ("آذار/مارس").
  private func month(_ index: Int) -> (Month, Int)? {
    guard let (month, end) = oneMonth(index) else { return nil }
    guard end < tokens.count, tokens[end].mark == "/", let (other, behind) = oneMonth(end + 1),
      other.number == month.number, tokens[end + 1].word != nil
    else { return (month, end) }
    return (month, behind)
  }

  private func oneMonth(_ index: Int) -> (Month, Int)? {
    guard index < tokens.count else { return nil }
    if let number = tokens[index].short, (1...12).contains(number), let end = mark(index + 1, "月", "월") {
      return (Month(number: number), end)
    }
    guard let word = tokens[index].word else { return nil }
    if word == "tháng" || word == "thg", index + 1 < tokens.count {
      if let number = tokens[index + 1].short, (1...12).contains(number) { return (Month(number: number), index + 2) }
      return spelledMonth(index + 1)
    }
    if let first = word.unicodeScalars.first, (0x4E00...0x9FFF).contains(first.value) { return ideographicMonth(index) }
    let isThai = word.unicodeScalars.first.map { (0x0E00...0x0E7F).contains($0.value) } ?? false
    if let number = MonthNames.month(word, language: language) {
      return (Month(number: number, isThai: isThai), index + 1)
    }
    if let number = MonthNames.persianMonth(word) { return (Month(number: number, isPersian: true), index + 1) }
    // "كانون الثاني" is one month.
    if index + 1 < tokens.count, let next = tokens[index + 1].word,
      let number = MonthNames.month("\(word) \(next)", language: language)
    {
      return (Month(number: number), index + 2)
    }
    return nil
  }

  /// "Tháng Ba", "Tháng Mười Một": in Vietnamese months are numbered, in words as often as in digits.
  private func spelledMonth(_ index: Int) -> (Month, Int)? {
    guard let word = tokens[index].word, let number = Self.vietnamese.firstIndex(of: word) else { return nil }
    if number == 9, index + 1 < tokens.count, let next = tokens[index + 1].word {
      if next == "một" { return (Month(number: 11), index + 2) }
      if next == "hai" { return (Month(number: 12), index + 2) }
    }
    return (Month(number: number + 1), index + 1)
  }

  private static let vietnamese = ["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]

  /// "三月", "十一月".
  private func ideographicMonth(_ index: Int) -> (Month, Int)? {
    guard let number = tokens[index].word.flatMap(Self.ideographs.firstIndex) else { return nil }
    if let end = mark(index + 1, "月") { return (Month(number: number + 1), end) }
    guard number == 9, index + 1 < tokens.count, let end = mark(index + 2, "月"),
      let ones = tokens[index + 1].word.flatMap(Self.ideographs.firstIndex), ones < 2
    else { return nil }
    return (Month(number: 11 + ones), end)
  }

  private static let ideographs = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  private func year(_ index: Int, month: Month) -> (Int, Int)? {
    guard index < tokens.count else { return nil }
    if let year = tokens[index].long {
      // "17 Nov 2012:" is a year, "17 Nov 20:12" holds none.
      return (common(year, month: month), index + 1)
    }
    guard let year = tokens[index].short, index > 0, tokens[index].range.count == 2 else { return nil }
    if month.isThai { return (2500 + year - 543, index + 1) }
    // Two digits are a year behind "'" or "-" only: "17 Nov '12", "17-Nov-12". "Nov 17 12:40" is a time.
    guard let mark = tokens[index - 1].mark, mark == "'" || mark == "-" || mark == "/" else { return nil }
    // "17/11/2012" goes on.
    if index + 2 < tokens.count, tokens[index + 1].mark == mark, case .number = tokens[index + 2].kind { return nil }
    return shortYear(index).map { ($0, index + 1) }
  }

  private func shortYear(_ index: Int) -> Int? {
    guard let year = tokens[index].short, tokens[index].range.count == 2 else { return nil }
    return year >= 90 ? 1900 + year : 2000 + year
  }

  /// The year of the common era for a Buddhist one.
  private func common(_ year: Int, month: Month?) -> Int {
    let isBuddhist = (2450...2650).contains(year) && (month?.isThai ?? false || language == "th")
    return isBuddhist ? year - 543 : year
  }

  private func eraYear(_ index: Int) -> (year: Int, next: Int)? {
    guard index + 3 < tokens.count, let first = tokens[index].word, let second = tokens[index + 1].word else {
      return nil
    }
    // The years of the Republic of China.
    if first == "民", second == "國" || second == "国", case .number(let year, 2...3) = tokens[index + 2].kind,
      let next = mark(index + 3, "年")
    {
      return (1911 + year, next)
    }
    guard
      let start = first == "令" && second == "和" ? 2018 : first == "平" && second == "成" ? 1988 : nil
    else { return nil }
    let isFirst = tokens[index + 2].word == "元"
    guard let year = isFirst ? 1 : tokens[index + 2].short, let next = mark(index + 3, "年") else { return nil }
    return (start + year, next)
  }

  /// The index behind a piece that is one of these words.
  private func mark(_ index: Int, _ words: String...) -> Int? {
    guard index < tokens.count, let word = tokens[index].word, words.contains(word) else { return nil }
    return index + 1
  }

  /// Whether a number is only the end of a longer one ("1.17", "-17").
  private func continuesNumber(_ index: Int) -> Bool {
    guard index > 1, !tokens[index].isSpaced, let mark = tokens[index - 1].mark, "./-:".unicodeScalars.contains(mark),
      !tokens[index - 1].isSpaced
    else { return false }
    return tokens[index - 2].word == nil
  }

  /// Steps over what may stand between the parts of a date.
  private func skip(_ index: Int) -> Int {
    var index = index
    let limit = index + 4
    while index < tokens.count, index < limit {
      switch tokens[index].kind {
      case .mark(let mark) where ".,-/'ºª°׳॰".unicodeScalars.contains(mark): index += 1
      case .word(let word) where DateWords.connectors.contains(word) || MonthNames.isWeekday(word):
        if MonthNames.month(word, language: language) != nil { return index }
        index += 1
      default: return index
      }
    }
    return index
  }

  // MARK: Time

  private func withTime(_ found: Found) -> Found {
    guard found.parts.time == nil else { return found }
    var found = found
    let reader = PrintedTimeReader(tokens)
    if let (time, end) = reader.time(reader.skip(found.tokens.upperBound)) ?? reader.time(found.tokens.upperBound) {
      found.parts.time = time
      found.tokens = found.tokens.lowerBound..<end
      return found
    }
    // "15:40, 17 November 2012"
    for start in max(0, found.tokens.lowerBound - 8)..<found.tokens.lowerBound {
      guard let (time, end) = reader.time(start), reader.skip(end) == found.tokens.lowerBound else { continue }
      found.parts.time = time
      found.tokens = start..<found.tokens.upperBound
      return found
    }
    return found
  }
}
