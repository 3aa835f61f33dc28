internal import StetModel

/// Headlines of an article's pages, held against each other.
enum PartTitle {
  /// How the headline of a later page goes with that of the first.
  enum Match: Equatable {
    /// It is the same, but for the page's number.
    case same
    /// It is the same, and goes on with a heading of its own.
    case heading(String)
    /// It is another.
    case other
  }

  /// - Parameter number: of the later page, from 2.
  static func match(_ title: String, of number: Int, with first: String) -> Match {
    let own = withoutNumber(title, number)
    let base = withoutNumber(first, 1)
    let (folded, foldedBase) = (self.folded(own), self.folded(base))
    guard !foldedBase.isEmpty else { return .other }
    if folded == foldedBase { return .same }
    guard let gap = gap(in: own, behind: foldedBase) else { return .other }
    for separator in separators {
      guard let cut = own[gap].firstRange(of: separator) else { continue }
      let rest = withoutNumber(String(own[cut.upperBound...]), number)
      return self.folded(rest).isEmpty ? .same : .heading(rest)
    }
    return .other
  }

  /// What stands in a headline between the words with which it begins and the word behind them; nil when it begins with
  /// others. In one pass: a headline may be as long as its page.
  /// - Parameter words: folded.
  private static func gap(in title: String, behind words: String) -> Range<String.Index>? {
    var rest = words[...]
    var start = title.startIndex
    var index = title.startIndex
    while index < title.endIndex {
      let letters = folded(String(title[index]))
      if rest.isEmpty, !letters.isEmpty { break }
      guard rest.hasPrefix(letters) else { return nil }
      rest.removeFirst(letters.count)
      index = title.index(after: index)
      if !letters.isEmpty { start = index }
    }
    return rest.isEmpty ? start..<index : nil
  }

  /// Without "page 2", "2/3" or "(2)" at one of its ends.
  private static func withoutNumber(_ title: String, _ number: Int) -> String {
    let words = title.split(separator: " ")
    for count in stride(from: min(4, words.count - 1), through: 1, by: -1) {
      if isNumber(words.suffix(count), number) { return trimmed(words.dropLast(count)) }
      if isNumber(words.prefix(count), number) { return trimmed(words.dropFirst(count)) }
    }
    return title
  }

  private static func trimmed(_ words: ArraySlice<Substring>) -> String {
    var words = words
    while let last = words.last, last.allSatisfy({ !$0.isLetter && !$0.isNumber }) { words.removeLast() }
    while let first = words.first, first.allSatisfy({ !$0.isLetter && !$0.isNumber }) { words.removeFirst() }
    var text = words.joined(separator: " ")
    while let last = text.last, ":,-–—|".contains(last) { text.removeLast() }
    return text
  }

  /// Whether words say nothing but which page it is: "(page 2 of 3)", "2/3", "- Seite 2". A number alone may be that of a
  /// film.
  private static func isNumber(_ words: ArraySlice<Substring>, _ number: Int) -> Bool {
    let text = words.joined(separator: " ")
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.first == number else { return false }
    let others = parts.filter { Int($0) == nil }
    guard others.allSatisfy({ pages.contains($0) || of.contains($0) }) else { return false }
    if others.contains(where: { pages.contains($0) }) { return numbers.count <= 2 }
    if numbers.count == 2, text.contains("/") || !others.isEmpty { return numbers[1] >= number }
    return numbers.count == 1 && others.isEmpty && text.hasPrefix("(") && text.hasSuffix(")")
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private static let separators = [": ", " – ", " — ", " - ", " | ", ", "]
  private static let pages: Set<Substring> = [
    "page", "seite", "pagina", "página", "sivu", "side", "sida", "strana", "strona", "страница", "ページ", "页", "頁",
  ]
  private static let of: Set<Substring> = ["of", "von", "de", "sur", "di", "van", "av", "af", "z", "из"]
}
