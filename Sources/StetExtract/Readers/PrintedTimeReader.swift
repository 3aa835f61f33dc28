/// Reads a time of day as printed beside a date.
struct PrintedTimeReader {
  private let tokens: [DateToken]

  init(_ tokens: [DateToken]) { self.tokens = tokens }

  /// Steps over what may stand between a date and its time.
  func skip(_ index: Int) -> Int {
    var index = index
    let limit = index + 4
    while index < tokens.count, index < limit {
      switch tokens[index].kind {
      case .mark(let mark) where ",|-@·•(.".unicodeScalars.contains(mark): index += 1
      case .word(let word) where DateWords.timeConnectors.contains(word) || MonthNames.isWeekday(word): index += 1
      default: return index
      }
    }
    return index
  }

  /// The time that starts at a piece, and the piece behind it: "15:40", "3:40 pm", "15h40", "08:00:00 +0100".
  func time(_ index: Int) -> (TimeParts, Int)? {
    guard index + 2 < tokens.count, let written = tokens[index].short, let minute = tokens[index + 2].short,
      tokens[index + 2].range.count == 2, isClockMark(index + 1)
    else { return nil }
    var end = index + 3
    var second = 0
    if end + 1 < tokens.count, tokens[end].mark == ":", let number = tokens[end + 1].short {
      second = number
      end += 2
    }
    var hour = written
    if end < tokens.count, let word = tokens[end].word {
      switch word {
      case "am", "a.m", "πμ", "π.μ":
        hour = hour == 12 ? 0 : hour
        end = afterDot(end)
      case "pm", "p.m", "μμ", "μ.μ":
        hour = hour < 12 ? hour + 12 : hour
        end = afterDot(end)
      case "uhr", "h": end += 1
      default: break
      }
    }
    let (offset, behind) = offset(end)
    return TimeParts(hour: hour, minute: minute, second: second, offset: offset).map { ($0, behind) }
  }

  private func isClockMark(_ index: Int) -> Bool {
    if tokens[index].mark == ":" { return true }
    if tokens[index].word == "h", !tokens[index].isSpaced { return true }
    // "kl. 15.40", "15.40 Uhr", "06.00 BST"
    guard tokens[index].mark == "." else { return false }
    let before = tokens[max(0, index - 3)..<index].contains {
      ["kl", "klo", "um", "ore", "klokken"].contains($0.word ?? "")
    }
    guard index + 2 < tokens.count, let after = tokens[index + 2].word else { return before }
    return before || after == "uhr" || after == "h" || (DateWords.zones[after] != nil && after.utf8.count > 2)
  }

  private func afterDot(_ index: Int) -> Int {
    index + 1 < tokens.count && tokens[index + 1].mark == "." && (tokens[index].word ?? "").contains(".")
      ? index + 2 : index + 1
  }

  /// The offset that starts at a piece, in minutes, and the piece behind it.
  private func offset(_ index: Int) -> (Int?, Int) {
    var index = index
    let start = index
    var named: Int?
    if index < tokens.count, tokens[index].mark == "(" { index += 1 }
    if index < tokens.count, let word = tokens[index].word, let zone = DateWords.zones[word] {
      named = zone
      index += 1
    }
    guard index + 1 < tokens.count, let sign = tokens[index].mark, sign == "+" || sign == "-",
      !tokens[index + 1].isSpaced, case .number(let number, let digits) = tokens[index + 1].kind
    else { return (named, named == nil ? start : index) }
    let factor = sign == "-" ? -1 : 1
    if digits == 4 { return (factor * (number / 100 * 60 + number % 100), index + 2) }
    guard digits <= 2 else { return (named, index) }
    if index + 3 < tokens.count, tokens[index + 2].mark == ":", let minutes = tokens[index + 3].short {
      return (factor * (number * 60 + minutes), index + 4)
    }
    return named == nil ? (nil, start) : (factor * number * 60, index + 2)
  }
}
