/// The words that readers see before lists of tags and categories.
enum TermLabels {
  /// The kind of list that a short text announces; nil for other texts.
  static func kind(_ text: String) -> TermLink.Kind? { label(text)?.kind }

  /// What a short text announces; nil for other texts.
  static func label(_ text: String) -> TermLabel? {
    guard text.utf8.count < 400, filter.mayMatch(Array(text.utf8)[...]) else { return nil }
    let label = text.lowercased().drop { $0.isWhitespace || "#•·|–—-/(".contains($0) }
    guard label.utf8.count < 120 else { return nil }
    if tags.contains(where: { starts(label, with: $0) }) { return TermLabel(kind: .tag, isVague: false) }
    if categories.contains(where: { starts(label, with: $0) }) { return TermLabel(kind: .category, isVague: false) }
    if filings.contains(where: { starts(label, with: $0) }) { return TermLabel(kind: .category, isVague: true) }
    return nil
  }

  /// Texts without the first word of a label are none.
  static let filter = WordFilter(tags + categories + filings, prefixBytes: 64)

  /// Whether a text is such words and nothing else.
  static func isWhole(_ text: String) -> Bool {
    let label = text.lowercased().filter { !":：".contains($0) }
    let words = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return tags.contains(words) || categories.contains(words) || filings.contains(words)
  }

  private static func starts(_ label: Substring, with word: String) -> Bool {
    guard label.hasPrefix(word) else { return false }
    guard let next = label.dropFirst(word.count).first else { return true }
    return !next.isLetter || next.unicodeScalars.allSatisfy { $0.value >= 0x3000 }
      || word.unicodeScalars.contains { $0.value >= 0x3000 }
  }

  private static let tags = [
    "tags", "tag", "tagged", "labels", "label", "keywords", "topics", "topic", "related topics", "more on",
    "more about", "explore more", "related tags", "read more about", "find more on",
    "in this article", "posted in tags", "schlagwörter", "schlagworte", "schlagwort", "stichwörter", "stichworte",
    "themen",
    "mehr zum thema", "étiquettes", "étiquette", "mots-clés", "mots clés", "sujets", "thèmes", "etiquetas", "etiqueta",
    "palabras clave", "temas", "marcadores", "palavras-chave", "assuntos", "etichette", "parole chiave", "trefwoorden",
    "onderwerpen", "etiketter", "taggar", "nyckelord", "emneord", "stikord", "avainsanat", "tunnisteet", "tagi",
    "etykiety",
    "słowa kluczowe", "štítky", "klíčová slova", "címkék", "kulcsszavak", "etichete", "etiketler", "метки", "теги",
    "ярлыки",
    "ключевые слова", "мітки", "етикети", "ετικέτες", "标签", "標籤", "标籤", "关键词", "關鍵字", "タグ", "ラベル", "キーワード", "태그",
    "الوسوم", "وسوم", "برچسب", "תגיות", "תגים", "ป้ายกำกับ", "thẻ", "từ khóa",
  ]

  private static let categories = [
    "categories", "category", "section", "kategorie", "kategorien", "rubrik", "catégories", "catégorie", "rubrique",
    "categorías", "categoría", "categorias", "categoria", "categorie", "categorieën", "kategorier", "kategori",
    "kategoriat", "kategoria", "rubryka", "rubriky", "kategóriák", "kategória", "рубрики", "рубрика", "категория",
    "категории", "分类", "分類", "カテゴリー", "カテゴリ", "카테고리", "التصنيفات", "קטגוריות", "קטגוריה",
  ]

  private static let filings = [
    "filed under", "filed in", "filed as", "posted in", "posted under", "published in", "abgelegt unter",
    "veröffentlicht in", "veröffentlicht unter", "publié dans", "classé dans", "publicado en", "archivado en",
    "publicado em", "pubblicato in", "archiviato in", "geplaatst in", "publicerat i", "opublikowano w", "publikováno v",
    "udgivet i", "publisert i",
  ]
}
