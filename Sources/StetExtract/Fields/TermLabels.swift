internal import StetModel

/// The words that readers see before lists of tags and categories.
enum TermLabels {
  /// The kind of list that a short text announces; nil for other texts.
  static func kind(_ text: String) -> TermLink.Kind? { label(text)?.kind }

  /// What a short text announces; nil for other texts.
  static func label(_ text: String) -> TermLabel? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count < 400, filter.mayMatch(Array(bytes)[...]) else { return nil }
      return label(lowercased: Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8))
    }
  }

  private static func label(lowercased text: [UInt8]) -> TermLabel? {
    var start = 0
    while start < text.count, isMark(text, &start) {}
    let label = text[start...]
    guard let first = label.first, label.count < 120 else { return nil }
    return byFirstByte[Int(first)].first { starts(label, with: $0.words) }?.label
  }

  /// Moves on over white space and the marks that stand before labels.
  private static func isMark(_ text: [UInt8], _ index: inout Int) -> Bool {
    if ASCII.isSpace(text[index]) || "#|-/(".utf8.contains(text[index]) {
      index += 1
      return true
    }
    for mark in ["•", "·", "–", "—", "\u{A0}"] where text[index...].starts(with: mark.utf8) {
      index += mark.utf8.count
      return true
    }
    return false
  }

  /// All words.
  static var all: [String] { tags + categories + filings }

  /// Texts without the first word of a label are none.
  static let filter = WordFilter(all, prefixBytes: 64)

  /// Whether a text is such words and nothing else.
  static func isWhole(_ text: String) -> Bool {
    let label = text.lowercased().filter { !":：".contains($0) }
    let words = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return whole.contains(words)
  }

  private static let whole = Set(tags + categories + filings)

  /// Whether a text begins with the words, and no letter goes on from them; scripts without spaces need no end.
  private static func starts(_ label: ArraySlice<UInt8>, with words: [UInt8]) -> Bool {
    guard label.starts(with: words) else { return false }
    guard let next = label.dropFirst(words.count).first else { return true }
    let isLetter = ASCII.isLetter(next) || (next >= 0xC3 && next <= 0xE1)
    return !isLetter || words.contains { $0 >= 0xE3 }
  }

  /// The labels by their first byte, in the order in which they are tried.
  private static let byFirstByte: [[(words: [UInt8], label: TermLabel)]] = {
    var table = [[(words: [UInt8], label: TermLabel)]](repeating: [], count: 256)
    let groups = [
      (tags, TermLabel(kind: .tag, isVague: false)), (categories, TermLabel(kind: .category, isVague: false)),
      (filings, TermLabel(kind: .category, isVague: true)),
    ]
    for (phrases, label) in groups {
      for phrase in phrases {
        if let first = phrase.utf8.first { table[Int(first)].append((Array(phrase.utf8), label)) }
      }
    }
    return table
  }()

  private static let tags = [
    "tags", "tag", "tagged", "tagged with", "tagged under", "tagged as", "post tags", "labels", "label", "keywords",
    "topics", "topic", "related topics", "more on",
    "more about", "explore more", "related tags", "read more about", "find more on",
    "in this article", "ämnen i artikeln", "i den här artikeln", "in diesem artikel", "dans cet article",
    "en este artículo", "in dit artikel", "in questo articolo", "posted in tags", "schlagwörter", "schlagworte",
    "schlagwort", "stichwörter", "stichworte",
    "themen",
    "mehr zum thema", "étiquettes", "étiquette", "mots-clés", "mots clés", "sujets", "thèmes", "etiquetas", "etiqueta",
    "palabras clave", "temas", "marcadores", "palavras-chave", "assuntos", "etichette", "parole chiave", "trefwoorden",
    "onderwerpen", "etiketter", "taggar", "nyckelord", "emneord", "stikord", "avainsanat", "tunnisteet", "tagi",
    "etykiety",
    "słowa kluczowe", "štítky", "klíčová slova", "címkék", "kulcsszavak", "etichete", "etiketler", "метки", "теги",
    "ярлыки",
    "ключевые слова", "мітки", "етикети", "ετικέτες", "标签", "標籤", "标籤", "关键词", "關鍵字", "タグ", "ラベル", "キーワード", "태그",
    "الوسوم", "وسوم", "برچسب", "תגיות", "תגים", "ป้ายกำกับ", "thẻ", "từ khóa",
    "verschlagwortet mit", "getaggt mit", "getagged", "getagd", "mots-clefs", "mot-clé", "libellés", "libellé",
    "etiquetado como", "etiquetado con", "etiquetado en", "etiquetado", "palavras chave", "marcado com", "marcado",
    "tópicos", "tags relacionadas", "argomenti", "taggato", "etichettato", "contrassegnato", "steekwoorden",
    "oznaczone tagami", "oznaczono", "otagowano", "tagi wpisu", "hasła", "märkt med", "märkt", "ämnen", "tagget med",
    "tagget", "mærket med", "emner", "stikkord", "merket med", "merkelapper", "asiasanat", "avainsanoina", "aiheet",
    "tagit", "štítek", "tagy", "témata", "značky", "označené", "kľúčové slová", "címke", "címkézve", "kulcsszó",
    "etichetat cu", "etichetat", "etichetate", "cuvinte cheie", "cuvinte-cheie", "taguri", "ετικέτα", "με ετικέτα",
    "λέξεις κλειδιά", "λέξεις-κλειδιά", "θέματα", "метка", "тег", "отмечено", "помечено", "темы", "позначки",
    "позначено",
    "ярлики", "ключові слова", "тагове", "ознаке", "oznake", "označeno", "etiket", "etiketlendi", "anahtar kelimeler",
    "التسميات", "العلامات", "كلمات دلالية", "الكلمات الدلالية", "كلمات مفتاحية", "الكلمات المفتاحية", "وسم", "موسوم كـ",
    "موسوم",
    "תוויות", "תווית", "תגית", "תג", "עם התגים", "נושאים", "برچسب‌ها", "برچسب ها", "برچسبها", "برچسب‌خورده با",
    "برچسب زده شده", "کلیدواژه", "کلیدواژه‌ها", "کلمات کلیدی", "टैग", "टैग्स", "लेबल", "関連タグ", "関連キーワード", "ハッシュタグ", "라벨",
    "키워드", "해시태그", "标记", "標記", "关键字", "關鍵詞", "kata kunci", "topik", "ditandai", "nhãn", "từ khoá",
    "được gắn thẻ", "gắn thẻ", "chủ đề",
  ]

  private static let categories = [
    "categories", "category", "section", "kategorie", "kategorien", "rubrik", "catégories", "catégorie", "rubrique",
    "categorías", "categoría", "categorias", "categoria", "categorie", "categorieën", "kategorier", "kategori",
    "kategoriat", "kategoria", "rubryka", "rubriky", "kategóriák", "kategória", "рубрики", "рубрика", "категория",
    "категории", "分类", "分類", "カテゴリー", "カテゴリ", "카테고리", "التصنيفات", "קטגוריות", "קטגוריה",
    "ressort", "rubriek", "sektion", "seksjon", "avdelning", "osasto", "aihealue", "secțiune", "sección", "seção",
    "editoria", "rubrica", "sezione", "dział", "kategoriat", "rubrika", "kategórie",
    "rovat", "categorii", "κατηγορίες", "κατηγορία", "категорії", "категорія", "раздел", "kategorije", "kategorija",
    "категорије", "kategoriler", "yazı kategorisi", "التصنيف", "تصنيفات", "تصنيف", "القسم", "الأقسام", "المجموعة",
    "דסק", "מדור",
    "دسته‌ها", "دسته‌بندی", "دسته بندی", "دسته", "دسته‌بندی‌ها", "श्रेणी", "श्रेणियाँ", "श्रेणियां", "वर्ग", "分類", "所属分类", "栏目",
    "欄目", "분류", "danh mục", "chuyên mục", "thể loại", "หมวดหมู่",
  ]

  private static let filings = [
    "filed under", "filed in", "filed as", "posted in", "posted under", "published in", "abgelegt unter",
    "veröffentlicht in", "veröffentlicht unter", "publié dans", "classé dans", "publicado en", "archivado en",
    "publicado em", "pubblicato in", "archiviato in", "geplaatst in", "publicerat i", "opublikowano w", "publikováno v",
    "udgivet i", "publisert i", "eingeordnet unter", "gepubliceerd in", "opgeslagen onder", "publiceret i", "postat i",
    "zaszufladkowano do kategorii", "zapisano w", "zařazeno v", "publikované v", "objavljeno u", "publicat în",
    "δημοσιεύτηκε στην", "δημοσιεύθηκε στην", "καταχωρήθηκε στο", "опубликовано в рубрике", "опубликовано в",
    "опубліковано в",
    "оприлюднено в", "публикувано в", "مصنف كـ", "مصنف تحت", "פורסם בקטגוריה", "دسته‌بندی شده در", "نوشته‌شده در",
    "发表在", "發表在", "归档于", "歸檔於", "diposting di", "diposkan di", "ditulis di", "dipublikasikan di", "đăng trong",
  ]
}
