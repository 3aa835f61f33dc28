internal import StetModel

/// Words by which sites call a page a review, in one table.
enum ReviewWords {
  private static let words: Set<String> = [
    "review", "reviews", "kritik", "kritiken", "rezension", "rezensionen", "filmkritik", "buchkritik", "critique",
    "critiques", "reseña", "reseñas", "crítica", "críticas", "resenha", "resenhas", "recensione", "recensioni",
    "recensie", "recensies", "recension", "recensioner", "anmeldelse", "anmeldelser", "recenzja", "recenzje",
    "recenze", "arvostelu", "arvostelut", "kritika", "recenzija", "рецензия", "рецензии", "обзор", "inceleme",
    "مراجعة", "مراجعات", "ביקורת",
  ]
  private static let unspaced = ["レビュー", "影评", "影評", "书评", "書評", "乐评", "リビュー", "리뷰"]

  /// Whether a section is one of reviews: "Reviews", "Dance reviews", "影评".
  static func isFiledAsReview(_ section: String) -> Bool {
    let lower = section.lowercased()
    let parts = lower.split { !$0.isLetter }
    guard parts.count <= 4 else { return false }
    return parts.contains { words.contains(String($0)) } || unspaced.contains(where: lower.contains)
  }

  /// Whether a title says so at its start or before a mark: "Review: The Salt Road", "The Long Ferry review – a widower".
  static func isTitleOfReview(_ title: String) -> Bool {
    let lower = title.lowercased()
    for part in lower.split(whereSeparator: { ":–—|-：（(「『【《".contains($0) }) {
      let names = part.split { !$0.isLetter }
      if let last = names.last, words.contains(String(last)), names.count <= 12 { return true }
    }
    return unspaced.contains(where: lower.contains)
  }

  /// Whether a folder of the address is one of reviews, or the page's own name starts or ends with the word.
  static func isAddressOfReview(_ path: String) -> Bool {
    let folders = ASCII.lowercased(path).split(separator: "/")
    if folders.dropLast().contains(where: { words.contains(String($0)) }) { return true }
    let name = (folders.last ?? "").split { !$0.isLetter }
    return name.count > 1 && [name.first, name.last].contains { $0.map { words.contains(String($0)) } ?? false }
  }
}
