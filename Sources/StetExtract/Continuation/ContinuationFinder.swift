internal import StetHTML
internal import StetModel

/// Looks for signs that an article goes on where the page's text ends: links to its next page, "continue reading" at the
/// cut, words that send readers away who have not paid.
struct ContinuationFinder {
  let reading: PageReading
  /// The last node of the text.
  let end: Int
  /// Which page of an article it is; nil when that is not known.
  var series: PartSeries?

  private var document: HTMLDocument { reading.document }
  private var survey: PageSurvey { reading.survey }

  /// How many links behind the text are looked at, and how many nodes: what stands farther away is about other pages.
  private static let maximumLinks = 60
  private static let maximumNodes = 400
  /// How far behind the text the words of a cut stand.
  private static let nodesToCut = 60
  /// How many blocks behind the text may be the words of a paywall.
  private static let blocksToWall = 4
  /// How many blocks at the end of the text may be such words.
  private static let blocksOfWall = 2

  /// The sign; nil when the text seems whole.
  func find() -> Continuation? { nextPage() ?? wall() ?? elsewhere() }

  // MARK: Numbered pages

  private func nextPage() -> Continuation? {
    let number = PageNumber(reading.address)
    // A number that may be that of another article, or is not the next one: taken when there is no better one.
    var doubtful: (address: PageAddress, rule: String)?
    func isNext(_ address: PageAddress, _ rule: String) -> Bool {
      if let series {
        // Without a link to the page after this one, one to a page behind that says that there are more.
        if series.isLater(address) { doubtful = doubtful ?? (address, rule) }
        return series.isNext(address)
      }
      guard number.isNext(address) else { return false }
      if PartForm(first: reading.address, second: address) != nil { return true }
      doubtful = doubtful ?? (address, rule)
      return false
    }
    func next(_ address: PageAddress, _ rule: String) -> Continuation {
      Continuation(kind: .nextPage, address: address, whole: whole(), rule: rule)
    }
    for link in survey.landmarks.links.prefix(200) where RelTokens.contains("next", link, document) {
      let rule = "a link element with rel=next to its next page"
      if let address = target(link), isNext(address, rule) { return next(address, rule) }
    }
    let start = reading.region?.start ?? 0
    for link in anchors(from: start, count: Self.maximumLinks, to: end + Self.maximumNodes)
    where hasNumber(link) && isPager(link) {
      let rule = "a link to the next page by the text"
      if let address = target(link), isNext(address, rule) { return next(address, rule) }
    }
    return doubtful.map { next($0.address, $0.rule) }
  }

  /// Where the site offers the whole text on one page: a link near the text that says so, to an address below the page's
  /// own or with another query.
  private func whole() -> PageAddress? {
    let own = Self.stem(reading.address)
    for link in anchors(from: reading.region?.start ?? 0, count: Self.maximumLinks, to: end + Self.maximumNodes)
    where (3..<60).contains(survey.weight[link]) {
      guard Self.wholes.standsIn(survey.line(link)), let address = target(link)?.withoutFragment,
        address.asciiHost == reading.address.asciiHost, PageKey(address) != PageKey(reading.address)
      else { continue }
      let path = Self.stem(address)
      if path == own ? address.query != nil : path.hasPrefix(own + "/") { return address }
    }
    return nil
  }

  /// The path without a slash or a file's ending at its end.
  private static func stem(_ address: PageAddress) -> Substring {
    let path = address.path.hasSuffix("/") ? address.path.dropLast() : address.path[...]
    guard let dot = path.lastIndex(of: "."), let slash = path.lastIndex(of: "/"), slash < dot else { return path }
    return path[..<dot]
  }

  /// Whether there is a number in a link's address: that of a next page has one.
  private func hasNumber(_ link: Int) -> Bool {
    guard let address = document.value(link, .href) else { return false }
    return document.values[address.indices].contains(where: ASCII.isDigit)
  }

  /// Whether a link is short and has a number or says "next".
  private func isPager(_ link: Int) -> Bool {
    if RelTokens.contains("next", link, document) { return true }
    guard survey.weight[link] < 40 else { return false }
    let line = LowerCase.utf8(survey.line(link))
    return line.contains(where: ASCII.isDigit) || Self.next.contains(where: line.starts)
  }

  // MARK: Cut texts

  private func elsewhere() -> Continuation? {
    for link in anchors(from: end - Self.nodesToCut, count: 20, to: end + Self.nodesToCut) {
      guard (4..<140).contains(survey.weight[link]), end <= link || document.end(link) >= end - 3 else { continue }
      let line = survey.line(link)
      let words = LowerCase.utf8(String(line.drop { !$0.isLetter }))
      let says =
        Self.pointers.contains(where: words.starts)
        || Self.weak.contains(where: words.starts) && endsInEllipsis(before: link)
      guard says, let address = target(link), address.withoutFragment != reading.address.withoutFragment else {
        continue
      }
      return Continuation(kind: .elsewhere, address: address, rule: "“\(line)” where the text ends")
    }
    return nil
  }

  /// Whether the words before a link, or the last ones of the text, end in three dots.
  private func endsInEllipsis(before link: Int) -> Bool {
    var node = min(end, link, document.count) - 1
    let first = max(node - Self.nodesToCut, 0)
    while node > first, document.tag(node) != .text || survey.weight[node] == 0 { node -= 1 }
    guard node > first else { return false }
    let text = document.text[document.textRange(node)]
    let tail = String(decoding: text.suffix(40), as: UTF8.self).filter { !$0.isWhitespace }
    return ["…", "...", "…]", "...]", "…)", "...)"].contains(where: tail.hasSuffix)
  }

  // MARK: Paywalls

