/// What links to the front page are called, whatever the site is.
enum FrontPageName {
  /// Whether a name is such a word ("Home", "Startseite").
  static func isOne(_ name: String) -> Bool { name.utf8.count < 20 && words.contains(name.lowercased()) }

  private static let words: Set<String> = [
    "home", "homepage", "start", "startseite", "accueil", "inicio", "início", "portada", "hjem", "hem", "forside",
    "strona główna", "etusivu", "главная", "ホーム", "首页", "首頁",
  ]
}
