internal import StetModel

/// The words by which sites and headlines call a page a review, in lower case, in one table.
enum ReviewWords {
  // MARK: Words

  /// Words that mean "review" by themselves.
  private static let labels: Set<String> = words(
    """
    review reviewed rezension rezi rezensiert besprechung buchtipp filmtipp kurzkritik reseña resena resenha
    recensione recensie recension anmeldelse omtale arvostelu arvio recenzja recenze recenzia recenzió recenzija
    рецензия обзор отзыв рецензія огляд inceleme eleştiri κριτική レビュー 書評 书评 影評 影评 評測 评测 評論 リビュー 리뷰 مراجعة
    ביקורת testbericht ulasan resensi समीक्षा रिव्यू نقد recenzii cronică огляд рецензії filmkritika könyvkritika
    könyvajánló recenzie avaliação avaliacao 서평 영화평 乐评 樂評 劇評 剧评 書評 书评 κριτικές
    """)

  /// Words that mean criticism, analysis or an opinion of any sort, too: alone between marks they announce a review.
  private static let wideLabels: Set<String> = words(
    "kritik critique critica crítica kritika análisis analisis análise avis chronique verdict")

  /// What compounds of such words end with ("Filmkritik", "Buchrezension", "bokrecension").
  private static let endings = [
    "kritik", "rezension", "besprechung", "recensie", "recension", "anmeldelse", "arvostelu", "arvio", "review",
  ]

  /// The same in the plural, as sections are called.
  private static let plurals = [
    "reviews", "kritiken", "rezensionen", "besprechungen", "critiques", "críticas", "criticas", "reseñas", "resenas",
    "resenhas",
    "recensioni", "recensies", "anmeldelser", "recensioner", "arvostelut", "recenzje", "recenze", "рецензии", "обзоры",
    "مراجعات", "testberichte", "рецензії", "огляди", "recenzie", "recenzii", "kritikák", "eleştirileri", "eleştiriler",
    "incelemeleri", "incelemeler", "ביקורות", "समीक्षाएँ", "ulasan", "arviot", "omtaler", "κριτικές", "avaliações",
    "avaliacoes",
  ]

  /// Such words as folders of addresses spell them, in Latin letters.
  private static let spelled: Set<String> = words(
    """
    kritiki kritikes recenzii recenziya recenziia retsenzii retsenziya retsenzija retsenziia obzor obzory otzyv otzyvy
    elestiri elestiriler elestirileri kritikak recenziok konyvajanlo arvostelu
    """)

  private static let unspaced = [
    "phê bình", "đánh giá", "レビュー", "影评", "影評", "感想", "notes de lecture", "note de lecture", "书评", "書評", "乐评", "リビュー",
    "리뷰", "評測", "评测",
  ]

  /// What is reviewed, as it stands beside such words ("film review", "crítica de cine").
  private static let kinds: Set<String> = words(
    """
    film films movie movies book books album albums music tv television game games video videogame dvd blu-ray bluray
    theatre theater concert live gig restaurant documentary short mini advance early first product hotel dance opera art
    exhibition comic manga anime series season ep single stage cd vinyl podcast graphic novel beer wine app tech
    hardware car bike quick spoiler-free full guest idfa tiff sundance cannes berlinale festival musical play
    kino buch musik platten serien spiele theater cine cinéma cinema libro libros livre livres película filme roman
    serie série disco disque romanzo boek muziek bok skiva spel hörbuch hörspiel comics manga фильм фильма книга книгу
    книги игры сериала filmu książki gry płyty albumu serialu knihy hry filma filmes películas
    arc e-arc earc novella
    """)

  private static let music: Set<String> = words(
    "album albums music cd ep single vinyl platten musik disco disque skiva")

  /// Words between such a word and the name ("Rezension zu X", "review of X").
  private static let links: Set<String> = words("of zu zum zur über de del du di av om af o на über van la el le")

  /// Words before "review" that make it something else ("year in review", "peer review").
  private static let estranging: Set<String> = words(
    """
    in under for peer code judicial policy performance annual year yearly week weekly month monthly spending literature
    systematic legal law safety security defence defense case design art pull merge quarterly user customer reader peer-
    an die der den global critical comprehensive brief historical scoping narrative clinical medical business
    operational your my our his her their on after before to and or no police court council government state internal
    independent public strategic statutory inquiry & + ranked rated tested compared
    """)

