internal import StetHTML
internal import StetModel

/// Takes out of the blocks of a text what publishers set between them: share labels, "read also", newsletter boxes.
struct BodyFilter {
  let document: HTMLDocument
  let title: String?
  /// Fields that are lines of their own on the page: who wrote it, and when.
  let printed: [String]

  /// The blocks that are text.
  func filter(_ pieces: [BlockBuilder.Piece]) -> BodyText {
    var kept: [BlockBuilder.Piece] = []
    let titleWords = title.map(WordBag.init)
    let copies = LongCopies(pieces, in: document)
    let first = pieces.firstIndex(where: isProse) ?? 0
    let lastProse = pieces.lastIndex(where: isProse)
    let last = lastProse ?? 0
    var isRelated = false
    for (index, piece) in pieces.enumerated() {
      // Behind the text, "Related posts" and the links below it are about other pages.
      if let lastProse, index > lastProse {
        if announcesOthers(piece) {
          isRelated = true
          continue
        }
        if isRelated, piece.linkShare > 0.6 { continue }
      }
      let isAtEdge = index < first || index > last
      if repeatsTitle(piece, titleWords, isEarly: kept.count < 4) || isLabel(piece) || isEmpty(piece)
        || isAtEdge && isPrinted(piece) || index < first && isButton(piece)
      {
        continue
      }
      if case .rule = piece.block, kept.isEmpty || isRule(kept[kept.count - 1]) { continue }
      if isRepeated(piece, at: index, after: kept.last, copies) { continue }
      kept.append(piece)
    }
    AppealLines.remove(from: &kept)
    removePointers(from: &kept)
    while let last = kept.last, isLooseEnd(last) { kept.removeLast() }
    return BodyText(blocks: kept.map(\.block), links: links(kept))
  }

  /// Lines between the paragraphs of a text that are nothing but a link point to other pages. Many of them are a list,
  /// and the text is about it.
  private func removePointers(from pieces: inout [BlockBuilder.Piece]) {
    guard pieces.count(where: isProse) > 2 else { return }
    let lines = pieces.indices.filter { isBareLink(pieces[$0]) }
    guard lines.count <= Self.mostPointers else { return }
    for index in lines.reversed() { pieces.remove(at: index) }
  }

  /// How many lines that are links point to other pages; more are a list.
  private static let mostPointers = 4

  private func isBareLink(_ piece: BlockBuilder.Piece) -> Bool {
    guard case .paragraph(let text, _) = piece.block, text.utf8.count < 200, piece.linkShare > 0.9 else { return false }
    return !Self.sentenceEnds.contains(text.utf8.last ?? 0)
  }

  private func links(_ pieces: [BlockBuilder.Piece]) -> [ReviewLink] {
    var seen = Set<ReviewLink>()
    return pieces.flatMap(\.links).filter { !$0.text.isEmpty && seen.insert($0).inserted }
  }

  // MARK: Judgement

  /// Page builders show one text twice, for wide and narrow screens: side by side, or the whole of it again in another
  /// box. What an author says again in one and the same box is meant, and so is a sentence said again in another one
  /// among others that are new.
  private func isRepeated(
    _ piece: BlockBuilder.Piece, at index: Int, after last: BlockBuilder.Piece?, _ copies: LongCopies
  ) -> Bool {
    if let last, piece.block == last.block, !copies.isLong(index) || isElsewhere(piece, last) {
      return !piece.block.plainText.isEmpty
    }
    return copies.isCopy(piece, at: index, in: document)
  }

  private func isElsewhere(_ piece: BlockBuilder.Piece, _ other: BlockBuilder.Piece) -> Bool {
    document.parent(piece.node) != document.parent(other.node)
  }

  private func repeatsTitle(_ piece: BlockBuilder.Piece, _ title: WordBag?, isEarly: Bool) -> Bool {
    guard isEarly, let title else { return false }
    switch piece.block {
    case .heading(_, let text): return WordBag(text).equals(title)
    case .paragraph(let text, _): return text.utf8.count < 300 && WordBag(text).equals(title)
    default: return false
    }
  }

