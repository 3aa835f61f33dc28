/// The words by which headlines call themselves reviews, in lower case.
enum ReviewLabels {
  /// Words that mean "review" by themselves.
  static let labels: Set<String> = words(
    """
    review reviewed rezension rezi rezensiert kritik besprechung buchtipp critique critica crítica reseña resena resenha
    recensione recensie recension anmeldelse omtale arvostelu arvio recenzja recenze recenzia recenzió kritika
    рецензия обзор отзыв рецензія огляд inceleme eleştiri κριτική レビュー 書評 书评 影評 影评 評測 评测 評論 리뷰 مراجعة ביקורת
    """)

  /// What compounds of such words end with ("Filmkritik", "Buchrezension", "bokrecension").
  static let endings = [
    "kritik", "rezension", "besprechung", "recensie", "recension", "anmeldelse", "arvostelu", "arvio", "review",
  ]

  /// The same in the plural, as sections are called.
  static let plurals = [
    "reviews", "kritiken", "rezensionen", "besprechungen", "critiques", "críticas", "criticas", "reseñas", "resenhas",
    "recensioni", "recensies", "anmeldelser", "recensioner", "arvostelut", "recenzje", "recenze", "рецензии", "обзоры",
  ]

  /// What is reviewed, as it stands beside such words ("film review", "crítica de cine").
  static let kinds: Set<String> = words(
    """
    film films movie movies book album albums music tv television game games video videogame dvd blu-ray bluray theatre
    theater concert live gig restaurant documentary short mini advance early first product hotel dance opera art
    exhibition comic manga anime series season ep single stage cd vinyl podcast graphic novel beer wine app tech
    hardware car bike quick spoiler-free full guest idfa tiff sundance cannes berlinale festival
    kino buch musik platten serien spiele theater cine cinéma cinema libro libros livre livres film du de la le série
    serie disco disque roman romanzo boek muziek bok skiva spel hörbuch hörspiel comics manga
    """)

  /// Words between such a word and the name ("Rezension zu X", "review of X").
  static let links: Set<String> = words("of zu zum zur über de del du di av om af o на über van")

  /// Words before "review" that make it something else ("year in review", "peer review").
  static let estranging: Set<String> = words(
    """
    in under for peer code judicial policy performance annual year yearly week weekly month monthly spending literature
    systematic legal law safety security defence defense case design art pull merge quarterly user customer reader peer-
    an die der den
    """)

  /// Words before a name's maker ("X by Y").
  static let makers: Set<String> = words("by von par di av af door przez от por")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
