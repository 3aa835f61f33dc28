/// The printed names of tags and categories.
enum TermName {
  /// The name without separators, quotation marks and the number of posts round it.
  static func cleaned(_ text: String) -> String {
    var name = text.dropping(leading: leadingMarks, spaces: true).dropping(trailing: trailingMarks, spaces: true)
    if name.count > 2, let first = name.first, let last = name.last,
      first == last && first == "\"" || first == "“" && last == "”"
    {
      name = name.dropFirst().dropLast()
    }
    // "Elections (611 posts)"
    if name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex {
      let inside = name[name.index(after: open)...].dropLast()
      let digits = inside.prefix { $0.isNumber || $0 == "," || $0 == "." }
      if !digits.isEmpty, digits.count < 5 || digits.contains(","), inside.count - digits.count < 12,
        Int(digits).map({ $0 < 1800 || $0 > 2100 }) ?? true
      {
        name = name[..<open]
        while name.last?.isWhitespace == true { name.removeLast() }
      }
    }
    return String(name)
  }

  private static let leadingMarks: Marks = "#,;:·|•/、，"
  private static let trailingMarks: Marks = ",;:·|•、，"

  /// Whether names read like headlines of articles rather than terms: two and a third of them or more are questions, have a colon
  /// or more than six words.
  static func areHeadlines(_ names: [String]) -> Bool {
    let headlines = names.count { name in
      name.utf8.count > 16 && (name.utf8.last == UInt8(ascii: "?") || name.contains(": "))
        || name.spacedWords.count > 6
    }
    return headlines > 1 && headlines * 3 >= names.count
  }

  /// Whether a linked text points at a list rather than naming a term ("All topics", "Mehr zum Thema").
  static func isPointer(_ name: String) -> Bool {
    guard pointerFilter.mayOpen(Array(name.utf8)[...]) else { return false }
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    if words.count == 1, plurals.contains(first) { return true }
    if words.count == 2, TermLabels.kind(first) != nil, pages.contains(last) { return true }
    return words.count > 1 && words.count < 7 && pointers.contains(first) && (pages.contains(last) || words.count < 4)
  }

  /// Names that open with no such word point at nothing.
  private static let pointerFilter = WordFilter(Array(pointers) + Array(plurals) + TermLabels.all, prefixBytes: 64)

  private static let pointers: Set<String> = [
    "all", "alle", "mehr", "more", "view", "zur", "zum", "zurück", "weitere", "weiter",
    "voir", "tous", "toutes", "plus", "ver", "todos", "todas", "más", "mais", "leer", "vedi", "tutti", "tutte", "leggi",
    "lees", "bekijk", "meer", "visa", "vis", "zobacz", "все", "další", "wszystkie", "všechny", "všetky", "összes",
    "toate", "όλα", "όλες", "усі", "всі", "tüm", "כל", "كل", "همه", "सभी", "すべて", "모든", "全部", "semua", "tất",
  ]
  private static let pages: Set<String> = [
    "pages", "page", "list", "index", "archive", "archives", "posts", "articles", "overview", "übersicht", "seite",
    "artikelübersicht", "startseite", "artikel", "beiträge", "themen", "topics", "tags", "articles", "artículos",
  ]
  private static let plurals: Set<String> = [
    "tags", "topics", "themen", "keywords", "labels", "schlagwörter", "etiquetas", "temas", "sujets", "categories",
    "kategorien", "category", "kategorie", "catégorie", "categoría", "categoria", "more", "mehr", "weiter",
    "weiterlesen",
    "plus", "más", "mais", "meer", "edit", "bearbeiten",
  ]
}
