internal import StetHTML
internal import StetModel

/// How plainly a page says of itself that it is a review: what ratings, things reviewed and the page's kind are judged
/// by. A rating alone is no evidence: shops, forums and recipes print more of them than reviews do.
struct ReviewEvidence {
  enum Strength: Int, Comparable {
    case none
    /// Its section, a tag or its address says so.
    case filed
    /// Its headline says so.
    case titled
    /// Its structured data says so.
    case declared

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let strength: Strength
  /// What says it, in words.
  let rule: String
  /// Whether the page shows what many think: a shop, a firm, a thread, a list, a recipe.
  let isOfMany: Bool
  /// Whether the headline does not announce several things.
  let isOfOne: Bool
  /// Whether the page is a paper of a journal that reviews what others wrote.
  let isSurvey: Bool
  /// Titles in the metadata that are worded otherwise than the headline, without the site's name, and where each stands.
  let otherTitles: [OtherTitle]

  struct OtherTitle {
    var title: String
    /// Where it stands.
    var path: String
    /// Whether what it is called a review of is the headline, which need not name a thing.
    var isOfHeadline = false
  }

  /// - Parameters:
  ///   - terms: tags, categories and breadcrumb.
  ///   - byline: the line that names the author.
  init(
    _ reading: PageReading, title: String?, siteName: String?, terms: [Term], byline: String?, titleNode: Int? = nil
  ) {
    let isPageReview = reading.data.articles.contains {
      $0.belonging != .elsewhere && $0.isReview && !$0.isOfPageItself(title)
    }
    let otherTitles = Self.otherTitles(reading, title: title, siteName: siteName)
    let isRoundup =
      title.map(Self.isRoundup) ?? false
      || otherTitles.contains { Self.isRoundup($0.title) } && !(title.map(TitlePattern.callsItselfReview) ?? false)
    let path = reading.address.path
    isSurvey = title.map { Self.isSurvey($0, reading) } ?? false
    self.otherTitles = otherTitles
    if isPageReview {
      (strength, rule) = (.declared, "the structured data calls it a review")
    } else if let title, !isRoundup, TitlePattern.callsItselfReview(title), !isSurvey {
      (strength, rule) = (.titled, "its title calls it a review")
    } else if !isRoundup, otherTitles.contains(where: { TitlePattern.callsItselfReview($0.title) }) {
      (strength, rule) = (.titled, "one of its titles calls it a review")
    } else if let section = Self.sections(reading).first(where: ReviewWords.isSection) {
      (strength, rule) = (.filed, "its data files it under “\(section)”")
    } else if let term = terms.first(where: { ReviewWords.isSection($0.name) }) {
      (strength, rule) = (.filed, "it is filed under “\(term.name)”")
    } else if let kicker = Self.kicker(reading, titleNode) {
      (strength, rule) = (.filed, "“\(kicker)” stands beside its headline")
    } else if let byline, Self.isReviewer(byline, reading) {
      (strength, rule) = (.filed, "“\(byline)” says who reviewed it")
    } else if ReviewWords.isAddress(path) {
      (strength, rule) = (.filed, "its address calls it a review")
    } else {
      (strength, rule) = (.none, "")
    }
    let isSold = reading.meta.first("og:type")?.value.lowercased().hasPrefix("product") == true
    isOfMany = isSold || !reading.data.subject.isEmpty || isRoundup
    isOfOne = !isRoundup
  }

  /// Whether a journal's paper calls itself a review of what others wrote: "Salt in diets: a review".
  private static func isSurvey(_ title: String, _ reading: PageReading) -> Bool {
    guard reading.meta.first("citation_journal_title", "citation_doi") != nil else { return false }
    let words = words(title)
    guard let label = words.firstIndex(of: "review"), label > 0 else { return false }
    return ["a", "an"].contains(words[label - 1]) && !title.hasSuffix(")")
  }