  private func wall() -> Continuation? {
    var last = -1
    var blocks = 0
    for node in reading.nodes(from: startOfLastBlocks(), to: end + Self.maximumNodes)
    where document.tag(node) == .text && survey.weight[node] > 0 && survey.isVisible[node] {
      let block = Int(survey.block[node])
      if block == last { continue }
      last = block
      if node >= end { blocks += 1 }
      if blocks > Self.blocksToWall { return nil }
      guard survey.ownWeight[block] < 500, document.end(block) - block < 200 else { continue }
      if let phrase = Self.wallTable.all(in: LowerCase.utf8(survey.line(block))[...]).first {
        return Continuation(kind: .subscribers, address: nil, rule: "“\(Self.walls[phrase])” where the text ends")
      }
    }
    return nil
  }

  /// Where the last blocks of the text begin: the words of a paywall may have been taken for text.
  private func startOfLastBlocks() -> Int {
    var (node, blocks, last) = (min(end, document.count) - 1, 0, -1)
    let first = max(node - Self.nodesToCut, 0)
    var start = node
    while node > first {
      if document.tag(node) == .text, survey.weight[node] > 0 {
        let block = Int(survey.block[node])
        if block != last { blocks += 1 }
        if blocks > Self.blocksOfWall { break }
        last = block
        start = node
      }
      node -= 1
    }
    return max(start, 0)
  }

  // MARK: Links

  /// The visible links in a stretch of the page, from its end when there are more than so many.
  private func anchors(from first: Int, count: Int, to last: Int) -> ArraySlice<Int> {
    let all = survey.landmarks.anchors
    let lower = all.partitioningIndex { $0 >= first }
    let upper = all.partitioningIndex { $0 >= last }
    return all[max(lower, upper - count)..<max(lower, upper)]
  }

  private func target(_ link: Int) -> PageAddress? {
    document.attribute(link, .href).flatMap(survey.address.resolving)
  }

  // MARK: Words

  private static let next: [[UInt8]] = [
    "next", "continue", "weiter", "nächste", "suivant", "page suivante", "siguiente", "seguinte", "próxima",
    "successiva",
    "avanti", "volgende", "nästa", "neste", "næste", "seuraava", "następna", "další", "далее", "следующая", "次", "下一",
    "다음", "›", "»", "→", ">",
  ].map { Array($0.utf8) }

  /// What a link to the whole text on one page says.
  private static let wholes = PhraseTable([
    "single page", "one page", "all pages", "view all", "show all", "full article", "whole article", "entire article",
    "complete article", "auf einer seite", "gesamter artikel", "ganzer artikel", "gesamten artikel", "ganzen artikel",
    "komplettansicht", "alles lesen", "sur une page", "sur une seule page", "article complet", "en una página",
    "en una sola página", "artículo completo", "in una pagina", "in un'unica pagina", "op één pagina", "op een pagina",
    "på en sida", "på én side", "на одной странице", "全文表示", "全文を表示", "1ページで", "单页阅读", "全文阅读", "單頁",
  ])

  /// What a link says only where a text is cut.
  private static let pointers: [[UInt8]] = [
    "continue reading", "continue to the full", "read the full", "read the rest", "read the whole", "read full",
    "read the entire", "read the complete", "full review", "the full review", "see the full review", "keep reading",
    "weiterlesen", "den ganzen artikel", "ganzen artikel lesen", "die ganze rezension", "zum vollständigen artikel",
    "lire la suite", "lire l'article", "lire l’article", "seguir leyendo", "sigue leyendo", "leer más en",
    "leer la reseña completa", "continua a leggere", "leggi tutto", "leggi l'articolo completo", "continue lendo",
    "leia na íntegra", "lees verder", "verder lezen", "läs hela", "les hele", "læs hele", "lue koko", "czytaj dalej",
    "číst dál", "celý článek", "читать далее", "читать полностью", "続きを読む", "全文を読む", "继续阅读", "阅读全文", "閱讀全文",
  ].map { Array($0.utf8) }

  /// What links say elsewhere too: here only behind a text that ends in three dots.
  private static let weak: [[UInt8]] = [
    "read more", "more", "mehr", "leer más", "leia mais", "leggi di più", "lees meer", "läs mer",
  ].map { Array($0.utf8) }

  private static let wallTable = PhraseTable(walls)

  private static let walls = [
    "to continue reading", "to read the full", "to read the rest", "to read this article in full", "subscribe to read",
    "subscribe to keep reading", "subscribe to continue", "already a subscriber", "this article is for subscribers",
    "this story is for subscribers", "for subscribers only", "for paying subscribers", "for paid subscribers",
    "to unlock this", "become a subscriber to", "you have reached your limit of free articles",
    "weiterlesen mit", "jetzt weiterlesen", "um weiterzulesen", "um weiterlesen zu können", "nur für abonnenten",
    "nur für abonnentinnen", "bereits abonnent", "sie sind bereits abonnent",
    "réservé aux abonnés", "réservée aux abonnés", "pour lire la suite", "déjà abonné", "la suite est réservée",
    "para seguir leyendo", "exclusivo para suscriptores", "contenido exclusivo para suscriptores", "ya eres suscriptor",
    "per continuare a leggere", "riservato agli abbonati", "sei già abbonato", "conteúdo exclusivo para assinantes",
    "já é assinante", "alleen voor abonnees", "voor abonnees", "om verder te lezen", "endast för prenumeranter",
    "för att läsa vidare", "for å lese videre", "for at læse videre", "tylko dla prenumeratorów", "aby czytać dalej",
    "この記事は会員限定", "続きを読むには",
  ]
}

extension [Int] {
  /// The first place from which on a condition holds; the numbers stand in order.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
