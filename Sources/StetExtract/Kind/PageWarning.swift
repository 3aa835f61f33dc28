/// Words by which servers say that a page is not what was asked for, in one table.
enum PageWarning {
  /// Headlines of pages that say "there is nothing here".
  static let errorTitles = [
    "404", "page not found", "not found", "error 404", "404 not found", "410 gone", "page unavailable",
    "seite nicht gefunden", "page introuvable", "page non trouvée", "página no encontrada", "página não encontrada",
    "pagina non trovata", "pagina niet gevonden", "siden blev ikke fundet", "siden ble ikke funnet",
    "sidan hittades inte", "sivua ei löytynyt", "nie znaleziono strony", "strona nie została znaleziona",
    "stránka nenalezena", "страница не найдена", "ページが見つかりません", "找不到页面", "找不到頁面", "페이지를 찾을 수 없습니다", "nothing found",
    "oops", "page doesn't exist", "page does not exist", "internal server error", "500 internal", "503 service",
    "service unavailable", "502 bad gateway", "site not found", "account suspended", "domain for sale",
    "this page isn't available", "this page could not be found", "file not found",
  ]

  /// What pages say that keep readers (or machines) out.
  static let blockPhrases = [
    "checking your browser", "verify you are human", "verify that you are human", "verifying you are human",
    "are you a robot", "i'm not a robot", "i am not a robot", "please complete the security check",
    "attention required! | cloudflare", "just a moment...", "enable javascript and cookies to continue",
    "access denied", "access to this page has been denied", "request unsuccessful. incapsula",
    "pardon our interruption", "unusual traffic", "ddos protection by", "security check",
    "your access to this site has been limited", "you have been blocked", "please verify you are a human",
    "bot verification", "press & hold to confirm", "human verification", "please enable cookies",
    "bitte bestätigen sie, dass sie ein mensch", "un instant…", "403 forbidden", "sicherheitsüberprüfung",
    "automated access", "solve the captcha", "complete the captcha",
  ]

  /// What consent walls say in place of the page.
  static let consentPhrases = [
    "we value your privacy", "we and our partners", "we and our", "before you continue", "accept all cookies",
    "accept cookies", "cookie settings", "manage your privacy", "wir und unsere partner", "zustimmen und weiter",
    "mit werbung weiterlesen", "nous et nos partenaires", "nosotros y nuestros socios", "noi e i nostri partner",
    "your privacy choices", "consent to", "akzeptieren und weiter", "weiter mit werbung", "accepter et continuer",
    "continuer sans accepter", "accetta e continua", "aceptar y continuar", "accept and continue",
    "akkoord en doorgaan", "godta og fortsett",
  ]

  /// Words that a text of consent walls alone holds so many of.
  static let consentWords = [
    "cookie", "partner", "consent", "personal data", "ip address", "privacy", "tracking", "personalis", "werbung",
    "zustimm", "einwillig", "personenbezogen", "ip-adresse", "données personnelles", "consentement", "publicité",
    "datos personales", "consentimiento", "publicidad", "dati personali", "consenso", "pubblicità", "toestemming",
    "persoonsgegevens",
  ]

  /// What pages say whose text a script would draw.
  static let scriptPhrases = [
    "enable javascript", "javascript is disabled", "javascript is required", "requires javascript",
    "turn on javascript", "javascript aktivieren", "activer javascript", "active javascript", "activa javascript",
    "without javascript", "javascript to run this app",
  ]
}