  private func announcesOthers(_ piece: BlockBuilder.Piece) -> Bool {
    switch piece.block {
    case .heading(_, let text): RelatedHeading.isOne(text)
    case .paragraph(let text, _): text.utf8.count < 120 && RelatedHeading.isOne(text)
    default: false
    }
  }

  private func isProse(_ piece: BlockBuilder.Piece) -> Bool {
    guard case .paragraph(let text, _) = piece.block else { return false }
    return text.utf8.count > 120 && piece.linkShare < 0.6
  }

  /// Dashes and the like, which only part other things.
  private func isEmpty(_ piece: BlockBuilder.Piece) -> Bool {
    guard case .paragraph(let text, _) = piece.block, text.utf8.count < 12 else { return false }
    return !text.utf8.contains { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0xC3 }
  }

  /// A line above or below the text that is a field of its own: a byline, a date, both. And a row of what one can do
  /// with the page: "Mail the author | Discuss | Print".
  private func isPrinted(_ piece: BlockBuilder.Piece) -> Bool {
    guard case .paragraph(let text, _) = piece.block, text.utf8.count < 160 else { return false }
    if piece.linkShare > 0, text.utf8.count(where: { $0 == UInt8(ascii: "|") }) > 1 { return true }
    return printed.contains { line in
      text == line || line.utf8.count > 5 && text.utf8.count < 3 * line.utf8.count && text.contains(line)
    }
  }

  /// A word or two above the text, no sentence: "Listen", "Share".
  private func isButton(_ piece: BlockBuilder.Piece) -> Bool {
    guard case .paragraph(let text, _) = piece.block, text.utf8.count < 12, let last = text.utf8.last else {
      return false
    }
    return ASCII.isLetter(last) || ASCII.isDigit(last)
  }

  private func isLabel(_ piece: BlockBuilder.Piece) -> Bool {
    let text: String
    switch piece.block {
    case .paragraph(let words, _): text = words
    case .heading(_, let words): text = words
    default: return false
    }
    guard text.utf8.count < 160, Self.filter.mayOpen(Array(text.utf8)[...]) else { return false }
    let lower = LowerCase.utf8(text)
    if isWholeLabel(lower) { return true }
    if Self.openingBytes.contains(where: lower.starts) { return true }
    // A line that is one link and points the way elsewhere.
    return piece.linkShare > 0.5 && Self.pointerBytes.contains(where: lower.starts)
  }

  /// Whether the letters and spaces of a text in lower case are a label.
  private func isWholeLabel(_ lower: [UInt8]) -> Bool {
    if lower.contains(where: { $0 >= 0x80 }) {
      let letters = String(decoding: lower, as: UTF8.self).filter { $0.isLetter || $0 == " " }
      return Self.labels.contains(letters.trimmed)
    }
    let letters = lower.filter { ASCII.isLetter($0) || $0 == 0x20 }
    let words = letters.split(separator: 0x20).joined(separator: [0x20])
    return Self.labels.contains(String(decoding: Array(words), as: UTF8.self))
  }

  private static let filter = WordFilter(Array(labels) + openings + pointers, prefixBytes: 12)

  private func isRule(_ piece: BlockBuilder.Piece) -> Bool { piece.block == .rule }

  private func isLooseEnd(_ piece: BlockBuilder.Piece) -> Bool {
    switch piece.block {
    case .rule: true
    // A whole sentence set as a heading is a summary or a note, not the title of something that was left out.
    case .heading(_, let text): text.utf8.count < 40 || !Self.sentenceEnds.contains(text.utf8.last ?? 0)
    // "Further reading:", and nothing read further.
    case .paragraph(let text, _): text.utf8.count < 60 && text.utf8.last == UInt8(ascii: ":")
    default: false
    }
  }