  private static let articles: Set<String> = words("a an the our eine unsere une notre una la un il een en")

  /// Words before a name's maker ("X by Y").
  private static let makers: Set<String> = words("by von par di av af door przez от por")

  private static func words(_ text: String) -> Set<String> { Set(text.spacedWords.map { String($0) }) }

  // MARK: Questions

  /// Whether a text may hold a label at all; most headlines are told off by this.
  static func mayHold(_ text: String) -> Bool {
    // Other scripts than Latin are looked at closely.
    text.utf8.contains { ($0 >= 0xCD && $0 <= 0xE1) || ($0 >= 0xE3 && $0 <= 0xED) } || stems.standsIn(text)
  }

  /// What every label in Latin script has in it.
  private static let stems = PhraseTable([
    "review", "kritik", "rezension", "rezi", "besprech", "tipp", "resen", "reseñ", "recens", "anmeld", "omtale",
    "arvostel",
    "arvio", "recenz", "critiqu", "critic", "crític", "análi", "anális", "analis", "avis", "chroni", "verdict", "test",
    "prueba", "prova", "eleştiri", "inceleme", "ulasan", "resensi", "phê bình", "đánh giá", "cronic", "könyvaj",
    "konyvaj", "avalia", "de lecture", "elestiri", "retsenz", "obzor", "otzyv",
  ])

  /// Whether a word says "review", whatever stands beside it.
  static func isLabel(_ word: String) -> Bool {
    labels.contains(word)
      || endings.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count } && word.utf8.count < 30
  }

  /// Whether a word says so when it stands alone between marks.
  static func isLabelAlone(_ word: String) -> Bool { isLabel(word) || wideLabels.contains(word) }

  static func isKind(_ word: String) -> Bool { kinds.contains(word) }
  static func isMusic(_ word: String) -> Bool { music.contains(word) }
  static func isLink(_ word: String) -> Bool { links.contains(word) }
  static func isMaker(_ word: String) -> Bool { makers.contains(word) }
  static func isEstranging(_ word: String) -> Bool { estranging.contains(word) }

  /// Whether a section, category or tag is one of reviews: "Reviews", "Dance reviews", "Buchrezension", "影评".
  static func isSection(_ name: String) -> Bool {
    guard name.utf8.count < 60, mayHold(name) else { return false }
    let lower = name.lowercased()
    let parts = lower.split { !$0.isLetter }
    guard parts.count <= 4 else { return false }
    for (index, part) in parts.enumerated() {
      let word = String(part)
      guard isLabelAlone(word) || plurals.contains(where: word.hasSuffix) else { continue }
      if index == 0 || !isEstranging(String(parts[index - 1])) { return true }
    }
    return unspaced.contains(where: lower.contains)
  }

  /// Whether a text calls one page a review and says nothing else: "Film review", but not "Reviews" or "Home Review Contact".
  static func isSectionAlone(_ name: String) -> Bool {
    guard isSection(name) else { return false }
    return name.lowercased().split { !$0.isLetter && $0 != "-" }.allSatisfy { part in
      let word = String(part)
      return isKind(word) || isLink(word) || isLabelAlone(word) || articles.contains(word)
        || unspaced.contains(where: word.contains)
    }
  }

  /// Whether a folder of an address is one of reviews: "reviews", "kritiki-tainias".
  static func isFolder(_ folder: Substring) -> Bool {
    isSection(String(folder)) || folder.split { !$0.isLetter }.contains { spelled.contains(String($0)) }
  }

  /// Whether a folder of the address is one of reviews, or the page's own name starts or ends with the word.
  static func isAddress(_ path: String) -> Bool {
    guard mayHold(path) else { return false }
    let folders = ASCII.lowercased(path).split(separator: "/")
    if folders.dropLast().contains(where: isFolder) { return true }
    let name = (folders.last ?? "").split { !$0.isLetter }.map(String.init)
    guard let first = name.first, let last = name.last, name.count > 1 else { return false }
    return isLabel(first) || isLabel(last) && !isEstranging(name[name.count - 2])
  }
}