  /// Whether a byline credits a reviewer: "Book review by Ada Example". On pages about health somebody "reviewed" what
  /// another wrote: such pages have structured data.
  static func isReviewer(_ byline: String, _ reading: PageReading) -> Bool {
    guard ReviewWords.mayHold(byline) else { return false }
    let words = byline.lowercased().spacedWords.prefix(5).map { $0.trimmingMarks() }
    guard let label = words.firstIndex(where: ReviewWords.isLabel), label + 1 < words.count,
      words[..<label].allSatisfy({ ReviewWords.isKind($0) || articles.contains($0) || $0 == "a" }),
      ReviewWords.isMaker(words[label + 1]) || ReviewWords.isLink(words[label + 1])
    else { return false }
    guard words[label] == "reviewed" else { return true }
    // "Reviewed by Ada Example, RD"
    let isExpert = byline.split(separator: ",").dropFirst().contains { part in
      let letters = part.filter(\.isLetter)
      return (2...4).contains(letters.count) && letters.allSatisfy(\.isUppercase)
    }
    return !isExpert && reading.data.articles.isEmpty
  }

  /// A line of its own close by the headline that says what stands under it: "Film review", "Recensie".
  private static func kicker(_ reading: PageReading, _ titleNode: Int?) -> String? {
    guard let titleNode, let lines = reading.linesNearText else { return nil }
    let end = reading.document.end(titleNode)
    let near = lines.filter { $0.first < titleNode }.suffix(3) + lines.filter { $0.first >= end }.prefix(2)
    for line in near where line.weight < 30 {
      let name = line.text
      guard ReviewWords.isSectionAlone(name), reading.document.closest(line.first, .nav, .li) == nil,
        !reading.isForeign(line.first)
      else { continue }
      return name
    }
    return nil
  }

  /// The sections that the page's own data files it under.
  static func sections(_ reading: PageReading) -> [String] {
    reading.data.articles.prefix(4).filter { $0.belonging != .elsewhere }.flatMap(\.sections)
      + reading.meta.all("article:section").prefix(2)
  }

  private static func otherTitles(_ reading: PageReading, title: String?, siteName: String?) -> [OtherTitle] {
    guard let title else { return [] }
    var titles: [OtherTitle] = []
    for (other, path) in [(reading.documentTitle, "title"), (reading.meta.first("og:title")?.value, "og:title")] {
      guard var other, other.utf8.count < 200 else { continue }
      // "MIT Example Review" is a name of a site, and stands last.
      guard !WordBag(other).words.starts(with: WordBag(title).words) else {
        if let told = Self.label(behind: title, in: other, siteName: siteName) {
          titles.append(OtherTitle(title: told.title, path: path, isOfHeadline: told.isSetOff))
        }
        continue
      }
      if let siteName, let cut = other.ranges(of: siteName).last, cut.upperBound == other.endIndex {
        other = String(TitleName.trimmed(other[..<cut.lowerBound]))
      }
      other = Self.withoutSite(other)
      if !other.isEmpty { titles.append(OtherTitle(title: other, path: path)) }
    }
    return titles
  }

  /// The headline with what a longer title calls it: "Salt Roads | Film review | Example", "Salt Roads movie review (2014)".
  private static func label(behind headline: String, in other: String, siteName: String?) -> (
    title: String, isSetOff: Bool
  )? {
    guard other.hasPrefix(headline), ReviewWords.mayHold(other) else { return nil }
    let rest = other.dropFirst(headline.count)
    let isSetOff = rest.first { $0 != " " }.map { "|–—»•·-:".contains($0) } ?? false
    if let siteName, WordBag(String(rest)).words.starts(with: WordBag(siteName).words) { return nil }
    let words = rest.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.filter { $0 != "-" }
    let label = words.prefix { ReviewWords.isKind($0.lowercased()) }.count
    guard label < words.count, ReviewWords.isLabel(words[label].lowercased()) else { return nil }
    // What ends a title is the site's name as often as not.
    guard label + 1 < words.count || siteName != nil && !isSetOff else { return nil }
    let years = words[(label + 1)...].prefix(4).compactMap { $0.utf8.count == 4 ? Int($0) : nil }
    let year = years.count == 1 && (1880...2100).contains(years[0]) ? " (\(years[0]))" : ""
    return ("\(headline)\(year) – \(words[...label].joined(separator: " "))", isSetOff)
  }

