/// The words around a printed rating, in the languages of the web, in lower case.
enum RatingWords {
  /// Words that say that a rating follows.
  static let labels: Set<String> = words(
    """
    rating ratings rated rate score scores grade mark marks verdict overall total final result stars give gives gave
    giving award awarded awards deserves earns gets
    note notes bewertung wertung gesamtwertung gesamturteil gesamtnote gesamt fazit urteil punkte punktzahl vergebe
    vergeben gebe geben bekommt erhält sterne
    nota notation appréciation mi donne étoiles verdict
    valoración valoracion puntuación puntuacion calificación calificacion puntaje nota doy otorgo estrellas
    voto valutazione giudizio punteggio stelle
    avaliação avaliacao classificação classificacao pontuação pontuacao dou estrelas
    cijfer eindcijfer waardering beoordeling oordeel eindoordeel sterren
    betyg betyget karakter karakteren terningkast vurdering terning bedømmelse stjerner stjärnor
    arvosana arvio pisteet tähteä
    ocena hodnocení hodnotenie hodnoceni értékelés pontszám ocjena
    оценка рейтинг оцінка балл бали вердикт βαθμολογία puan notu penilaian nilai skor đánh điểm
    評価 総合評価 おすすめ度 採点 点数 評分 评分 評價 评价 分數 得分 推荐指数 推薦度 평점 별점 점수
    التقييم تقييم امتیاز דירוג ציון
    """)

  /// Labels that Chinese, Japanese and Korean write without a space behind what they belong to ("本刊评分").
  static let unspacedLabels = ["評価", "評分", "评分", "评价", "評價", "得分", "点数", "指数", "評点", "평점", "별점", "점수"]

  /// Labels of the rating that sums up the others.
  static let totals: Set<String> = words(
    """
    overall total final verdict gesamt gesamtwertung gesamturteil gesamtnote fazit global globale générale general
    totale totaal eindcijfer eindoordeel complessivo итог итого 総合評価 総合 总分 总评
    """)

  /// Labels that with a bare number behind them make a line that is a rating.
  static let marks: Set<String> = words(
    """
    rating score verdict grade bewertung wertung gesamtwertung gesamtnote fazit puntuación calificación valoración voto
    valutazione nota cijfer eindcijfer betyg betyget karakter terningkast vurdering arvosana ocena hodnocení értékelés
    оценка 評価 評分 评分
    """)

  /// Units: what ratings are counted in.
  static let units = starUnits.union(
    words(
      """
      point points pts punkte punkten puntos punti pontos punten poäng punktów баллов балла балл балів puan 分 点 點 점
      """))

  /// Units that are stars.
  static let starUnits: Set<String> = words(
    """
    star stars sterne sternen stern étoile étoiles etoiles estrella estrellas stella stelle estrela estrelas ster
    sterren stjerne stjerner stjärna stjärnor tähteä tähti gwiazdki gwiazdek gwiazdka hvězd hvězdy hvězdiček csillag
    zvezdica zvjezdica звезд звезды звёзд звезда звёзды зірок yıldız bintang sao 星 つ星 顆星 颗星 별 نجوم نجمة ستاره כוכבים
    αστέρια αστεράκια
    """)

  /// Words between a rating and its best value.
  static let outOf: Set<String> = words(
    """
    of von sur de di su van στα στις uit av af z ze из з од od din sobre em på por over auf aus trên dari 满分 満点中 中 من از מתוך
    out_of
    """)

  /// Words that may stand before the best value.
  static let fillers: Set<String> = words(
    """
    a possible the maximum max möglichen maximal maximalen insgesamt an total posibles possibles de 满分 possibili
    mögliche möglich
    """)

  /// Words before a fraction that is a place in a row, not a rating.
  static let countings: Set<String> = words(
    """
    part teil partie parte deel del część часть page seite pagina página chapter kapitel chapitre capítulo capitolo
    episode episodes folge épisode episodio season staffel saison temporada step day tag jour día tome vol volume band
    bd issue heft nr no week slide photo image bild foto round level aufgabe lesson iso f 第
    """)

  /// Words that tell readers' votes from the reviewer's rating.
  static let votes = voters.union(
    words(
      """
      vote votes voted voter voters votings customer average avg stimmen stimme leserwertung leserbewertung
      nutzerwertung bewertungen durchschnitt abstimmungen avis votants moyenne votos valoraciones media voti votazioni
      avaliações stemmen beoordelingen röster stemmer głosów głosy hlasů hlasov szavazat голосов голоса голос голоси
      читачів користувачів оценок oy oylar okurlar diváků użytkowników lukijat lukijoiden användare brukere læserne
      χρηστών κοινού القراء المستخدمين pembaca pengguna 票 人 件 投票 명 관객
      """))

  /// Those of them that say who voted, not how often.
  static let voters: Set<String> = words(
    """
    user users reader readers visitors community customers leser nutzer lecteurs internautes lectores usuarios utenti
    lettori leitores lezers läsare læsere читателей пользователей čtenářů uživatelů czytelników olvasók okur kullanıcı
    αναγνωστών κοινό κοινού publiczność publiczności publikum publico público pubblico ユーザー 読者 讀者 读者 网友 網友 用户 독자 네티즌
    """)

  /// Words by which reviewers call a rating theirs ("our rating", "ma note").
  static let owners: Set<String> = words(
    """
    my our mein meine unser unsere ma mon notre mi nuestra nuestro minha nossa nosso mia mio nostra nostro mijn onze min
    mitt vår vores vårt moja nasza nasze naše moje moja náš наша наш моя мой benim
    """)

  /// Words of those who sum up others' ratings, or print those of many.
  static let raters: Set<String> = words(
    """
    metacritic metascore tomatoes tomatometer rottentomatoes popcornmeter imdb allociné allocine filmaffinity goodreads
    letterboxd opencritic kinopoisk кинопоиск trustpilot tripadvisor filmweb sensacine moviepilot yelp mubi lovelybooks
    douban 豆瓣
    """)

  /// Number words of ratings; those that are articles as well ("un", "ein") stand for one only before a unit.
  static let spelled: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eins": 1, "einen": 1, "zwei": 2, "zweieinhalb": 2.5, "drei": 3, "dreieinhalb": 3.5, "vier": 4, "viereinhalb": 4.5,
    "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "une": 1, "deux": 2, "trois": 3, "quatre": 4,
    "cinq": 5, "huit": 8, "dix": 10, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "diez": 10, "due": 2, "tre": 3,
    "quattro": 4, "cinque": 5, "dieci": 10, "duas": 2, "três": 3, "quatro": 4, "twee": 2, "drie": 3, "vijf": 5,
    "tien": 10,
    "två": 2, "fyra": 4, "fem": 5, "fire": 4, "seks": 6, "dwie": 2, "trzy": 3, "cztery": 4, "pięć": 5,
  ]

  /// Words for a half behind a number.
  static let halves: Set<String> = words("half demi demie media medio mezzo mezza meia meio halve halb halbe")

  private static func words(_ text: String) -> Set<String> { Set(text.spacedWords.map { String($0) }) }
}