  private static let sentenceEnds: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: "!")]

  private static let labels: Set<String> = [
    "advertisement", "advertisements", "ad", "anzeige", "werbung", "publicité", "publicidad", "pubblicità",
    "advertentie", "share",
    "share this", "share this article", "share this post", "share this story", "teilen", "partager", "compartir",
    "condividi", "delen",
    "tweet", "print", "email", "like this", "loading", "related", "related posts", "related articles",
    "related stories", "related content",
    "more from", "you may also like", "you might also like", "recommended", "recommended for you", "read more",
    "read next", "continue reading",
    "most popular", "trending", "comments", "leave a comment", "leave a reply", "sponsored", "follow us", "subscribe",
    "newsletter", "sign up",
    "click here to subscribe", "back to top", "story continues below", "article continues below",
    "story continues below advertisement",
    "article continues after advertisement", "play", "watch now", "view gallery", "see also", "also read", "copy link",
    "save", "listen",
    "mehr zum thema", "das könnte sie auch interessieren", "lesen sie auch", "lire aussi", "à lire aussi",
    "sur le même sujet", "te puede interesar",
    "lea también", "leia também", "leggi anche", "lees ook", "läs också", "les også", "læs også", "czytaj też",
    "zobacz też", "читайте также",
    "関連記事", "相关阅读", "相關文章", "広告", "シェア", "skip to content", "skip advertisement", "supported by",
  ]

  private static let openings = [
    "share this:", "like this:", "sign up for ", "sign up to ", "subscribe to our", "subscribe to the", "subscribe now",
    "follow us on ",
    "find us on facebook", "support our journalism", "become a member", "click here to sign up", "get our newsletter",
    "join our newsletter",
    "melden sie sich für ", "abonnieren sie ", "filed under:", "posted in ", "tagged with", "tags:",
    "already a subscriber", "become a subscriber", "subscribe to read", "subscribe to continue",
    "to view the full story", "log in to ", "please subscribe", "please log in", "would you consider supporting",
    "please consider supporting", "please consider donating", "support our work", "thank you for reading",
    "this post was last modified",
    "this entry was posted", "you can follow any responses", "image credit", "photo credit", "share on ",
    "download our app",
  ]

  private static let pointers = [
    "read more", "read also", "read:", "read next", "also read", "see also", "see:", "more:", "related:",
    "related story", "related article", "watch:",
    "don't miss", "don’t miss", "continue reading", "recommended:", "lesen sie", "lies auch", "mehr dazu", "mehr:",
    "lire aussi", "lire :",
    "à lire", "voir aussi", "leer también", "lea también", "lee también", "más información", "leia também", "leia mais",
    "veja também", "leggi anche",
    "lees ook", "lees meer", "läs även", "läs mer", "les også", "læs også", "lue myös", "czytaj", "zobacz", "čtěte",
    "читайте также", "читать", "→", "»", ">>", "click here",
    "listen:", "listen to", "view ", "mira:", "mira también", "lesen sie hier", "hier geht", "weitere infos",
    "dowiedz się", "más:", "mehr lesen", "weiterlesen", "lire la suite", "sigue leyendo", "continua a leggere",
    "you might also like", "you may also like", "up next:", "siehe auch", "auch lesen", "auch interessant",
    "auch spannend", "zum thema", "passend dazu", "das könnte", "lire également", "voir également", "à voir aussi",
    "sur le même sujet", "lea más", "lea:", "lee más", "leer más", "vea también", "ver también", "ver más",
    "le puede interesar", "te puede interesar", "también te puede", "puede interesarte", "te recomendamos", "veja mais",
    "saiba mais", "confira", "leia:", "leggi:", "leggi di più", "guarda anche", "vedi anche", "bekijk ook", "zie ook",
    "lees verder", "se også", "se även", "læs mere", "les mer", "przeczytaj", "sprawdź", "přečtěte si", "viz také",
    "смотрите также", "смотри также", "подробнее", "延伸閱讀", "延伸阅读",
  ]

  private static let openingBytes = openings.map { Array($0.utf8) }
  private static let pointerBytes = pointers.map { Array($0.utf8) }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