  /// The first part of a title, and the second if it says what the page is: "The Long Ferry – Film Review | Example".
  private static func withoutSite(_ title: String) -> String {
    let names = title.split(at: separators).flatMap(Self.partsBetweenDashes).map(TitleName.trimmed).filter {
      !$0.isEmpty
    }
    guard names.count > 1 else { return title }
    let words = names[1].lowercased().split(separator: " ").map(String.init)
    let saysReview = words.allSatisfy { ReviewWords.isKind($0) || ReviewWords.isLabel($0) } && names.count > 2
    return saysReview ? "\(names[0]) – \(names[1])" : String(names[0])
  }

  private static let separators: Marks = "|–—»•·"

  /// The parts that a hyphen between spaces sets apart.
  private static func partsBetweenDashes(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var rest = text
    while let dash = rest.firstRange(of: " - ") {
      parts.append(rest[..<dash.lowerBound])
      rest = rest[dash.upperBound...]
    }
    return parts + [rest]
  }

  /// Whether the page may give a rating of its own without saying so in its data.
  var allowsRating: Bool { isOfMany ? strength >= .titled : strength >= .filed }

  /// "The best sleeping bags", "10 films for the winter", "Die besten Zelte", "A buyer's guide": of many things, each with
  /// its own rating.
  static func isRoundup(_ title: String) -> Bool {
    let words = Self.words(title)
    guard words.count > 1 else { return false }
    var first = 0
    if articles.contains(words[0]) { first = 1 }
    let number = Int(words[first])
    if number != nil, first + 1 < words.count { first += 1 }
    if bests.contains(words[first]) { return true }
    // "Five of the best", "Seven great novels about the weather"
    let isNumbered = counts.contains(words[first]) || number != nil && first == 1
    if isNumbered,
      words.dropFirst(counts.contains(words[first]) ? first + 1 : first).prefix(3).contains(where: praises.contains)
    {
      return true
    }
    // A number and a noun; "2001: A Space Odyssey" and "1917 review" are films.
    let isCounted = number.map { (3...101).contains($0) } ?? false && first == 1 && words.count > 4
    guard isCounted || words.contains(where: guides.contains) else { return false }
    return !TitlePattern.callsItselfReview(title)
  }

  /// The words of a title in lower case: letters and digits.
  private static func words(_ title: String) -> [String] {
    Array(title.lowercased().utf8).split { !ASCII.isLetter($0) && !ASCII.isDigit($0) && $0 < 0x80 }.prefix(24).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static let articles: Set<String> = ["the", "die", "les", "los", "las", "i", "le", "our", "de", "os", "as"]

  private static let counts: Set<String> = [
    "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty", "drei", "fünf",
    "zehn",
    "trois", "cinq", "dix", "cinco", "diez", "dez", "dieci", "cinque", "vijf", "tien",
  ]

  private static let praises = bests.union([
    "great", "good", "favourite", "favorite", "essential", "brilliant", "perfect", "gute", "tolle", "großartige",
    "lieblings", "grands", "grandes", "buenos", "buenas", "imprescindibles",
  ])

  private static let guides: Set<String> = [
    "guide", "guides", "roundup", "ratgeber", "kaufberatung", "vergleich", "comparison", "compared", "bestenliste",
  ]

  private static let bests: Set<String> = [
    "best", "top", "besten", "beste", "meilleurs", "meilleures", "mejores", "melhores", "migliori", "bästa",
    "najlepsze",
    "nejlepší", "лучшие", "greatest",
  ]
}
