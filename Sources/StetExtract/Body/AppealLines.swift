internal import StetModel

/// What publishers say to their readers at the end of a text, in its own paragraphs: subscribe, support us, follow us.
enum AppealLines {
  /// How many blocks at the end of a text may be such lines.
  private static let reach = 8
  /// The most bytes of such a line.
  private static let longest = 400
  /// The most bytes of everything that stands behind the words of a paywall.
  private static let longestOffer = 2500

  /// Takes the lines out of a text's end.
  static func remove(from pieces: inout [BlockBuilder.Piece]) {
    // A text that has little else is about the matter itself.
    guard pieces.count > 3 else { return }
    if let offer = offer(in: pieces) { pieces.removeSubrange(offer...) }
    let end = pieces.count
    for index in stride(from: end - 1, through: max(1, end - reach), by: -1) where isAppeal(pieces[index]) {
      pieces.remove(at: index)
    }
  }

  /// Where the words of a paywall start, if nothing but what it offers stands behind them.
  private static func offer(in pieces: [BlockBuilder.Piece]) -> Int? {
    var bytes = 0
    for index in pieces.indices.reversed() {
      let text = pieces[index].block.plainText
      bytes += text.utf8.count
      if bytes > longestOffer || index < 2 || pieces.count - index > reach { return nil }
      guard text.utf8.count < longest, case .paragraph = pieces[index].block else { continue }
      if walls.standsIn(text) { return index }
    }
    return nil
  }

  private static func isAppeal(_ piece: BlockBuilder.Piece) -> Bool {
    let text: String
    switch piece.block {
    case .paragraph(let words, _): text = words
    case .heading(_, let words): text = words
    default: return false
    }
    return text.utf8.count < longest && appeals.standsIn(text)
  }

  private static let walls = PhraseTable([
    "to view the full story", "to continue reading", "to read the full article", "to read the full story",
    "subscribe to read", "subscribe to continue", "subscribe to keep reading", "already a subscriber",
    "um weiterzulesen", "bereits abonnent", "nur für abonnent", "réservé aux abonnés", "pour lire la suite",
    "déjà abonné", "para seguir leyendo", "ya eres suscriptor", "per continuare a leggere", "sei già abbonato",
    "já é assinante", "alleen voor abonnees", "om verder te lezen",
  ])

  private static let appeals = PhraseTable([
    "support our work", "supporting our work", "support our journalism", "supporting our journalism",
    "support independent journalism", "make a donation", "become a patron", "support us on patreon",
    "subscribe to our newsletter", "sign up for our newsletter", "sign up to our newsletter", "join our newsletter",
    "subscribe to our youtube", "our youtube channel", "our telegram channel", "our whatsapp channel", "follow us on",
    "like us on facebook", "sign up here", "would you like to be part of the", "if you enjoyed this article, please",
    "if you enjoyed this post, please", "join our discord", "download our app",
    "unseren newsletter", "unser newsletter", "folgen sie uns auf", "folgt uns auf", "folge uns auf",
    "unterstützen sie unsere arbeit", "unterstütze unsere arbeit",
    "suivez-nous sur", "abonnez-vous à notre", "inscrivez-vous à notre", "notre chaîne youtube", "soutenez-nous",
    "síguenos en", "nuestro canal de youtube", "nuestro canal de whatsapp", "nuestro canal de telegram",
    "tenemos canal de telegram", "tenemos canal de whatsapp",
    "suscríbete a nuestr", "siga-nos no", "nosso canal no youtube", "inscreva-se no nosso", "seguici su",
    "iscriviti alla nostra", "il nostro canale", "volg ons op", "onze nieuwsbrief", "följ oss på", "følg oss på",
    "følg os på", "obserwuj nas na",
    "zapisz się do newslettera", "zapisz się na newsletter", "polub nas na", "wesprzyj nas", "postaw mi kawę",
    "prenumerera på vårt", "tilmeld dig vores nyhedsbrev", "meld deg på nyhetsbrev", "abonner på nyhetsbrev",
    "tilaa uutiskirje", "seuraa meitä", "přihlaste se k odběru", "sledujte nás na", "podpořte nás", "odoberajte náš",
    "iratkozzon fel hírlevel", "iratkozz fel hírlevel", "kövessen minket", "kövess minket", "abonează-te la newsletter",
    "abonați-vă la newsletter", "urmărește-ne pe", "εγγραφείτε στο newsletter", "ακολουθήστε μας", "κάντε like",
    "подпишитесь на наш", "подписывайтесь на наш", "подпишись на наш", "подписывайтесь на нас",
    "подпишитесь на рассылку",
    "поддержите нас", "підпишіться на наш", "підписуйтесь на наш", "підтримайте нас", "підписуйтеся на наш",
    "bültenimize abone", "bültenimize kaydol", "bizi takip edin", "youtube kanalımız", "اشترك في نشرتنا",
    "اشترك في النشرة",
    "تابعونا على", "تابعنا على", "הירשמו לניוזלטר", "הצטרפו לניוזלטר", "עקבו אחרינו", "در خبرنامه ما",
    "ما را در اینستاگرام",
    "हमें फॉलो करें", "न्यूज़लेटर पाएँ", "न्यूज़लेटर को सब्सक्राइब", "メールマガジンに登録", "メルマガ登録", "フォローしてね", "フォローお願いします",
    "뉴스레터 구독", "뉴스레터를 구독", "구독과 좋아요", "订阅我们的", "关注我们的", "扫码关注", "關注我們", "訂閱電子報", "訂閱我們", "追蹤我們",
    "berlangganan buletin", "berlangganan newsletter", "ikuti kami di", "đăng ký nhận bản tin", "đăng ký nhận tin",
    "theo dõi chúng tôi",
  ])
}
