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

  /// - Parameter terms: tags, categories and breadcrumb.
  init(_ reading: PageReading, title: String?, terms: [Term]) {
    let isPageReview = reading.data.articles.contains { $0.belonging != .elsewhere && $0.isReview }
    let isRoundup = title.map(Self.isRoundup) ?? false
    let path = reading.address.path
    if isPageReview {
      (strength, rule) = (.declared, "the structured data calls it a review")
    } else if let title, !isRoundup, TitlePattern.callsItselfReview(title) {
      (strength, rule) = (.titled, "its title calls it a review")
    } else if let term = terms.first(where: { ReviewWords.isSection($0.name) }) {
      (strength, rule) = (.filed, "it is filed under “\(term.name)”")
    } else if ReviewWords.isAddress(path) {
      (strength, rule) = (.filed, "its address calls it a review")
    } else {
      (strength, rule) = (.none, "")
    }
    let isSold = reading.meta.first("og:type")?.value.lowercased().hasPrefix("product") == true
    isOfMany = isSold || !reading.data.subject.isEmpty || isRoundup
  }

  /// Whether the page may give a rating of its own without saying so in its data.
  var allowsRating: Bool { isOfMany ? strength >= .titled : strength >= .filed }

  /// "The best sleeping bags", "10 films for the winter", "Die besten Zelte": of many things, each with its own rating.
  private static func isRoundup(_ title: String) -> Bool {
    var words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(3).map(String.init)
    if let first = words.first, ["the", "die", "les", "los", "las", "i", "le", "our", "de", "os", "as"].contains(first) {
      words.removeFirst()
    }
    guard let first = words.first else { return false }
    if bests.contains(first) { return words.count > 1 }
    // A number and a noun; "2001: A Space Odyssey" and "1917 review" are films.
    guard let number = Int(first), (3...101).contains(number), words.count > 1 else { return false }
    return bests.contains(words[1]) || title.split(separator: " ").count > 4 && !TitlePattern.callsItselfReview(title)
  }

  private static let bests: Set<String> = [
    "best", "top", "besten", "beste", "meilleurs", "meilleures", "mejores", "melhores", "migliori", "bästa", "najlepsze",
    "nejlepší", "лучшие", "greatest",
  ]
}
